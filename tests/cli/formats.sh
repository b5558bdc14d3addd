# A folder of companies as text, NDJSON and CSV; every line of the machine formats stands alone.
. tests/cli/expect.bash
steady() { sed -E 's/"digest":"[0-9a-f]{64}"/"digest":"..."/; s/"engine":"[^"]*"/"engine":"..."/'; }
sudui match "$here/companies" "${demo[@]}" "${day[@]}" --lang zh | golden formats.txt
sudui match "$here/companies" "${demo[@]}" "${day[@]}" --format ndjson | steady | golden formats.ndjson
sudui match "$here/companies" "${demo[@]}" "${day[@]}" --format csv | golden formats.csv
sudui match "$here/companies" "${demo[@]}" "${day[@]}" --format ndjson |
  python3 -c 'import json, sys; assert [len(json.loads(line)["decisions"]) for line in sys.stdin] == [2, 2, 2]'
sudui match "$here/companies" "${demo[@]}" "${day[@]}" --format csv |
  python3 -c 'import csv, sys; rows = list(csv.reader(sys.stdin)); assert {len(r) for r in rows} == {15} and len(rows) == 7, rows'
# Only some policies.
sudui match "$here/companies" "${demo[@]}" "${day[@]}" --policy '*/listed' --format csv >"$scratch/one"
hasnt demo/rd-reward "$scratch/one"
