# Bad rows of both streams, and a bad file among good ones: nothing stops, nothing is lost.
. tests/cli/expect.bash
printf '职工人数,revenue@2023,telephone\r\n12,5000万,1\r\nmany,1,2\r\n"open,1,2\r\n7,1\r\n8,"1","a\r\nb"\r\n' >"$scratch/rows.csv"
status 1 sudui match "$scratch/rows.csv" "${demo[@]}" "${day[@]}" --lang en --format csv --rejects "$scratch/rejects"
sed -E 's/"file":"[^"]*"/"file":"..."/' "$scratch/rejects" | golden rejects.ndjson
has "read 5 = decided 2 + rejected 3" "$scratch/err"
has '`telephone` is not a field of the dictionary' "$scratch/err"
# Without a file for them, rejects are said on standard error.
status 1 sudui match "$scratch/rows.csv" "${demo[@]}" "${day[@]}" --lang zh --format csv
has "退回: \`staff\` 需要数字" "$scratch/err"
# A file that is no profile is a reject; the others are decided.
echo '{"staff": ' >"$scratch/broken.json"
status 1 sudui match "$here/companies/alpha.json" "$scratch/broken.json" "${demo[@]}" "${day[@]}" --lang en
has "read 2 = decided 1 + rejected 1" "$scratch/err"
# A value that does not fit is said, counts as unknown, and shows in the status.
echo '{"staff": "5", "on_list": true}' >"$scratch/flawed.json"
status 1 sudui match "$scratch/flawed.json" "${demo[@]}" "${day[@]}" --lang en
has '`staff` needs a number, found the text `5`' "$scratch/err"
has "Reward for listed companies" "$scratch/out"
# A failing check digit is a warning and no finding.
echo '{"uscc": "91320412MA0DEMQ190"}' >"$scratch/code.json"
status 0 sudui match "$scratch/code.json" "${demo[@]}" "${day[@]}" --lang en
has "it would be \`Y\`" "$scratch/err"
