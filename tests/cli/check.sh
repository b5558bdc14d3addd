# Diagnostics of a rule set: none, some, as text in both languages and as JSON.
. tests/cli/expect.bash
status 0 sudui check "$here/rules" --lang en
has "0 errors" "$scratch/out"
status 0 sudui check --lang zh
has "0 处错误" "$scratch/out"
mkdir "$scratch/bad"
sed 's/rd_expense \/ revenue/rd_expence \/ revenue/' "$here/rules/demo.yaml" >"$scratch/bad/rules.yaml"
status 1 sudui check "$scratch/bad" --lang en
has "rd_expence" "$scratch/out"
has "rd_expense" "$scratch/out"
has "^" "$scratch/out"
status 1 sudui check --rules "$scratch/bad" --format json
python3 - "$scratch/out" <<'PY'
import json, sys
found = json.load(open(sys.argv[1], encoding="utf-8"))
assert found["errors"] == len([d for d in found["diagnostics"] if d["severity"] == "error"]) > 0
assert all(d["where"]["line"] > 0 and d["message"]["zh"] and d["message"]["en"] for d in found["diagnostics"])
PY
status 3 sudui check "$scratch/nothing"
# Any other command says the same and ends with the same status.
status 1 sudui match "$here/companies/alpha.json" --rules "$scratch/bad" --lang en
has "rd_expence" "$scratch/err"
