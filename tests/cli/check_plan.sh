# What of the rules runs in columns: counts, places of what is left to rows, text in both languages and JSON.
. tests/cli/expect.bash
mkdir "$scratch/rules"
cp "$here/rules/demo.yaml" "$scratch/rules"
cat >"$scratch/rules/odd.yaml" <<'YAML'
policy: demo/odd
title: {zh: 增速, en: Growth}
authority: {zh: 演示局, en: Demonstration bureau}
level: city
redemption: direct
timing: day
sources:
  law: {document: 演示办法, clause: 第二条, status: verified-text}
from: 2020-01-01
clauses:
  - clause: either
    zh: 其一
    en: one of these
    cite: law
    any:
      - {clause: fast, zh: 增速, en: growth, require: abs(rd_expense / revenue) > 3, cite: law}
      - {clause: large, zh: 大, en: large, require: staff > 300, cite: law}
  - {clause: small, zh: 小, en: small, require: staff <= 300 or on_list, cite: law}
benefit: {kind: cash, zh: 奖励, en: reward, amount: if (abs(rd_expense / revenue) > 3) then 2万 else 1万, round: 0.01 half up, cite: law}
YAML
program=$(realpath "$program")
here=$PWD/$here
cd "$scratch"  # so that places do not depend on where that is
status 0 sudui check rules --plan --as-of 2023-12-31 --lang en
golden check_plan.en.txt <"$scratch/out"
status 0 sudui check rules --plan --as-of 2023-12-31 --lang zh
golden check_plan.zh.txt <"$scratch/out"
status 0 sudui check rules --plan --as-of 2023-12-31 --format json
golden check_plan.json <"$scratch/out"
# A policy chosen, a day on which another version is in force.
status 0 sudui check rules --plan --as-of 2018-06-30 --policy 'demo/*' --lang en
has "demo/ended" "$scratch/out"
hasnt "demo/odd" "$scratch/out"
# Rules with errors have no plan; a day without --plan is a mistake.
sed 's/rd_expense \/ revenue >/rd_expence \/ revenue >/' rules/demo.yaml >bad.yaml
status 1 sudui check bad.yaml --plan --lang en
hasnt "predicates" "$scratch/out"
status 2 sudui check rules --as-of 2023-12-31
