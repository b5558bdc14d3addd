# Two rule sets over the same companies. The figures are worked out by hand below.
. tests/cli/expect.bash
dictionary() {
  cat <<YAML
rule_set: city
title: {zh: 市规则, en: City rules}
version: "$1"
language: 1
holders: {TAX: {zh: 税务, en: tax bureau}}
---
fields: all
entries:
  - {field: uscc, zh: 统一社会信用代码, en: credit code, type: string, holder: TAX}
  - {field: division_code, zh: 行政区划代码, en: division code, type: string, holder: TAX}
  - {field: town, zh: 镇, en: town, type: string, holder: TAX}
  - {field: taxes, zh: 税额, en: taxes, type: number, unit: 元, holder: TAX}
YAML
}
policy() { # ID FROM TO REQUIRE BENEFIT
  cat <<YAML
---
policy: $1
title: {zh: 政策 $1, en: policy $1}
authority: {zh: 市, en: city}
level: city
redemption: direct
timing: day
sources: {law: {document: 办法, status: verified-text}}
from: $2
to: $3
clauses:
  - {clause: c, zh: 条件, en: condition, cite: law, require: $4}
benefit: {$5, zh: 奖励, en: reward, cite: law}
YAML
}
mkdir "$scratch/old" "$scratch/new"
# Before: 10 % of taxes from 1000 on, at most 500; a title for 5000; a grant that the new rules drop.
{
  dictionary 1
  policy city/reward 2020-01-01 2030-12-31 'taxes >= 1000' 'kind: cash, amount: taxes * 10%, at_most: "500", round: 0.01 half up'
  policy city/title 2020-01-01 2030-12-31 'taxes >= 5000' 'kind: recognition'
  policy city/dropped 2020-01-01 2030-12-31 'taxes < 1000' 'kind: cash, amount: "80", round: 1 down'
  policy city/steady 2020-01-01 2030-12-31 'taxes >= 1000' 'kind: tax, amount: "1", round: 1 down'
} >"$scratch/old/rules.yaml"
# After: from 2000 on, 15 %, at most 600, with a field that is new; a voucher that begins in 2024.
{
  dictionary 2
  echo '  - {field: staff, zh: 职工人数, en: staff, type: number, unit: 人, holder: TAX}'
  policy city/reward 2020-01-01 2030-12-31 'taxes >= 2000 and staff <= 300' 'kind: cash, amount: taxes * 15%, at_most: "600", round: 0.01 half up'
  policy city/title 2020-01-01 2030-12-31 'taxes >= 5000' 'kind: recognition'
  policy city/voucher 2024-01-01 2030-12-31 'staff >= 1' 'kind: voucher, amount: "50", round: 1 down'
  policy city/steady 2020-01-01 2030-12-31 'taxes >= 1000' 'kind: tax, amount: "1", round: 1 down'
} >"$scratch/new/rules.yaml"
# Company   reward before -> after                      dropped
#   a       100.05 -> none             loses            -
#   b       300 -> 450                 gains            -
#   c       500 (limit) -> 600 (limit) gains            -
#   d       none                                        80 -> absent: loses
#   e       250.01 -> undetermined     loses            - (staff unknown)
#   f       undetermined both                           undetermined -> absent
#   g       no JSON number: a reject
cat >"$scratch/all.ndjson" <<'ROWS'
{"uscc": "a", "division_code": "320412001", "town": "湖塘镇", "taxes": 1000.5, "staff": 10}
{"uscc": "b", "division_code": "320412002", "town": "湖滨路", "taxes": 3000, "staff": 300}
{"uscc": "c", "division_code": "320402", "town": "", "taxes": 9000, "staff": 1}
{"uscc": "d", "division_code": "320402", "town": "天宁", "taxes": 999.99, "staff": 0}
{"uscc": "e", "taxes": 2500.1}
{"uscc": "f", "division_code": "320412", "staff": 5}
{"uscc": "g", "taxes": "many"}
ROWS
run() { sudui diff "$scratch/old" "$scratch/new" "$scratch/all.ndjson" --as-of 2023-12-31 "$@"; }
status 1 run --lang en
has "read 7 = compared 6 + rejected 1" "$scratch/err"
has "all.ndjson:7: reject:" "$scratch/err"
golden diff.en.txt <"$scratch/out"
status 1 run --lang zh --rejects "$scratch/rejects"
golden diff.zh.txt <"$scratch/out"
has '"line":7' "$scratch/rejects"
status 1 run --format csv
golden diff.csv <"$scratch/out"
cp "$scratch/out" "$scratch/csv"
status 1 run --format json --threads 1
cp "$scratch/out" "$scratch/json"
status 1 run --format json --threads 3
cmp "$scratch/out" "$scratch/json" || fail "threads change the answer"
python3 - "$scratch/json" <<'PY'
import json, sys
from decimal import Decimal
made = json.load(open(sys.argv[1], encoding="utf-8"))
assert (made["companies"], made["rejected"]) == (6, 1)
assert (made["gain"], made["lose"], made["both"]) == (2, 3, 0)
policies = {p["policy"]: p for p in made["policies"]}
reward = policies["city/reward"]
assert (reward["eligible_before"], reward["eligible_after"]) == (4, 2)
assert (reward["gain"], reward["lose"]) == (2, 2)
moves = {(c["from"], c["to"]): c["companies"] for c in reward["changes"]}
assert moves == {("eligible", "ineligible"): 1, ("eligible", "undetermined"): 1}
assert reward["sums"] == [{"kind": "cash", "unit": "元", "before": "1150.06", "after": "1050.00",
                           "change": "-100.06", "not_exact_before": 0, "not_exact_after": 0,
                           "left": {"before": "1150.06", "after": "1050.00", "change": "-100.06",
                                    "not_exact_before": 0, "not_exact_after": 0}}]
assert (policies["city/dropped"]["before"], policies["city/dropped"]["after"]) == ("in_force", "absent")
assert (policies["city/voucher"]["before"], policies["city/voucher"]["after"]) == ("absent", "not_in_force")
moves = {(c["from"], c["to"]): c["companies"] for c in policies["city/dropped"]["changes"]}
assert moves == {("eligible", "absent"): 1, ("undetermined", "absent"): 1}
assert policies["city/title"]["changes"] == [] and policies["city/title"]["eligible_after"] == 1
assert made["by"] == "division_code:6"
groups = {g["group"]: g for g in made["groups"]}
assert {name: g["companies"] for name, g in groups.items()} == {None: 1, "320402": 2, "320412": 3}
assert (groups["320412"]["gain"], groups["320412"]["lose"]) == (1, 1)
assert (groups["320402"]["gain"], groups["320402"]["lose"]) == (1, 1)
cash = {(s["kind"], s["unit"]): s for s in groups["320402"]["sums"]}[("cash", "元")]
assert (cash["before"], cash["after"], cash["change"]) == ("580.00", "600.00", "20.00")
for kind in ("before", "after"):  # groups add up to the whole
    whole = sum(Decimal(s[kind]) for p in made["policies"] for s in p["sums"] if s["kind"] == "cash")
    parts = sum(Decimal(s[kind]) for g in made["groups"] for s in g["sums"] if s["kind"] == "cash")
    assert whole == parts
PY
python3 - "$scratch/csv" <<'PY'
import csv, sys
rows = list(csv.DictReader(open(sys.argv[1], encoding="utf-8")))
whole = [r for r in rows if r["by"] == "all" and r["policy"] == "city/reward"]
parts = [r for r in rows if r["by"] == "division_code:6" and r["policy"] == "city/reward"]
assert len(whole) == 1 and whole[0]["change"] == "-100.06"
assert sum(int(r["lose"]) for r in parts) == int(whole[0]["lose"]) == 2
PY
# Groups by another field, cut by characters; a table; single companies; a field that is none.
status 1 run --by town:2 --lang en
has "湖塘  " "$scratch/out"
hasnt "division_code" "$scratch/out"
status 2 run --by taxes --lang en
has 'there is no field of texts `taxes`' "$scratch/err"
status 2 run --by town:x
printf 'uscc,division_code,taxes\na,320412,1000.5\nb,320412,3000\n' >"$scratch/two.csv"
status 0 sudui diff "$scratch/old" "$scratch/new" "$scratch/two.csv" --as-of 2023-12-31 --lang en --policy city/reward
has "2 companies: 0 gain, 2 lose" "$scratch/out"
echo '{"uscc": "a", "division_code": "320412", "taxes": 1000.5, "staff": 10}' >"$scratch/one.json"
status 0 sudui diff "$scratch/old" "$scratch/new" "$scratch/one.json" "$scratch/one.json" --as-of 2023-12-31 --lang en
has "2 companies: 0 gain, 2 lose" "$scratch/out"
# The same rules on two days: the voucher begins.
status 1 sudui diff "$scratch/new" "$scratch/new" "$scratch/all.ndjson" --as-of-old 2023-12-31 --as-of-new 2024-01-01 --lang en
has "(before: not in" "$scratch/out"
has "6 companies: 4 gain, 0 lose" "$scratch/out"
grep -qE '^city/voucher .* 0 +4 +4 +0 +0 +200 +\+200 元$' "$scratch/out" || fail "no sum of vouchers"
# The same on both sides: nothing changes.
status 1 sudui diff "$scratch/old" "$scratch/old" "$scratch/all.ndjson" --as-of 2023-12-31 --lang en
has "4 policies without a change" "$scratch/out"
status 3 sudui diff "$scratch/old" "$scratch/nothing" "$scratch/all.ndjson"
status 3 sudui diff "$scratch/old" "$scratch/new" "$scratch/nothing.csv"
status 2 sudui diff "$scratch/old" "$scratch/new" "$scratch/all.ndjson" --as-of-new tomorrow
# Lines of streams go straight into columns, single companies and lines with something to tell of by rows: the same counts.
python3 - "$scratch" <<'PY'
import json, os, random, sys
folder = sys.argv[1]
random.seed(9)
os.mkdir(f"{folder}/single")
fields = ("uscc", "division_code", "town", "taxes", "staff")
with open(f"{folder}/many.ndjson", "w") as lines, open(f"{folder}/many.csv", "w", encoding="utf-8") as table:
    table.write(",".join(fields) + "\n")
    for i in range(200):
        row = {"uscc": f"u{i}", "division_code": random.choice(["320412001", "320402", ""]), "town": random.choice(["甲镇", "乙"]),
               "taxes": random.choice([999.99, 1000.5, 2500.1, 9000]), "staff": random.choice([0, 10, 300, 301])}
        row = {key: value for key, value in row.items() if random.random() < 0.85}
        text = json.dumps(row, ensure_ascii=i % 3 == 0)  # with escapes, which are read by rows
        lines.write(text + "\n" + "\n" * (i % 7 == 0))
        open(f"{folder}/single/{i:03}.json", "w").write(text)
        table.write(",".join(f'"{row.get(key, "")}"' if i % 5 == 0 else str(row.get(key, "")) for key in fields) + "\n")
PY
for by in division_code:6 town:1; do
  for rules in "old new" "new old" "new new"; do
    compare() { sudui diff "$scratch/${rules% *}" "$scratch/${rules#* }" "$scratch/$1" --as-of-old 2023-12-31 --as-of-new 2024-01-01 \
      --by $by --format json >"$scratch/$1.json" 2>"$scratch/err" || [[ $? -eq 1 ]] || fail "no answer for $1"; }
    for input in single many.ndjson many.csv; do compare "$input"; done
    cmp "$scratch/many.ndjson.json" "$scratch/single.json" || fail "NDJSON differs: $rules by $by"
    cmp "$scratch/many.csv.json" "$scratch/single.json" || fail "CSV differs: $rules by $by"
  done
done
has '"companies":200' "$scratch/single.json"
# Of a pair of rules one alone may have the policy; where neither has, it is a slip.
status 2 sudui diff "$scratch/old" "$scratch/new" "$scratch/two.csv" --as-of 2023-12-31 --lang en --policy 'nothing/*'
has "there is no policy \`nothing/*\`" "$scratch/err"
