# The catalogue as a static site, of the demonstration and of the shipped rules.
. tests/cli/expect.bash
sudui docs "${demo[@]}" "${day[@]}" --out "$scratch/one" --lang en >"$scratch/said"
has 'files written to' "$scratch/said"
sudui docs "${demo[@]}" "${day[@]}" --out "$scratch/two" --lang zh >/dev/null
diff -r "$scratch/one" "$scratch/two" >&2 || fail "the site depends on more than rules and day"
golden docs.html <"$scratch/one/zh/policies/demo/rd-reward.html"
status 2 sudui docs "${demo[@]}"
touch "$scratch/file"
status 3 sudui docs "${demo[@]}" --out "$scratch/file/below"
# Of the shipped rules: every policy in both languages, no page with a script, a style or a picture of its own.
sudui docs --rules rules "${day[@]}" --out "$scratch/all" >/dev/null
policies=$(grep -rl '^policy: ' rules | wc -l)
for language in zh en; do
  made=$(find "$scratch/all/$language/policies" -name '*.html' | wc -l)
  [[ $made -eq $policies ]] || fail "$made pages for $policies policies"
done
python3 tests/site/links.py "$scratch/all"
