#!/usr/bin/env bash
# From nothing to a running service: installs what is missing (Debian 12 or 13, root or sudo), builds,
# starts on 127.0.0.1 with a database of fictional companies, prints lines to try, and waits.
#
#   examples/backend/run.sh [--port 8080] [any other option of `sudui-backend serve`]
#
# The database and the build are kept in build/backend; Ctrl-C stops.
set -euo pipefail
cd "$(dirname "$0")/../.."
. .ci/packages.sh

# shellcheck disable=SC2086  # a list of names
install_packages $packages_build $packages_backend
examples/backend/build.sh

port=8080
for ((at = 1; at < $#; at++)); do
  if [ "${!at}" = --port ]; then next=$((at + 1)) port=${!next}; fi
done
told=$(mktemp)
build/backend/sudui-backend serve --database build/backend/sudui.db --rules rules \
  --companies examples/companies --parameters examples/parameters.yaml \
  --web examples/backend/web --port "$port" --development-token "$@" >"$told" &
service=$!
trap 'kill $service 2>/dev/null; wait $service; rm -f "$told"' EXIT
until curl -sf -o /dev/null "http://127.0.0.1:$port/healthz"; do
  kill -0 $service || exit 1
  sleep 0.2
done
token=$(sed -n 's/^token: //p' "$told")
ask="curl -s -H 'Authorization: Bearer $token' -H 'Content-Type: application/json' http://127.0.0.1:$port"
cat <<END

match:    $ask/v1/match -d '{"company":"91320412MA1XG7F27G","as_of":"2023-12-31"}'
explain:  $ask/v1/explain -d '{"company":"91320412MA1XG7F27G","as_of":"2023-12-31","policy":"national/small-low-profit"}'
what-if:  $ask/v1/what-if -d '{"company":"91320412MA1XG7F27G","as_of":"2023-12-31","changes":{"rd_expense_tax":{"2023":12000000}}}'
reach:    $ask/v1/reach -d '{"company":"91320412MA1XG7F27G","as_of":"2023-12-31","policy":"national/hnte-recognition"}'
page:     http://127.0.0.1:$port/#day=2023-12-31&token=$token

END
wait $service
