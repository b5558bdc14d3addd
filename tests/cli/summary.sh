# A stream as text: a table of policies with counts and sums, the same in both orders of the rows.
. tests/cli/expect.bash
cat >"$scratch/all.ndjson" <<'ROWS'
{"revenue": {"2023": 1000000}, "rd_expense": {"2023": 60000}, "staff": 5, "on_list": true}
{"revenue": {"2023": 1000000}, "rd_expense": {"2023": 60000.55}, "staff": 5, "on_list": false}
{"revenue": {"2023": 1000000}, "rd_expense": {"2023": 100}, "staff": 5}
{"revenue": {"2023": 1000000}, "staff": 5}
ROWS
sudui match "$scratch/all.ndjson" "${demo[@]}" "${day[@]}" --lang en --format text 2>"$scratch/err" | golden summary.txt
tac "$scratch/all.ndjson" | sudui match - "${demo[@]}" "${day[@]}" --lang en --format text 2>"$scratch/err" | golden summary.txt
has "read 4 = decided 4 + rejected 0" "$scratch/err"
