#!/usr/bin/env bash
# run.sh BINARY: the conformance kit against the floors, where there is a kit.
set -euo pipefail
project=$(cd "$(dirname "$0")/../.." && pwd)
kit=${SUDUI_TCK:-$project/../shared/tck}
if [ ! -f "$kit/level3.jsonl" ]; then
  echo "SUDUI_TCK names no folder with level3.jsonl: the conformance kit is not run"
  exit 77
fi
exec "$1" "$kit/level2.jsonl" "$kit/level3.jsonl" "$kit/tables.jsonl" --floor ring1.value=99 --floor ring2.value=97 \
  --floor ring1.null=97 --floor ring2.null=97 --floor ring1.reject=98 --floor ring2.reject=98 --floor tables=100
