#!/usr/bin/env bash
# Builds the service and, under it, sudui, into build/backend. Options go to cmake.
set -euo pipefail
cd "$(dirname "$0")/../.."
cmake -S examples/backend -B build/backend -G Ninja -D BACKEND_SOURCE_TREE=ON \
  -D CMAKE_BUILD_TYPE=Release -D CMAKE_UNITY_BUILD=ON "$@" >/dev/null
cmake --build build/backend -j "$(nproc)" --target sudui-backend
