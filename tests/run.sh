#!/usr/bin/env bash
# Builds sudui and runs its tests, on Debian 12 or 13 with nothing installed before.
#
#   tests/run.sh          dev build (warnings are errors), all tests
#   tests/run.sh --all    also release, sanitizers, bounded fuzzing, formatter, linter, a consumer, a browser
#   tests/run.sh --arm64  unit, api and property tests for 64-bit Arm, under qemu
#   tests/run.sh --system the release alone: its packages in a bare Debian, the example service under
#                         attack, load and kill -9
#
# SUDUI_FUZZ_SECONDS (30) is the time of each fuzz target. Root or sudo is needed only where a
# package is missing. The last line adds up: every test of every build, and every step, counts.
set -uo pipefail
cd "$(dirname "$0")/.."
. .ci/packages.sh
export LC_ALL=C.UTF-8
jobs=$(nproc)
passed=0 failed=0 failures=""

# note STATUS NAME: counts one step
note() {
  if [ "$1" = 0 ]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1)) failures+="  $2"$'\n'
  fi
}

# step NAME COMMAND...: runs it, counts it, tells how long it took
step() {
  local name=$1 status start=$SECONDS
  shift
  echo "== $name"
  "$@"
  status=$?
  echo "== $name: $([ $status = 0 ] && echo done || echo FAILED), $((SECONDS - start)) s"
  note $status "$name"
  return $status
}

# configure_and_build PRESET [TARGET...]
configure_and_build() {
  local log preset=$1
  shift
  log=$(cmake --preset "$preset" 2>&1) || { echo "$log"; return 1; }
  cmake --build --preset "$preset" -j "$jobs" ${1:+--target "$@"}
}

# test_preset PRESET [LABELS TARGET...]: builds it, and adds up what ctest counts
test_preset() {
  local preset=$1 labels=${2:-.*} log summary bad all
  shift $(($# > 1 ? 2 : 1))
  step "build $preset" configure_and_build "$preset" "$@" || return 1
  log=build/$preset/tests.log
  ctest --preset "$preset" -j "$jobs" ${1:+-L "$labels"} 2>&1 | tee "$log"
  summary=$(grep -E 'tests? failed out of [0-9]+' "$log" | tail -1)
  if [ -z "$summary" ]; then
    note 1 "tests $preset: none ran"
    return 1
  fi
  bad=$(sed -E 's/.* ([0-9]+) tests? failed out of.*/\1/' <<<"$summary")
  all=$(sed -E 's/.* out of ([0-9]+).*/\1/' <<<"$summary")
  passed=$((passed + all - bad)) failed=$((failed + bad))
  [ "$bad" = 0 ] && return 0
  failures+=$(sed -n "/^The following tests FAILED/,/^Errors/p" "$log" |
    sed -n -E "s/^[[:space:]]*[0-9]+ - (.*) \((Failed|Timeout|.*Exception.*|Not Run)\).*/  $preset: \1/p")$'\n'
}

# fuzz NAME: one target, a bounded time, new inputs kept apart from the corpus
fuzz() {
  mkdir -p "build/fuzz/found/$1"
  : >"build/fuzz/$1.began"
  "build/fuzz/tests/fuzz/fuzz_$1" -max_total_time="${SUDUI_FUZZ_SECONDS:-30}" -timeout=10 \
    -rss_limit_mb=2048 -print_final_stats=1 -verbosity=0 \
    -artifact_prefix="build/fuzz/found/$1-" "build/fuzz/found/$1" "tests/fuzz/corpus/$1" \
    >"build/fuzz/$1.log" 2>&1
  echo $? >"build/fuzz/$1.status"
}

# fuzzed NAME: what came of it. What a run found is run once more, alone: a time-out that is none then
# tells of the machine; everything else stands. The end of its log is told again at the very end.
fuzzed() {
  local found log=build/fuzz/$1.log
  if [ "$(cat "build/fuzz/$1.status")" != 0 ]; then
    found=$(find build/fuzz/found -name "$1-*" -newer "build/fuzz/$1.began" -printf '%T@ %p\n' |
      sort -n | tail -1 | cut -d' ' -f2)
    tail -40 "$log"
    if [[ $found == */$1-timeout-* ]] && "build/fuzz/tests/fuzz/fuzz_$1" -timeout=10 "$found" >>"$log" 2>&1; then
      echo "fuzz $1: $found took ten seconds once, and not again"
    else
      [ -n "$found" ] && base64 -w0 "$found" | head -c 6000 >>"$log"
      failures+=$(tail -25 "$log" | cut -c1-6000 | sed "s/^/  fuzz $1: /")$'\n'
      return 1
    fi
  fi
  grep -E 'number_of_executed_units' "$log"
}

# All targets, as many at a time as there are cores.
fuzz_all() {
  local target targets
  targets=$(basename -s .cpp -a tests/fuzz/*.cpp | grep -vx replay_main)
  rm -f build/fuzz/*.status
  export -f fuzz
  xargs -P "$jobs" -I{} bash -c 'fuzz {}' <<<"$targets"
  for target in $targets; do
    step "fuzz $target" fuzzed "$target"
  done
}

check_format() {
  find include src tests bench examples \( -name '*.cpp' -o -name '*.hpp' -o -name '*.h' \) -print0 |
    xargs -0 clang-format-14 --dry-run -Werror
}

# Without the lines that run-clang-tidy prints of every file that is clean. What it found is told again
# at the very end.
check_tidy() {
  local found status log=build/tidy.log
  configure_and_build tidy 2>&1 | sed -E '/^[0-9]+ warnings? generated\.$/d; /^clang-tidy-14 .*\.c(pp|xx)$/d' | tee "$log"
  status=${PIPESTATUS[0]}
  found=$(sed -E 's/\x1b\[[0-9;]*m//g' "$log" | grep -E ' (error|warning): ' | sort -u | head -30)
  [ "$status" = 0 ] || failures+=${found//$'\n'/$'\n'  }$'\n'
  return "$status"
}

# The packages of the release, installed into a bare root.
test_packages() {
  cmake --build --preset release -j "$jobs" --target sudui_man && tests/packages/install.sh build/release
}

run_all() {
  # The release is what people link and run: its interface and its command line, not its insides again.
  test_preset release 'api|cli|consumer' sudui_cli api_tests c_api
  # One build of clang serves both: all tests under the sanitizers, then fuzzing.
  test_preset fuzz && fuzz_all
  step "consumer in the tree" tests/consumer/subdirectory.sh
  step "site in a browser" tests/site/browser.sh build/release/sudui
  if first_known clang-tidy-14 >/dev/null; then
    step "clang-format" check_format
    step "clang-tidy" check_tidy
  else
    echo "== clang-format and clang-tidy 14 are not packaged here; Debian 12 runs them"
  fi
}

# Another architecture: its libraries in a folder, its programs under an emulator.
run_arm64() {
  # shellcheck disable=SC2086
  step "packages of arm64" install_packages $packages_arm64 || return 1
  step "libraries of arm64" .ci/arm64-root.sh build/arm64-root || return 1
  local corpora
  corpora=$(basename -s .cpp -a tests/fuzz/*.cpp | grep -vx replay_main | sed 's/^/fuzz_/')
  # shellcheck disable=SC2086  # a list of targets
  test_preset arm64 'unit|api|property' unit_tests api_tests property_tests c_api $corpora
}

# What a person installs and starts, rather than what a change may break.
run_system() {
  test_preset release api sudui_cli api_tests c_api || return 1
  if [ "$(id -u)" = 0 ]; then
    step "packages in a bare Debian" test_packages
  else
    echo "== packages in a bare Debian: needs root"
  fi
  # shellcheck disable=SC2086
  step "packages of the service" install_packages $packages_backend $packages_backend_test
  step "service" examples/backend/tests/run.sh
}

wanted="$packages_build $packages_test"
case "${1:-}" in
  --arm64) wanted="python3" ;;
  ?*) wanted+=" $packages_all" ;;
esac
# shellcheck disable=SC2086  # a list of names
step "packages" install_packages $wanted || { echo "0 passed, 1 failed"; exit 1; }
if [ "${1:-}" = --all ] && first_known clang-tidy-14 >/dev/null; then
  # shellcheck disable=SC2086
  step "linters" install_packages $packages_lint
fi

if [ "${1:-}" = --system ]; then
  run_system
elif [ "${1:-}" = --arm64 ]; then
  run_arm64
else
  test_preset dev
  [ "${1:-}" = --all ] && run_all
fi

[ -n "$failures" ] && printf 'failed:\n%s' "$failures"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
