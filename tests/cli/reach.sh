# What would have to change: distances, the smallest change of each field alone, proofs, in both languages.
. tests/cli/expect.bash
cat >"$scratch/company.json" <<'JSON'
{"is_resident_enterprise": true, "in_restricted_industry": false, "taxable_income": {"2023": 2900000},
 "cit_avg_headcount": {"2023": 310}, "cit_avg_assets": {"2023": 12000000}}
JSON
small=(--policy national/small-low-profit --rules rules --as-of 2023-12-31)
sudui reach "$scratch/company.json" "${small[@]}" --lang zh | golden reach.zh.txt
sudui reach "$scratch/company.json" "${small[@]}" --lang en | golden reach.en.txt
sudui reach - "${small[@]}" --format json <"$scratch/company.json" |
  sed -E 's/"digest":"[0-9a-f]{64}"/"digest":"..."/; s/"engine":"[^"]*"/"engine":"..."/' | golden reach.json
# What is reached is a company that gets the policy.
status 0 sudui reach "$scratch/company.json" "${small[@]}" --field cit_avg_headcount --format json
python3 - "$scratch/out" "$scratch/company.json" >"$scratch/moved.json" <<'PYTHON'
import json, sys
(staff,) = json.load(open(sys.argv[1]))["fields"]
assert (staff["state"], staff["to"], staff["by"], staff["smallest"]) == ("reached", "300", "-10", True), staff
company = json.load(open(sys.argv[2]))
company["cit_avg_headcount"]["2023"] = int(staff["to"])
print(json.dumps(company))
PYTHON
status 0 sudui reach "$scratch/moved.json" "${small[@]}" --lang en
has "verdict: ✓ eligible" "$scratch/out"
# Only the fields named move; where two clauses fail, each can be mended and no field alone is enough.
status 0 sudui reach "$scratch/company.json" "${small[@]}" --field taxable_income --lang en
has "the clauses that fail read no field that may move" "$scratch/out"
sed 's/12000000/60000000/' "$scratch/company.json" >"$scratch/two.json"
status 0 sudui reach "$scratch/two.json" "${small[@]}" --lang en
has "60,000,000.00 元 to 50,000,000.00 元 (-10,000,000.00 元)" "$scratch/out"
[[ $(grep -c "no value is enough (0" "$scratch/out") -eq 2 ]] || { cat "$scratch/out"; fail "two fields, two proofs"; }
status 0 sudui reach "$scratch/two.json" "${small[@]}" --lang zh
has "无论多少都不够" "$scratch/out"
status 2 sudui reach "$scratch/company.json" "${small[@]}" --field no_such_field --lang en
status 2 sudui reach "$scratch/company.json" --policy national/no-such --rules rules
status 2 sudui reach "$scratch/company.json"
status 3 sudui reach "$scratch/none.json" "${small[@]}"
# Where nothing fails, inputs are missing, and no change of one that is there makes up for them.
echo '{"is_resident_enterprise": true}' >"$scratch/little.json"
status 0 sudui reach "$scratch/little.json" "${small[@]}" --lang en
has "no clause fails for certain, inputs are missing: see sudui explain" "$scratch/out"
