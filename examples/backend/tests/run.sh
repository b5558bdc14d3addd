#!/usr/bin/env bash
# Builds the service and tests it: its answers on SQLite and PostgreSQL, under attack, under load, in a
# browser. Three minutes; SUDUI_LOAD_SECONDS (5) and SUDUI_KILL_SECONDS (3) make it longer.
# SUDUI_BACKEND names a binary to test in place of building one.
set -euo pipefail
cd "$(dirname "$0")/../../.."
if [ -z "${SUDUI_BACKEND:-}" ]; then
  installed=$PWD/build/release/prefix  # what the consumer test leaves: saves building sudui again
  if [ -e "$installed/lib/cmake/sudui/sudui-config.cmake" ]; then
    examples/backend/build.sh -D BACKEND_SOURCE_TREE=OFF -D sudui_ROOT="$installed"
  else
    examples/backend/build.sh
  fi
  export SUDUI_BACKEND=$PWD/build/backend/sudui-backend
fi
python3 examples/backend/tests/api_test.py
python3 examples/backend/tests/attack_test.py
python3 examples/backend/tests/load_test.py
examples/backend/tests/page_test.sh
