#!/bin/bash
# A province in one run: the shipped rules over many generated companies, from files to files, by one and two threads, with the peak of
# memory; beside simdjson's parser over the same lines in the same run. Needs some 12 KB of disk a company while it runs.
#
#   bench/province.sh [COMPANIES [ROUNDS [FOLDER]]]      1000000 companies, 3 rounds, a temporary folder
#
# A folder that has population.ndjson and population.csv of so many companies keeps them; they take minutes to make.
# Prints one line a run: what, companies a second (median, least .. most), the peak in MiB.
set -euo pipefail
cd "$(dirname "$0")/.."
companies="${1:-1000000}" rounds="${2:-3}" folder="${3:-$(mktemp -d)}"
day=(--as-of 2023-12-31)
[[ -f build/bench/build.ninja ]] || cmake --preset bench >/dev/null
cmake --build build/bench --target parse sudui_cli >/dev/null
sudui=build/bench/sudui
mkdir -p "$folder"
made=()
trap 'rm -f "${made[@]}" "$folder"/{out,first.ndjson,time,times,said,printed}' EXIT
# make FORM [OPTION]: the companies in that form, where they are not there
make() {
  local file="$folder/population.$1"
  [[ -f $file ]] && return
  made+=("$file")
  bench/population.py "$companies" "${@:2}" >"$file"
}
make ndjson
make csv --csv
echo "$companies companies, $(du -m "$folder/population.ndjson" | cut -f1) MiB of NDJSON, $(du -m "$folder/population.csv" | cut -f1) MiB of CSV, rounds: $rounds"

# once NAME COMMAND...: its seconds by the clock on the wall, and its peak in KiB, to $folder/times
once() {
  local name=$1
  shift
  /usr/bin/time -f '%e %M' -o "$folder/time" "$@" >"$folder/printed" 2>"$folder/said" || {
    cat "$folder/said" >&2
    return 1
  }
  echo "$name $(cat "$folder/time")" >>"$folder/times"
  rm -f "$folder/out"
}
: >"$folder/times"
for ((round = 0; round < rounds; ++round)); do
  once "simdjson DOM, 1 thread" build/bench/bench/parse "$folder/population.ndjson"
  for threads in 1 2; do
    run=("$sudui" match --rules rules "${day[@]}" --threads "$threads" --out "$folder/out")
    once "NDJSON to NDJSON, $threads threads" "${run[@]}" "$folder/population.ndjson"
    once "NDJSON to CSV, $threads threads" "${run[@]}" "$folder/population.ndjson" --format csv
    once "CSV to CSV, $threads threads" "${run[@]}" "$folder/population.csv" --format csv
  done
done
awk -v companies="$companies" '
  { peak = $NF; seconds = $(NF - 1); name = $0; sub(/ [^ ]+ [^ ]+$/, "", name)
    all[name] = all[name] " " companies / seconds; if (peak > most[name]) most[name] = peak
    if (!(name in seen)) { seen[name] = 1; order[++count] = name } }
  END { for (i = 1; i <= count; ++i) { name = order[i]; n = split(all[name], rate, " ")
    for (a = 1; a <= n; ++a) for (b = a + 1; b <= n; ++b) if (rate[b] < rate[a]) { t = rate[a]; rate[a] = rate[b]; rate[b] = t }
    printf "%-28s %9.0f companies/s (%.0f .. %.0f)  peak %5.0f MiB\n", name, rate[int((n + 1) / 2)], rate[1], rate[n], most[name] / 1024 } }' "$folder/times"
head -20000 "$folder/population.ndjson" >"$folder/first.ndjson"
"$sudui" bench "$folder/first.ndjson" --rules rules "${day[@]}" >"$folder/printed"
sed -n '1,12p' "$folder/printed"
