#!/bin/bash
# Builds the benches, runs those of the targets, and prints the table: each target with its ratio within one run and
# whether its gate is reached. Writes what the benches printed, targets.json and growth.svg into build/bench/results.
#
#   bench/run.sh [COMPANIES [ROUNDS [POLICIES]]]      131072 companies, 9 rounds, up to 10000 policies
set -euo pipefail
cd "$(dirname "$0")/.."
companies="${1:-131072}" rounds="${2:-9}" policies="${3:-10000}"
folder=build/bench
results="$folder/results"
[[ -f $folder/build.ninja ]] || cmake --preset bench >/dev/null
programs=()
for name in batch growth read regional single stream write; do  # those that are there
  [[ -f bench/$name.cpp ]] && programs+=("$name")
done
cmake --build "$folder" --target "${programs[@]}" >/dev/null
mkdir -p "$results"
for name in "${programs[@]}"; do
  case $name in
    batch) arguments=("$companies" "$rounds") ;;
    single) arguments=(524288 "$rounds") ;;
    regional) arguments=(100000 5) ;;  # a minute, and 4.5 GB
    growth) arguments=("$policies" 0.43 1048576 5) ;;
    *) arguments=() ;;
  esac
  echo "$name ${arguments[*]}" >&2
  "$folder/bench/$name" "${arguments[@]}" >"$results/$name.txt"
done
files=("${programs[@]/#/$results/}")
python3 bench/table.py "$results" "${files[@]/%/.txt}"
