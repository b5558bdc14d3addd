# Whether policies could be paid without applying, of the demonstration and of the shipped rules.
. tests/cli/expect.bash
sudui list "${demo[@]}" "${day[@]}" --readiness --lang en | golden readiness.en.txt
sudui list "${demo[@]}" "${day[@]}" --readiness --lang zh | golden readiness.zh.txt
sudui list "${demo[@]}" "${day[@]}" --readiness --format json | golden readiness.json
status 2 sudui list "${demo[@]}" --format csv --lang en
sudui list --rules rules "${day[@]}" --readiness --format csv >"$scratch/all"
# A score that experts give, an election, a figure that only the company has.
has 'national/hnte-recognition,高新技术企业认定,apply,apply,as-stated,hnte_innovation_score,企业创新能力评价得分,STI,judgement' "$scratch/all"
has 'national/small-low-profit,小型微利企业减免企业所得税,confirm,self,by-oneself,income_before_extra_deductions,所填应纳税所得额为加计扣除前,SELF,confirmation' "$scratch/all"
has 'rd_expense_total,研发费用(高企口径),SELF,submission' "$scratch/all"
has 'rd_by_project,研发费用按项目归集,SELF,confirmation' "$scratch/all"
