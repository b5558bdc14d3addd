#!/usr/bin/env bash
# Runs page_test.js against a service of its own. An argument names the file of a screenshot.
set -euo pipefail
cd "$(dirname "$0")/../../.."
folder=$(mktemp -d)
trap 'kill $service 2>/dev/null; wait $service 2>/dev/null || true; rm -rf "$folder"' EXIT
: "${SUDUI_BACKEND:=$PWD/build/backend/sudui-backend}"
modules=build/backend-page
if ! command -v npm >/dev/null; then  # another packager's node brings its own, and refuses Debian's
  . .ci/packages.sh
  install_packages nodejs npm
fi
[ -d $modules/node_modules/playwright-core ] ||
  npm install --prefix $modules --no-audit --no-fund --silent playwright-core@1 >/dev/null
"$SUDUI_BACKEND" serve --database "$folder/test.db" --rules rules --companies examples/companies \
  --parameters examples/parameters.yaml --web examples/backend/web --port 0 --development-token \
  >"$folder/out" 2>"$folder/log" &
service=$!
until grep -q 'listening on' "$folder/log"; do
  kill -0 $service || { cat "$folder/log"; exit 1; }
  sleep 0.1
done
port=$(sed -n -E 's/.*listening on 127.0.0.1:([0-9]+).*/\1/p' "$folder/log")
NODE_PATH=$PWD/$modules/node_modules node examples/backend/tests/page_test.js \
  "http://127.0.0.1:$port" "$(sed -n 's/^token: //p' "$folder/out")" "$@"
