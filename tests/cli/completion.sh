# The completions know every command and every option of its help, and no option that is none.
. tests/cli/expect.bash
files=(src/cli/completion/sudui.bash src/cli/completion/_sudui src/cli/completion/sudui.fish)
for command in match explain clinic reach check test list show report docs diff feel bench record replay schema; do
  sudui $command --help --lang en | grep -oE -- '^ +(-h,)?--[a-z-]+' | grep -oE -- '--[a-z-]+' | sort -u >"$scratch/options"
  [[ -s $scratch/options ]] || fail "no options of $command"
  grep -E "^ +$command\) words=" "${files[0]}" | grep -oE -- '--[a-z-]+' | sort -u | diff "$scratch/options" - ||
    fail "${files[0]} is not in step with $command"
  while read -r option; do
    has "$option" "${files[1]}"
    has "-l ${option#--}" "${files[2]}"
  done <"$scratch/options"
done
bash -n "${files[0]}"
# shellcheck disable=SC1090  # what is under test
source "${files[0]}"
COMP_WORDS=(sudui match --for) COMP_CWORD=2 COMPREPLY=()
_sudui 2>/dev/null
[[ ${COMPREPLY[*]} == --format ]] || fail "completed to ${COMPREPLY[*]}"
