#!/usr/bin/env bash
# Builds and runs examples/embed with sudui taken in by add_subdirectory.
set -euo pipefail
cd "$(dirname "$0")/../.."
cmake -S examples/embed -B build/subdirectory -G Ninja -D EMBED_SOURCE_TREE=ON \
  -D CMAKE_BUILD_TYPE=Debug -D CMAKE_CXX_FLAGS_DEBUG="-O0 -g0" >/dev/null
cmake --build build/subdirectory --target embed -j "$(nproc)"
build/subdirectory/embed rules | grep national/small-low-profit
