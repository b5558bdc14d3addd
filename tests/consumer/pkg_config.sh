#!/usr/bin/env bash
# pkg_config.sh COMPILER PREFIX PROGRAM: builds and runs examples/embed with what sudui.pc says.
set -euo pipefail
compiler=$1 prefix=$2 program=$3
cd "$(dirname "$0")/../.."
export PKG_CONFIG_PATH
PKG_CONFIG_PATH=$(find "$prefix" -type d -name pkgconfig)
# shellcheck disable=SC2046  # a list of flags
"$compiler" -std=c++20 examples/embed/main.cpp -o "$program" $(pkg-config --cflags --libs sudui)
LD_LIBRARY_PATH=$(pkg-config --variable=libdir sudui) \
  "$program" "$(pkg-config --variable=rulesdir sudui)"
