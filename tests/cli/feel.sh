# One expression: its value and type, its parts, its mistakes; lines from a pipe.
. tests/cli/expect.bash
[[ $(sudui feel '5000万 * 5%') == "2500000  (number)" ]] || fail "a number"
[[ $(sudui feel 'date("2024-01-31") + duration("P1M")') == 'date("2024-02-29")  (date)' ]] || fail "a date"
[[ $(sudui feel '@"10:30:00+08:00" - @"01:30:00Z"') == 'duration("PT1H")  (days duration)' ]] || fail "a duration"
echo '{"revenue": 5000, "staff": 40, "hires": [{"wage": 3}, {"wage": 4}]}' >"$scratch/figures.json"
[[ $(sudui feel 'sum(hires.wage)' --with "$scratch/figures.json") == "7  (number)" ]] || fail "a list"
sudui feel 'revenue / staff >= 100 and staff > 3' --with "$scratch/figures.json" --explain >"$scratch/steps"
has '  revenue / staff >= 100  =  true' "$scratch/steps"
has '    revenue / staff  =  125' "$scratch/steps"
has '      staff  =  40' "$scratch/steps"
has 'true  (boolean)' "$scratch/steps"
status 1 sudui feel '1 + "a"' --lang en
has 'cannot join' "$scratch/err"
status 1 sudui feel '1 + null'
[[ $(sudui feel '1 + null' --standard) == null* ]] || fail "null operands"
status 3 sudui feel 1 --with "$scratch/none.json"
echo '[1]' >"$scratch/list.json"
status 1 sudui feel 1 --with "$scratch/list.json"
status 2 sudui feel 1 --as-of 2024-02-30
printf '%s\n' ':let x 20' 'x + 1' '' 'x +' ':explain' 'x * (x - 1)' ':names' ':what' ':quit' 'x' >"$scratch/lines"
status 1 sudui feel --lang en <"$scratch/lines"
has '21  (number)' "$scratch/out"
has '  x - 1  =  19' "$scratch/out"
has 'string length' "$scratch/out"
has 'commands: :let' "$scratch/err"
# A company of the shipped rules, and a definition of theirs.
[[ $(sudui feel 'staff' --rules "$here/rules" --with "$here/companies/alpha.json" --as-of 2021-12-31) == *"(number"* ]] || fail "a field"
