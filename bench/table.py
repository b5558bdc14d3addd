"""The targets as a table, as JSON and as a plot, from what the benches have printed.

Usage: table.py OUTPUT_FOLDER FILE...    each file is what one bench printed

Benches print `target ID RATIO QUANTITY BASELINE` and `point KIND ...`. A target without a line has not been measured, and
the table says so.
"""

import json
import math
import pathlib
import re
import sys

# id: what is measured, its baseline in the same run, gate, stretch. A gate above its stretch is an upper bound.
TARGETS = {
    "T1": ("verdicts, 1 thread, columns in memory", "reading these columns", 4.0, 2.5),
    "T2": ("the same, 2 threads", "reading, 2 threads", 3.5, 2.2),
    "T3": ("verdicts in cache", "the loops of a chunk alone, in L1", 1.8, 1.3),
    "T4": ("verdicts from memory", "verdicts in cache + reading", 1.15, 0.85),
    "T5": ("verdicts, 1 thread", "verdicts, 2 threads", 1.6, 1.9),
    "T6": ("verdicts and amounts, in cache", "verdicts in cache", 1.4, 1.2),
    "T7": ("one company, in cache", "C++ generated from the rules", 0.6, None),
    "T8": ("one company, cold", "one company, in cache", 2.5, None),
    "T9": ("NDJSON to columns", "simdjson, document only", 1.1, None),
    "T10": ("NDJSON to the text of decisions", "simdjson, document only", 1.5, 1.1),
    "T11": ("CSV to columns", "its own index", 7.0, 4.0),
    "T12": ("the text of decisions", "compiled format strings", 0.4, None),
    "T13": ("10,000 policies or more, a batch", "predicates x 0.15 ns + policies x 0.1 ns", 1.3, None),
    "T14": ("one company, 100,000 regional policies", "a scan of all", 0.06, 0.02),
    "T15": ("a file by read() into pages", "read() of the input", 0.9, None),
}
AT_LEAST = {"T5", "T15"}  # the others are upper bounds
LINE = re.compile(r"^target (T\d+) ([\d.]+) ([\d.]+) ([\d.]+)$", re.M)
POINT = re.compile(r"^point (\w+) (.+)$", re.M)


def read(files):
    measured, points = {}, {}
    for file in files:
        text = pathlib.Path(file).read_text(encoding="utf-8")
        for key, ratio, quantity, baseline in LINE.findall(text):
            measured[key] = {"ratio": float(ratio), "quantity_ns": float(quantity), "baseline_ns": float(baseline)}
        for kind, numbers in POINT.findall(text):
            points.setdefault(kind, []).append([float(n) for n in numbers.split()])
    return measured, points


def standing(key, ratio):
    _, _, gate, stretch = TARGETS[key]
    reaches = (lambda bound: ratio >= bound) if key in AT_LEAST else (lambda bound: ratio <= bound)
    if stretch is not None and reaches(stretch):
        return "stretch"
    return "gate" if reaches(gate) else "missed"


def print_table(measured):
    print("| target | quantity | baseline in the same run | ratio | gate | reached |\n| --- | --- | --- | --- | --- | --- |")
    for key, (what, base, gate, stretch) in TARGETS.items():
        bound = ("≥ " if key in AT_LEAST else "≤ ") + f"{gate} x"
        if stretch is not None:
            bound += f", stretch {stretch} x"
        if key not in measured:
            print(f"| {key} | {what} | {base} | | {bound} | not measured |")
            continue
        one = measured[key]
        ns = [f"{one[k]:.1f} ns" if k in one else "" for k in ("quantity_ns", "baseline_ns")]
        print(f"| {key} | {what} {ns[0]} | {base} {ns[1]} | {one['ratio']:.2f} x | {bound} | {standing(key, one['ratio'])} |")


def slope(points):
    """Least squares of y = a + b x."""
    n = len(points)
    mx = sum(x for x, _ in points) / n
    my = sum(y for _, y in points) / n
    wide = sum((x - mx) ** 2 for x, _ in points)
    return sum((x - mx) * (y - my) for x, y in points) / wide if wide else 0.0


def laws(points):
    """The growth laws: measured slope, and what it may be."""
    made = []
    policies = points.get("policies", [])
    if len(policies) > 2:
        # The law: at most a + 0.2 ns a predicate + 0.05 ns a policy; here both grow together.
        share = (policies[-1][0] - policies[0][0]) / (policies[-1][1] - policies[0][1])
        made.append(("ns a company for one more node, policies growing with nodes",
                     slope([(p[1], p[2]) for p in policies]), 0.2 + 0.05 * share))
        made.append(("us to compile, a policy (the largest rule set)", policies[-1][3], 2.0))
    companies = [p for p in points.get("companies", []) if p[0] >= 65536]  # that do not fit any cache
    if len(companies) > 1:
        costs = sorted(p[1] for p in companies)
        made.append(("most over least of ns a company, 64 Ki companies and more", costs[-1] / costs[0], 1.2 / 0.8))
    regional = points.get("regional", [])
    if regional:
        made.append((f"ns a company for one of {regional[-1][0]:,.0f} regional policies", regional[-1][2], 0.5))
    threads = points.get("threads", [])
    if len(threads) > 1:
        made.append(("2 threads against 1, least of ns a company (at most 1 / 1.6)", threads[1][2] / threads[0][2], 1 / 1.6))
    return made


def print_laws(found):
    if found:
        print("\n| growth | measured | at most | reached |\n| --- | --- | --- | --- |")
    for what, value, most in found:
        print(f"| {what} | {value:.3f} | {most:.3f} | {'yes' if value <= most else 'no'} |")


def ticks(low, high):
    made, step = [], 1.0
    while step <= high:
        if step >= low:
            made.append(step)
        step *= 10
    return made


def panel(left, title, unit, series, is_log):
    """One plot: cost against `unit`."""
    scale = math.log10 if is_log else (lambda x: x)
    width, height, top = 240, 200, 50
    xs = [x for x, _ in series]
    ys = [y for _, y in series]
    low, high, most = scale(min(xs)), scale(max(xs)), max(ys) * 1.1
    at_x = lambda x: left + (scale(x) - low) / ((high - low) or 1) * width
    at_y = lambda y: top + height - y / most * height
    out = [f'<text x="{left}" y="{top - 16}" font-size="13">{title}</text>',
           f'<path d="M{left} {top}V{top + height}H{left + width}" fill="none" stroke="#888"/>']
    for x in (xs if len(xs) < 5 else ticks(min(xs), max(xs))):
        out.append(f'<text x="{at_x(x):.0f}" y="{top + height + 16}" text-anchor="middle">{x:,.0f}</text>')
    for share in (0, 0.5, 1):
        value = max(ys) * share
        out.append(f'<text x="{left - 6}" y="{at_y(value) + 4:.0f}" text-anchor="end">{value:,.0f}</text>')
    line = " ".join(f"{at_x(x):.1f},{at_y(y):.1f}" for x, y in series)
    out.append(f'<polyline points="{line}" fill="none" stroke="#0366d6" stroke-width="2"/>')
    out += [f'<circle cx="{at_x(x):.1f}" cy="{at_y(y):.1f}" r="3" fill="#0366d6"/>' for x, y in series]
    out.append(f'<text x="{left + width / 2}" y="{top + height + 34}" text-anchor="middle">{unit}</text>')
    return out


def plot(points):
    out = ['<svg xmlns="http://www.w3.org/2000/svg" width="960" height="310" font-family="sans-serif" font-size="11">',
           '<rect width="960" height="310" fill="white"/>']
    panels = [("policies", 2, "ns a company", "policies", True), ("companies", 1, "ns a company", "companies in the batch", True),
              ("threads", 1, "ns a company (wall)", "threads", False)]
    for place, (kind, column, title, unit, is_log) in enumerate(panels):
        if points.get(kind):
            out += panel(60 + place * 310, title, unit, [(p[0], p[column]) for p in points[kind]], is_log)
    return "\n".join(out + ["</svg>"]) + "\n"


def main():
    folder = pathlib.Path(sys.argv[1])
    measured, points = read(sys.argv[2:])
    print_table(measured)
    found = laws(points)
    print_laws(found)
    for key, one in measured.items():
        one["reached"] = standing(key, one["ratio"])
    document = {"targets": {key: measured.get(key) for key in TARGETS}, "points": points,
                "laws": [{"what": what, "measured": value, "at_most": most} for what, value, most in found]}
    (folder / "targets.json").write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")
    (folder / "growth.svg").write_text(plot(points), encoding="utf-8")


main()
