# A folder with ten planted mistakes: every one is found, in its line.
. tests/cli/expect.bash
status 1 sudui check tests/data/ten-mistakes --lang en
[[ $(grep -cE '^[^ ]+:[0-9]+:[0-9]+: error: ' "$scratch/out") -ge 10 ]] || { cat "$scratch/out" >&2; fail "fewer than ten"; }
