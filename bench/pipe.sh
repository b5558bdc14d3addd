#!/bin/bash
# A long pipe with broken lines: what `match` reads, decides and rejects adds up, every broken line is among the rejects, and the peak of
# memory for ten times the lines is the same.
#
#   bench/pipe.sh [MEGABYTES [THREADS]]      1024 MB, 2 threads
#
# One line in a thousand is cut short. Exit status 1 where a sum is wrong or the memory grows by more than a tenth.
set -euo pipefail
cd "$(dirname "$0")/.."
megabytes="${1:-1024}" threads="${2:-2}"
[[ -f build/bench/build.ninja ]] || cmake --preset bench >/dev/null
cmake --build build/bench --target sudui_cli >/dev/null
sudui=build/bench/sudui
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
bench/population.py 20000 --broken 0.001 >"$folder/lines"
line_bytes=$(($(stat -c %s "$folder/lines") / 20000))

# run LINES: the same twenty thousand lines over and over; sets rows, decided, rejected, peak
run() {
  local times=$(($1 / 20000))
  for ((i = 0; i < times; ++i)); do cat "$folder/lines"; done |
    /usr/bin/time -f '%M %e' -o "$folder/time" "$sudui" match - --rules rules --as-of 2023-12-31 --threads "$threads" --lang en \
      --stats "$folder/stats" --rejects "$folder/rejects" >/dev/null 2>"$folder/said" || [[ $? = 1 ]]
  rows=$(grep -o '"rows":[0-9]*' "$folder/stats" | cut -d: -f2)
  decided=$(grep -o '"decided":[0-9]*' "$folder/stats" | head -1 | cut -d: -f2)
  rejected=$(grep -o '"rejected":[0-9]*' "$folder/stats" | cut -d: -f2)
  tail -1 "$folder/time" >"$folder/took"  # behind what is said of an exit status
  peak=$(cut -d' ' -f1 "$folder/took")
  echo "$((times * 20000)) lines, $((times * 20000 * line_bytes >> 20)) MiB: rows $rows = decided $decided + rejected $rejected, rejects file $(wc -l <"$folder/rejects"), $(cut -d' ' -f2 "$folder/took") s, peak $((peak >> 10)) MiB"
  [[ $rows = $((times * 20000)) && $((decided + rejected)) = "$rows" && $(wc -l <"$folder/rejects") = "$rejected" ]]
  [[ $rejected = $((times * broken)) ]]
}
broken=$(python3 -c "
import json, sys
def whole(line):
    try: json.loads(line)
    except ValueError: return False
    return True
print(sum(not whole(line) for line in open(sys.argv[1], encoding='utf-8')))" "$folder/lines")
lines=$(((megabytes << 20) / line_bytes / 20000 * 20000))
run $((lines / 10 / 20000 * 20000 + 20000))
small=$peak
run "$lines"
[[ $((peak * 10)) -le $((small * 11)) ]] || { echo "memory grows: $small KiB, $peak KiB" >&2; exit 1; }
