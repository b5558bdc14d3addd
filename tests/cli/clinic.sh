# The list of problems of one company and one policy.
. tests/cli/expect.bash
cat >"$scratch/company.json" <<'JSON'
{"establishment_date": "2023-03-01", "sales_revenue": {"2023": 60000000, "2022": 50000000}, "rd_expense_total": {"2023": 2000000},
 "rd_expense_domestic": {"2023": 2000000}, "employees_total": {"2023": 100}, "sci_tech_staff": {"2023": 9},
 "total_income": {"2023": 60000000}, "hightech_product_revenue": {"2023": 30000000},
 "ip_list": [{"kind": "invention", "ip_class": "I", "status": "pending"}], "has_core_ip": false}
JSON
hnte=(--policy national/hnte-recognition --rules rules --as-of 2023-12-31)
sudui clinic "$scratch/company.json" "${hnte[@]}" --lang en | golden clinic.en.txt
sudui clinic "$scratch/company.json" "${hnte[@]}" --lang zh | golden clinic.zh.txt
sudui clinic - "${hnte[@]}" --format json <"$scratch/company.json" | sed -E 's/"digest":"[0-9a-f]+"/"digest":""/' | golden clinic.json
# The groups are the eight items of article 11.
[[ $(sudui clinic "$scratch/company.json" "${hnte[@]}" --format json | grep -o '"group":' | wc -l) -eq 8 ]] || fail "not eight groups"
status 2 sudui clinic "$scratch/company.json" --policy national/no-such --rules rules
status 2 sudui clinic "$scratch/company.json"
status 3 sudui clinic "$scratch/none.json" "${hnte[@]}"
