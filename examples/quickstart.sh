#!/usr/bin/env bash
# From nothing to decisions: installs what is missing (Debian 12 or 13, root or sudo), builds the
# release and matches the companies beside this file against the shipped rules. Quick when repeated.
set -euo pipefail
cd "$(dirname "$0")/.."
. .ci/packages.sh

# shellcheck disable=SC2086  # a list of names
install_packages $packages_build
cmake --preset release -D SUDUI_TESTS=OFF >/dev/null
cmake --build --preset release -j "$(nproc)" --target sudui_cli
exec build/release/sudui match --as-of 2023-12-31 --parameters examples/parameters.yaml "$@" \
  examples/companies/*
