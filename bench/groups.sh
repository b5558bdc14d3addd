#!/bin/bash
# What groups cost companies that they have nothing to settle for: the shipped rules over generated companies of which no
# group displaces, cuts or leaves open anything, with rules/groups and without. The two take turns.
#
#   bench/groups.sh [COMPANIES [ROUNDS [FOLDER]]]      100000 companies are made, 5 rounds, a temporary folder
#
# Prints nanoseconds a company: median (least .. most), of verdicts and of verdicts with amounts and groups.
set -euo pipefail
cd "$(dirname "$0")/.."
companies="${1:-100000}" rounds="${2:-5}" folder="${3:-$(mktemp -d)}"
sudui="${SUDUI:-build/bench/sudui}"
day=(--as-of 2023-12-31)
mkdir -p "$folder"
trap 'rm -rf "$folder/with" "$folder/without" "$folder/all.ndjson" "$folder/calm.ndjson" "$folder/decided"' EXIT
rm -rf "$folder/with" "$folder/without"
cp -r rules "$folder/with"
cp -r rules "$folder/without" && rm -r "$folder/without/groups"
bench/population.py "$companies" >"$folder/all.ndjson"
"$sudui" match "$folder/all.ndjson" --rules "$folder/with" "${day[@]}" --format ndjson --out "$folder/decided"
python3 - "$folder" <<'PYTHON'
import itertools, sys
folder = sys.argv[1]
with open(f"{folder}/all.ndjson") as lines, open(f"{folder}/decided") as decided, open(f"{folder}/calm.ndjson", "w") as calm:
    kept = count = 0
    for line, made in itertools.zip_longest(lines, decided):
        count += 1
        if '"groups":[' not in made:
            calm.write(line)
            kept += 1
print(f"{kept} of {count} companies have nothing that groups settle")
PYTHON
: >"$folder/times"
for ((round = 0; round < rounds; ++round)); do
  for which in with without; do
    "$sudui" bench "$folder/calm.ndjson" --rules "$folder/$which" "${day[@]}" --rounds 5 --format json >"$folder/measured"
    python3 - "$which" "$folder/measured" >>"$folder/times" <<'PYTHON'
import json, sys
made = json.load(open(sys.argv[2]))
print(sys.argv[1], made["ns_a_company"]["verdicts"]["median"], made["ns_a_company"]["verdicts_and_amounts"]["median"])
PYTHON
  done
done
python3 - "$folder/times" <<'PYTHON'
import statistics, sys
held = {}
for line in open(sys.argv[1]):
    which, verdicts, amounts = line.split()
    held.setdefault(("verdicts", which), []).append(float(verdicts))
    held.setdefault(("amounts", which), []).append(float(amounts))
for what in ("verdicts", "amounts"):
    middle = {}
    for which in ("with", "without"):
        all_of = held[what, which]
        middle[which] = statistics.median(all_of)
        print(f"{what:8} {which:7} groups {middle[which]:8.1f} ns ({min(all_of):.1f} .. {max(all_of):.1f})")
    print(f"{what:8} ratio {middle['with'] / middle['without']:.3f}")
PYTHON
