# A full disk is noticed; a closed pipe ends the program quietly.
. tests/cli/expect.bash
[[ -w /dev/full ]] || exit 0
for command in "match $here/companies/alpha.json" "list" "show demo/listed" "schema profile" "test $here/rules"; do
  rules=("${demo[@]}")
  [[ $command != test* ]] || rules=()
  # shellcheck disable=SC2086  # words of a command
  got=0; sudui $command "${rules[@]}" >/dev/full 2>"$scratch/err" || got=$?
  [[ $got -eq 3 ]] || fail "status $got of $command on a full disk"
done
status 3 sudui match "$here/companies/alpha.json" "${demo[@]}" --rejects "$scratch/no/such/folder"
set +o pipefail
yes '{"staff": 5}' | head -20000 >"$scratch/all.ndjson"
sudui match "$scratch/all.ndjson" "${demo[@]}" "${day[@]}" --format ndjson 2>"$scratch/err" | head -1 >"$scratch/first"
[[ -s $scratch/first ]] || fail "no first line"
hasnt error "$scratch/err"
