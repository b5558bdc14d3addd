# Mistakes in the arguments end with 2, what cannot be read with 3, and nothing stands on standard output.
. tests/cli/expect.bash
status 2 sudui
status 2 sudui nonsense
status 2 sudui match
status 2 sudui match "$here/companies/alpha.json" --format nonsense
status 2 sudui match "$here/companies/alpha.json" "${demo[@]}" --as-of 2023-02-30 --lang en
has "--as-of needs a date such as 2024-01-31" "$scratch/err"
status 2 sudui match "$here/expect.bash" "${demo[@]}" --lang en
has "name it with --input-format" "$scratch/err"
status 3 sudui match "$scratch/nothing.json" "${demo[@]}" --lang zh
has "找不到 \`$scratch/nothing.json\`" "$scratch/err"
[[ ! -s $scratch/out ]] || fail "something on standard output"
status 3 sudui match "$here/companies/alpha.json" --rules "$scratch/nothing"
status 3 sudui match "$here/companies/alpha.json" "${demo[@]}" --parameters "$scratch/nothing"
echo 'nonsense: 5' >"$scratch/parameters.yaml"
status 2 sudui match "$here/companies/alpha.json" "${demo[@]}" --parameters "$scratch/parameters.yaml" --lang en
has '`nonsense` is not a parameter' "$scratch/err"
# A pattern that matches no policy is a slip, not an answer of nothing.
status 2 sudui match "$here/companies/alpha.json" "${demo[@]}" --policy 'rd-rew' --lang en
has "there is no policy \`rd-rew\`: did you mean \`demo/rd-reward\`?" "$scratch/err"
status 2 sudui match "$here/companies/alpha.json" "${demo[@]}" --policy 'nothing/*' --lang zh
has "没有政策 \`nothing/*\`：见 sudui list --all" "$scratch/err"
[[ ! -s $scratch/out ]] || fail "something on standard output"
