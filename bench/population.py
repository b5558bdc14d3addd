#!/usr/bin/env python3
"""Writes a population of companies for the shipped rules: the example companies, each figure moved at random.

    bench/population.py COUNT [--csv] [--broken SHARE] [--seed N] > FILE

A line has what an example company has: some four kilobytes of JSON with yearly figures, certificates and hires. One field in
twenty is left out, so that some decisions stay open. `--csv` writes the fields that fit a table (lists of records do not) with a
column for each year. `--broken 0.001` cuts that share of the JSON lines short, in the middle of a value. The same arguments give the same bytes.
"""
import argparse
import csv
import json
import pathlib
import random
import sys

EXAMPLES = pathlib.Path(__file__).parent.parent / "examples/companies"
ALWAYS = {"uscc", "company_name"}


def moved(value, by):
    if isinstance(value, bool):
        return value if by.random() < 0.97 else not value
    if isinstance(value, int) and value > 2100:  # not a year, not a small count
        return int(value * by.uniform(0.5, 1.5))
    if isinstance(value, dict):
        return {key: moved(each, by) for key, each in value.items()}
    if isinstance(value, list):
        return [moved(each, by) for each in value]
    return value


def company(base, by):
    return {key: moved(value, by) for key, value in base.items() if key in ALWAYS or by.random() > 0.05}


def cells(one):
    """Field or field@year, and what its cell holds."""
    for key, value in one.items():
        if isinstance(value, dict):
            for year, held in value.items():
                if not isinstance(held, (dict, list)):
                    yield f"{key}@{year}", held
        elif not isinstance(value, list):
            yield key, value


def text(value):
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("count", type=int)
    options.add_argument("--csv", action="store_true")
    options.add_argument("--broken", type=float, default=0)
    options.add_argument("--seed", type=int, default=7)
    given = options.parse_args()
    by = random.Random(given.seed)
    bases = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(EXAMPLES.glob("*.json"))]
    out = open(sys.stdout.fileno(), "w", encoding="utf-8", newline="", buffering=1 << 20)
    if given.csv:
        columns = sorted({name for base in bases for name, _ in cells(base)})
        table = csv.writer(out, lineterminator="\n")
        table.writerow(columns)
        for i in range(given.count):
            row = dict(cells(company(bases[i % len(bases)], by)))
            table.writerow([text(row.get(name)) for name in columns])
        return
    for i in range(given.count):
        line = json.dumps(company(bases[i % len(bases)], by), ensure_ascii=False)
        if given.broken and by.random() < given.broken:
            line = line[: len(line) // 2]
        out.write(line + "\n")


if __name__ == "__main__":
    main()
