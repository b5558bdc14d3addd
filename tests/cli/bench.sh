# What rules cost is measured, and only after columns and rows have agreed. Times differ from run to run: the test
# reads that every part is there and that shares are shares.
. tests/cli/expect.bash
for i in $(seq 1 300); do
  echo "{\"uscc\": \"$i\", \"revenue\": {\"2023\": ${i}000}, \"rd_expense\": {\"2023\": $((i % 20 + 1))0}, \"staff\": $((i % 400))}"
done >"$scratch/all.ndjson"
echo '{"staff": "many"}' >>"$scratch/all.ndjson"
status 0 sudui bench "$scratch/all.ndjson" "${demo[@]}" "${day[@]}" --rounds 2 --sample 50 --format json
python3 - "$scratch/out" <<'PY'
import json, sys
made = json.load(open(sys.argv[1], encoding="utf-8"))
assert (made["companies"], made["rejected"], made["checked"], made["rounds"]) == (300, 1, 50, 2)
assert made["policies"] == 2 and made["clauses_left"] == 0
assert made["kernels"] in ("avx512", "avx2", "neon", "portable")
for name in ("columns_alone", "verdicts", "verdicts_and_amounts", "one_by_one"):
    time = made["ns_a_company"][name]
    assert 0 < float(time["least"]) <= float(time["median"]) <= float(time["most"]), name
assert float(made["ns_a_company"]["reading_input"]) > 0
assert {p["policy"] for p in made["by_policy"]} == {"demo/rd-reward", "demo/listed"}
parts = float(made["parts"])
assert abs(sum(float(p["ns"]) for p in made["by_policy"]) - parts) <= 0.01 * parts + 0.01
assert {p["formula"] for p in made["by_predicate"]} == {"rd_expense / revenue >= 5%", "staff <= 300", "on_list"}
assert all(p["policies"] == 1 and p["where"]["line"] > 0 for p in made["by_predicate"])
costs = [float(p["ns"]) for p in made["by_predicate"]]
assert costs == sorted(costs, reverse=True)
PY
status 0 sudui bench "$scratch/all.ndjson" "$here/companies" "${demo[@]}" "${day[@]}" --rounds 1 --lang en
has "companies: 303, policies: 2" "$scratch/out"
has "agree on verdicts and amounts of the first 303 companies" "$scratch/out"
has "rd_expense / revenue >= 5%" "$scratch/out"
status 0 sudui bench "$scratch/all.ndjson" "${demo[@]}" "${day[@]}" --rounds 1 --lang zh
has "最费时的谓词" "$scratch/out"
status 1 sudui bench "$scratch/all.ndjson" "${demo[@]}" --as-of 1990-01-01 --lang en
has "no policies" "$scratch/err"
status 3 sudui bench "$scratch/nothing.ndjson"
status 2 sudui bench "$scratch/all.ndjson" --rounds 0
