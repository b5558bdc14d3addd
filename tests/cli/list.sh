# What is in force on a day.
. tests/cli/expect.bash
sudui list "${demo[@]}" "${day[@]}" --all --lang en | golden list.en.txt
sudui list "${demo[@]}" --as-of 2016-06-30 --all --lang zh | golden list.zh.txt
sudui list "${demo[@]}" "${day[@]}" --all --format json | golden list.json
sudui list "${demo[@]}" "${day[@]}" --level district >"$scratch/district"
has demo/listed "$scratch/district"
hasnt demo/rd-reward "$scratch/district"
sudui list "${demo[@]}" "${day[@]}" --redemption direct >"$scratch/direct"
has demo/rd-reward "$scratch/direct"
hasnt demo/listed "$scratch/direct"
