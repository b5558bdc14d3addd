# A log of decisions is decided again: the same lines, exactly those that an edited rule changes, and
# whatever was altered. SUDUI_LOG_ROWS companies (1000; 100000 shows the size that is asked for).
. tests/cli/expect.bash
rows="${SUDUI_LOG_ROWS:-1000}"
python3 - "$rows" >"$scratch/companies.ndjson" <<'PYTHON'
import json, sys
for i in range(int(sys.argv[1])):
    print(json.dumps({"company_name": f"company {i}", "taxable_income": 100000 + 7 * i, "cit_avg_headcount": i % 400,
                      "cit_avg_assets": 12000000, "is_resident_enterprise": True, "in_restricted_industry": i % 5 == 0}))
PYTHON
day=(--as-of 2023-12-31 --lang en)
status 0 sudui record "$scratch/companies.ndjson" "${day[@]}" --log "$scratch/log" --store "$scratch/store"
has "read $rows = decided $rows + rejected 0" "$scratch/err"
[[ $(wc -l <"$scratch/log") -eq $rows ]] || fail "not a line a company"
hasnt '"taxable_income":{"2023":1' "$scratch/log"
has '"taxable_income":{"masked":"S2"}' "$scratch/log"
status 0 sudui replay "$scratch/log" --profiles "$scratch/store" --lang en
has "lines $rows = same $rows + different 0 + without profile 0 + unreadable 0" "$scratch/out"

# The limit of 300 staff becomes 200 in one policy: companies of 201 to 300 staff outside restricted industries differ.
cp -r rules "$scratch/edited"
sed -i 's/cit_headcount(year) <= small_low_profit_staff_limit/cit_headcount(year) <= 200/' \
  "$scratch/edited/national/income-tax/small-low-profit.yaml"
status 1 sudui replay "$scratch/log" --profiles "$scratch/store" --rules "$scratch/edited" --lang en
affected="$(python3 -c "print(sum(1 for i in range($rows) if 200 < i % 400 <= 300 and i % 5))")"
has "lines $rows = same $((rows - affected)) + different $affected + without profile 0 + unreadable 0" "$scratch/out"
has "lines decided by other rules $rows" "$scratch/out"
has "national/small-low-profit  $affected" "$scratch/out"

# Without the store masked lines cannot be decided; with nothing masked the log is enough.
status 1 sudui replay "$scratch/log" --lang en
has "without profile $rows" "$scratch/out"
head -20 "$scratch/companies.ndjson" >"$scratch/few.ndjson"
status 0 sudui record "$scratch/few.ndjson" "${day[@]}" --mask-from 5 --log "$scratch/open" --store "$scratch/none"
status 0 sudui replay "$scratch/open" --lang en

# What is altered is noticed: a figure in the log, a figure in the store, a verdict, a line cut short.
sed '3s/"taxable_income":{"2023":1/"taxable_income":{"2023":2/' "$scratch/open" >"$scratch/altered"
status 1 sudui replay "$scratch/altered" --lang en
has "altered:3: 3 the profile does not have the digest that the line names" "$scratch/out"
sed '3s/"taxable_income":{"2023":1/"taxable_income":{"2023":2/' "$scratch/none" >"$scratch/altered"
status 1 sudui replay "$scratch/open" --profiles "$scratch/altered" --lang en
has "altered:3: the profile does not have the digest that the line names" "$scratch/err"
sed '3s/"verdict":"eligible"/"verdict":"undetermined"/' "$scratch/open" >"$scratch/altered"
status 1 sudui replay "$scratch/altered" --lang en
has "altered:3: 3 differs national/small-low-profit" "$scratch/out"
sed '3s/......$//' "$scratch/open" >"$scratch/altered"
status 1 sudui replay "$scratch/altered" --lang en
has "unreadable 1" "$scratch/out"
status 3 sudui replay "$scratch/nothing" --lang en
status 3 sudui record "$scratch/few.ndjson" "${day[@]}" --log "$scratch/no/where" --store "$scratch/none"
