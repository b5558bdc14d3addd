# Policies beside each other: who gives way, in every format, one company and many.
. tests/cli/expect.bash
mkdir -p "$scratch/rules"
cat >"$scratch/rules/rules.yaml" <<'YAML'
rule_set: grouped
title: {zh: 分组, en: Grouped}
version: "1"
holders: {SELF: {zh: 企业, en: the company itself}}
---
fields: all
entries:
  - {field: staff, zh: 人数, en: staff, type: number, unit: 人, holder: SELF}
  - {field: is_listed, zh: 已上市, en: listed, type: boolean, holder: SELF}
---
policy: demo/low
title: {zh: 低额奖励, en: Low reward}
level: district
sources: {doc: {document: 文件第1号, status: verified-text}}
clauses: [{clause: large, zh: 规模, en: large, require: staff > 5, cite: doc}]
benefit: {kind: cash, zh: 奖励, en: reward, amount: 5万, round: 0.01 half up, cite: doc}
---
policy: demo/high
title: {zh: 高额奖励, en: High reward}
level: city
sources: {doc: {document: 文件第1号, status: verified-text}}
clauses: [{clause: listed, zh: 已上市, en: listed, require: is_listed, cite: doc}]
benefit: {kind: cash, zh: 奖励, en: reward, amount: 8万, round: 0.01 half up, cite: doc}
---
group: demo/rewards
title: {zh: 奖励择优, en: The better reward}
rule: highest
members: [demo/low, demo/high]
cite: {document: 文件第2号, status: verified-text}
YAML
rules=(--rules "$scratch/rules" --as-of 2024-12-31)
echo '{"staff": 9, "is_listed": true}' >"$scratch/one.json"
sudui match "$scratch/one.json" "${rules[@]}" --lang en >"$scratch/text"
has "eligible, not had beside others" "$scratch/text"
has "gives way to High reward (demo/high) (The better reward)" <(tr -s ' \n' ' ' <"$scratch/text")
sudui match "$scratch/one.json" "${rules[@]}" --lang zh | tr -d ' \n' >"$scratch/text"
has "让位于高额奖励（demo/high）（奖励择优）" "$scratch/text"
sudui match "$scratch/one.json" "${rules[@]}" --format json >"$scratch/json"
python3 - "$scratch/json" <<'PY'
import json, sys
made = json.load(open(sys.argv[1]))
by = {each["policy"]: each for each in made["decisions"]}
assert by["demo/low"]["standing"] == "displaced" and by["demo/low"]["groups"][0]["by"] == "demo/high"
assert by["demo/low"]["verdict"] == "eligible" and by["demo/high"]["standing"] == "kept"
assert made["groups"][0]["total"] == {"is": "exact", "low": "80000.00", "high": "80000.00"}
PY
sudui explain demo/low "$scratch/one.json" "${rules[@]}" --lang en >"$scratch/why"
has "gives way to High reward" "$scratch/why"
has "文件第2号" "$scratch/why"
# A stream long enough for columns says the same as one company at a time.
python3 -c '
import json
for i in range(3000):
    made = {"staff": i % 9}
    if i % 5: made["is_listed"] = i % 2 == 0
    print(json.dumps(made))' >"$scratch/many.ndjson"
for format in ndjson csv; do
  sudui match "$scratch/many.ndjson" "${rules[@]}" --format $format >"$scratch/many"
  split -l 200 "$scratch/many.ndjson" "$scratch/part."
  for part in "$scratch"/part.*; do
    sudui match - "${rules[@]}" --format $format <"$part"
  done | sed -E 's/"file":"[^"]*","line":[0-9]+//; s/^[^,]*,[0-9]+,//' | grep -v '^file' >"$scratch/parts"
  sed -E 's/"file":"[^"]*","line":[0-9]+//; s/^[^,]*,[0-9]+,//' "$scratch/many" | grep -v '^file' |
    cmp - "$scratch/parts" || fail "a stream says of groups what its parts do not"
  has displaced "$scratch/many"
  has open "$scratch/many"
done
# A benefit that stands in a group alone gives way, and the other one of its policy does not.
mkdir "$scratch/alone"
sed -e 's|members: \[demo/low, demo/high\]|members: ["demo/low#reward", demo/high]|' \
  -e 's|^benefit: {kind: cash, zh: 奖励, en: reward, amount: 5万.*|benefits:\n  - {benefit: reward, kind: cash, zh: 奖励, en: reward, amount: 5万, round: 0.01 half up, cite: doc}\n  - {benefit: relief, kind: tax, zh: 减税, en: relief, amount: 1万, round: 0.01 half up, cite: doc}|' \
  "$scratch/rules/rules.yaml" >"$scratch/alone/rules.yaml"
alone=(--rules "$scratch/alone" --as-of 2024-12-31)
sudui match "$scratch/one.json" "${alone[@]}" --lang en >"$scratch/text"
has "reward: gives way to High reward (demo/high) (The better reward)" <(tr -s ' \n' ' ' <"$scratch/text")
sudui match - "${alone[@]}" --format csv <"$scratch/one.json" >"$scratch/csv"
has "demo/low,eligible,reward,cash,exact,50000.00,50000.00,元,,displaced,demo/high,0.00" "$scratch/csv"
has "demo/low,eligible,relief,tax,exact,10000.00,10000.00,元,,,," "$scratch/csv"
sudui match "$scratch/one.json" "${alone[@]}" --format json >"$scratch/json"
python3 - "$scratch/json" <<'PY'
import json, sys
made = json.load(open(sys.argv[1]))
low = next(each for each in made["decisions"] if each["policy"] == "demo/low")
assert low["standing"] == "kept", low
assert low["groups"][0]["benefit"] == "reward" and low["groups"][0]["alone"] is True, low
assert low["groups"][0]["standing"] == "displaced" and low["groups"][0]["by"] == "demo/high", low
PY
sudui show demo/low --rules "$scratch/alone" --lang en >"$scratch/card"
has "only of the benefit: reward" "$scratch/card"
sudui show demo/high --rules "$scratch/alone" --lang en >"$scratch/card"
has "Low reward (reward)" "$scratch/card"
# Sums stand twice: what policies grant by themselves, and what groups leave of it.
sudui match "$scratch/many.ndjson" "${rules[@]}" --format csv --stats "$scratch/stats" >/dev/null
python3 - "$scratch/stats" <<'PY'
import json, sys
by = {each["policy"]: each for each in json.load(open(sys.argv[1]))["policies"]}
low, high = by["demo/low"], by["demo/high"]
assert float(low["sums"][0]["left"]) < float(low["sums"][0]["sum"]), low
assert high["sums"][0]["left"] == high["sums"][0]["sum"], high
assert low["left_not_exact"] > 0 and low["not_exact"] == 0, low  # where nobody knows whether it is listed
PY
mkdir "$scratch/apart"
sed '/^group: /,$d' "$scratch/rules/rules.yaml" | sed '$d' >"$scratch/apart/rules.yaml"
diff_of() { sudui diff "$scratch/apart" "$scratch/rules" "$scratch/many.ndjson" --as-of 2024-12-31 "$@" 2>/dev/null; }
diff_of --format json >"$scratch/json"
python3 - "$scratch/json" <<'PY'
import json, sys
low = next(each for each in json.load(open(sys.argv[1]))["policies"] if each["policy"] == "demo/low")
assert low["sums"][0]["change"] == "0.00" and float(low["sums"][0]["left"]["change"]) < 0, low
assert low["gain"] == low["lose"] == 0, low
PY
diff_of --lang en >"$scratch/text"
has "left by groups" "$scratch/text"
diff_of --format csv >"$scratch/csv"
has "left_not_exact_after" "$scratch/csv"
