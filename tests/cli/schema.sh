# JSON Schemas are JSON, and that of a profile knows the fields of the rules.
. tests/cli/expect.bash
sudui schema profile "${demo[@]}" | golden schema_profile.json
sudui schema rules | python3 -c 'import json, sys; assert len(json.load(sys.stdin)["oneOf"]) == 6'
status 2 sudui schema nothing
