# The tests that stand beside the rules.
. tests/cli/expect.bash
sudui test "$here/rules" --lang en | golden rule_tests.en.txt
sudui test "$here/rules" --lang zh --uncovered | golden rule_tests.zh.txt
mkdir "$scratch/wrong"
sed 's/amount: 400000.00/amount: 400001.00/' "$here/rules/demo.yaml" >"$scratch/wrong/rules.yaml"
status 1 sudui test "$scratch/wrong" --lang en
has "a reward with its cap not reached" "$scratch/out"
has "1 passed, 1 failed" "$scratch/out"
status 1 sudui test "$scratch/wrong" --format json
python3 -c 'import json, sys; r = json.load(sys.stdin); assert (r["passed"], r["failed"]) == (1, 1) and r["tests"][0]["differences"]' <"$scratch/out"
status 2 sudui test "$scratch/wrong" --policy 'nothing/*' --lang en
has "there is no policy \`nothing/*\`" "$scratch/err"
