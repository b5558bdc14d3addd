#!/usr/bin/env bash
# Builds the service and tests it: its answers on SQLite and PostgreSQL, under attack, under load, in a
# browser. Three minutes; SUDUI_LOAD_SECONDS (5) and SUDUI_KILL_SECONDS (3) make it longer.
# SUDUI_BACKEND names a binary to test in place of building one, SUDUI the command `sudui`.
set -euo pipefail
cd "$(dirname "$0")/../../.."
release=$PWD/build/release
if [ -n "${SUDUI_BACKEND:-}" ]; then
  export SUDUI=${SUDUI:-$release/sudui}
elif [ -e "$release/libsudui.so" ] && [ -e "$release/sudui" ]; then  # saves building sudui again
  cmake --install "$release" --prefix "$release/prefix" >/dev/null
  examples/backend/build.sh -D BACKEND_SOURCE_TREE=OFF -D sudui_ROOT="$release/prefix"
  export SUDUI_BACKEND=$PWD/build/backend/sudui-backend SUDUI=$release/sudui
else
  examples/backend/build.sh -D SUDUI_CLI=ON
  cmake --build build/backend -j "$(nproc)" --target sudui_cli
  export SUDUI_BACKEND=$PWD/build/backend/sudui-backend SUDUI=$PWD/build/backend/sudui/sudui
fi
python3 examples/backend/tests/api_test.py
python3 examples/backend/tests/attack_test.py
python3 examples/backend/tests/load_test.py
examples/backend/tests/page_test.sh
