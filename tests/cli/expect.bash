# What the scripts of this folder share: the program under test, temporary files, and comparisons.
set -euo pipefail
export LC_ALL=C.UTF-8
unset SUDUI_RULES SUDUI_KERNELS LANG LC_MESSAGES
program="${SUDUI:-${1:?the program to test}}"
here="tests/cli"
scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT

sudui() { "$program" "$@"; }

fail() {
  echo "$0: $*" >&2
  exit 1
}

# status N COMMAND...: the command must end with N; its output is kept in $scratch/out and $scratch/err.
status() {
  local wanted="$1" got=0
  shift
  "$@" >"$scratch/out" 2>"$scratch/err" || got=$?
  [[ $got -eq $wanted ]] || { cat "$scratch/out" "$scratch/err" >&2; fail "status $got, not $wanted: $*"; }
}

# golden NAME: standard input must be the text kept in expected/NAME. SUDUI_APPROVE=1 writes it anew.
golden() {
  if [[ -n ${SUDUI_APPROVE:-} ]]; then
    cat >"$here/expected/$1"
  else
    diff -u "$here/expected/$1" - >&2 || fail "not what expected/$1 says"
  fi
}

# has TEXT FILE: the file must contain the text.
has() { grep -qF -- "$1" "$2" || { cat "$2" >&2; fail "there is no \`$1\`"; }; }
hasnt() { ! grep -qF -- "$1" "$2" || { cat "$2" >&2; fail "there should be no \`$1\`"; }; }

demo=(--rules "$here/rules")
day=(--as-of 2023-12-31)
