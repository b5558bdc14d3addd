# Companies at the limits: of the demonstration in full, of the shipped rules by their counts.
. tests/cli/expect.bash
sudui test "$here/rules" --boundaries --all --lang en | golden boundaries.en.txt
sudui test "$here/rules" --boundaries --lang zh | golden boundaries.zh.txt
sudui test "$here/rules" --boundaries --format json | golden boundaries.json
status 2 sudui test "$here/rules" --all
mkdir "$scratch/wrong"
sed 's/require: staff <= 300/require: staff < 300/' "$here/rules/demo.yaml" >"$scratch/wrong/rules.yaml"
status 1 sudui test "$scratch/wrong" --boundaries --lang en
has "do not agree whether the limit counts" "$scratch/out"
# No comparison of the shipped rules turns the wrong way, no words contradict a sign, and nearly all could be tried.
# SUDUI_LIMITS takes fewer policies where a slow build would take too long.
limits="${SUDUI_LIMITS:-*}"
sudui test rules --boundaries --policy "$limits" --format json >"$scratch/shipped"
python3 - "$scratch/shipped" "$limits" <<'PYTHON'
import json, sys
r = json.load(open(sys.argv[1]))
assert r["unexpected"] == 0 and r["words_differ"] == 0, r["unexpected"]
place = r["places"]
assert sum(each["limits"] for each in place.values()) == r["limits"] == len(r["boundaries"]) > 0
assert all(b["why_not"]["zh"] and b["why_not"]["en"] for b in r["boundaries"] if b["state"] == "not-made")
if sys.argv[2] == "*":
    assert place["clause"]["exact"] >= 490 and place["clause"]["not_made"] <= 40, place  # ranges of years move with the day
    assert place["item"]["exact"] >= 95 and place["item"]["not_made"] == 0, place
    assert place["tier"]["exact"] + place["tier"]["straddled"] >= 12, place
    assert place["band"]["exact"] >= 20 and place["amount"]["exact"] >= 250, place
PYTHON
