# Files of a run get their name when they are complete, and statistics add up to what the decisions say.
. tests/cli/expect.bash
for i in $(seq 1 300); do
  echo "{\"company_name\": \"c$i\", \"revenue\": {\"2023\": 1000000}, \"rd_expense\": {\"2023\": $((50000 + i))}, \"staff\": $((i % 20)), \"on_list\": true}"
done >"$scratch/all.ndjson"
echo nonsense >>"$scratch/all.ndjson"
status 1 sudui match "$scratch/all.ndjson" "${demo[@]}" "${day[@]}" --lang en
mv "$scratch/out" "$scratch/plain"
status 1 sudui match "$scratch/all.ndjson" "${demo[@]}" "${day[@]}" --out "$scratch/decisions" --rejects "$scratch/rejects" \
  --stats "$scratch/stats.json" --lang en
[[ ! -s $scratch/out ]] || fail "something on standard output"
cmp "$scratch/plain" "$scratch/decisions"
[[ $(wc -l <"$scratch/rejects") -eq 1 ]] || fail "not one reject"
compgen -G "$scratch/*.partial" && fail "something is left over"
python3 - "$scratch/stats.json" "$scratch/decisions" <<'PY'
import collections, decimal, json, sys
stats = json.load(open(sys.argv[1]))
assert (stats["rows"], stats["decided"], stats["rejected"]) == (301, 300, 1), stats
assert float(stats["seconds"]) >= 0 and stats["rows_per_second"] > 0
verdicts, sums = collections.Counter(), collections.Counter()
for line in open(sys.argv[2], encoding="utf-8"):
    for d in json.loads(line)["decisions"]:
        verdicts[d["policy"], d["verdict"]] += 1
        for g in d.get("grants", []):
            if d["verdict"] == "eligible" and g["amount"]["is"] == "exact":
                sums[d["policy"]] += decimal.Decimal(g["amount"]["low"])
for p in stats["policies"]:
    for verdict in ("eligible", "undetermined", "ineligible"):
        assert p[verdict] == verdicts[p["policy"], verdict], (p, verdict)
    assert sum(decimal.Decimal(s["sum"]) for s in p["sums"]) == sums[p["policy"]], p
assert any(p["sums"] for p in stats["policies"])
PY
# A file that another run is writing is not touched; one that was left over is.
echo left >"$scratch/decisions.partial"
status 3 flock "$scratch/decisions.partial" "$program" match "$scratch/all.ndjson" "${demo[@]}" "${day[@]}" --out "$scratch/decisions" --lang en
has "cannot write \`$scratch/decisions\`" "$scratch/err"
[[ $(cat "$scratch/decisions.partial") == left ]] || fail "the other run's file was changed"
status 1 sudui match "$scratch/all.ndjson" "${demo[@]}" "${day[@]}" --out "$scratch/decisions"
# A link stays a link.
ln -s decisions "$scratch/link"
status 1 sudui match "$scratch/all.ndjson" "${demo[@]}" "${day[@]}" --format csv --out "$scratch/link"
[[ -L $scratch/link ]] || fail "the link is gone"
has "line,id,policy" "$scratch/decisions"
# Pipes and devices are written to as they are, and a full disk is noticed.
status 3 sudui match "$scratch/all.ndjson" "${demo[@]}" "${day[@]}" --out /dev/full
status 1 sudui match "$scratch/all.ndjson" "${demo[@]}" "${day[@]}" --format ndjson --out /dev/stdout
cmp "$scratch/plain" "$scratch/out"
status 3 sudui match "$scratch/all.ndjson" "${demo[@]}" "${day[@]}" --out "$scratch/no/such/folder"
