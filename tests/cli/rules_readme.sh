# The messages that rules/README.md shows are what `sudui check` says of these mistakes, and the policy without them is right.
. tests/cli/expect.bash
from=tests/data/readme_mistakes/right.yaml
into=rules/wujin/research/try.yaml
cp -r rules "$scratch/rules"
cp rules/README.md "$scratch/readme"
program=$(realpath "$program")
cd "$scratch"
mistake() {
  sed -E "$1" "$OLDPWD/$from" >"$into"
  cmp -s "$into" "$OLDPWD/$from" && fail "no mistake made by $1"
  "$program" check rules --lang en >out 2>&1 && fail "no finding for $1"
  # The first finding, up to the next one: this block stands in the README.
  awk 'NR > 1 && /^rules\/.*: (error|warning):/ {exit} /^[0-9]+ error/ {exit} {print}' out | sed -E '/^$/d' >block
  python3 - block readme <<'PYTHON' || { cat block >&2; fail "rules/README.md does not show this"; }
import sys
block, readme = (open(p, encoding="utf-8").read() for p in sys.argv[1:])
sys.exit(not block.strip() or block.strip() not in readme)
PYTHON
}
cp "$OLDPWD/$from" "$into"
"$program" check rules --lang en >out 2>&1 || { cat out >&2; fail "the policy is not right"; }
"$program" test rules --policy wujin/try --lang en | grep -q '^2 passed, 0 failed' || fail "its tests do not pass"
mistake "s/en: 'R&D of 1,000,000 yuan or more'/en: R\&D of 1,000,000 yuan or more/"
mistake 's/some q in quals satisfies q.type = "hnte"/quals.type = "hnte"/'
mistake '/round: 0.01 half up/d'
