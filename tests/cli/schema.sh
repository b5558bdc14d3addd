# JSON Schemas are JSON, and that of a profile knows the fields of the rules.
. tests/cli/expect.bash
sudui schema profile "${demo[@]}" | golden schema_profile.json
sudui schema rules | python3 -c 'import json, sys; assert len(json.load(sys.stdin)["oneOf"]) == 7'
status 2 sudui schema nothing
# The shipped companies fit the schema of the shipped dictionary; what the reader refuses does not.
sudui schema profile >"$scratch/profile.json"
python3 "$here/json_schema.py" "$scratch/profile.json" examples/companies/*.json
refused() {
  echo "$1" >"$scratch/company.json"
  status 1 python3 "$here/json_schema.py" "$scratch/profile.json" "$scratch/company.json"
  status 1 sudui match "$scratch/company.json"
}
refused '{"registered_capital": "5"}'
refused '{"registered_capital": -1}'
refused '{"legal_form": "a club"}'
refused '{"division_code": "32041"}'
refused '{"operating_revenue": {"last": 5}}'
refused '{"registered_capital": {"value": 5, "untis": "元"}}'
refused '{"quals": [{"type": 5}]}'
