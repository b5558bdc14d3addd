#!/usr/bin/env bash
# Builds the service and tests it: its answers on SQLite and PostgreSQL, under attack, under load, in a
# browser. Three minutes; SUDUI_LOAD_SECONDS (5) and SUDUI_KILL_SECONDS (3) make it longer.
# SUDUI_BACKEND names a binary to test in place of building one.
set -euo pipefail
cd "$(dirname "$0")/../../.."
if [ -z "${SUDUI_BACKEND:-}" ]; then
  examples/backend/build.sh
  export SUDUI_BACKEND=$PWD/build/backend/sudui-backend
fi
python3 examples/backend/tests/api_test.py
python3 examples/backend/tests/attack_test.py
python3 examples/backend/tests/load_test.py
examples/backend/tests/page_test.sh
