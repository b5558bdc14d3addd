# Why one policy is decided as it is: one of each verdict, in both languages, and as JSON.
. tests/cli/expect.bash
why() { sudui explain "$1" "$here/companies/$2" "${demo[@]}" "${day[@]}" "${@:3}"; }
why demo/rd-reward alpha.json --lang en | golden explain_eligible.en.txt
why demo/rd-reward beta.yaml --lang zh | golden explain_ineligible.zh.txt
why demo/rd-reward beta.yaml --lang en | golden explain_ineligible.en.txt
why demo/rd-reward gamma.json --lang en | golden explain_undetermined.en.txt
why demo/ended alpha.json --lang zh | golden explain_ended.zh.txt
why demo/rd-reward beta.yaml --format json | sed -E 's/"digest":"[0-9a-f]{64}"/"digest":"..."/; s/"engine":"[^"]*"/"engine":"..."/' |
  golden explain.json
status 2 sudui explain demo/rd-rewrad "$here/companies/alpha.json" "${demo[@]}" "${day[@]}" --lang en
status 3 sudui explain demo/rd-reward "$scratch/nothing.json" "${demo[@]}" "${day[@]}"
