# One policy as a card.
. tests/cli/expect.bash
sudui show demo/rd-reward "${demo[@]}" --lang en | golden show.en.txt
sudui show demo/rd-reward "${demo[@]}" --lang zh | golden show.zh.txt
sudui show demo/rd-reward "${demo[@]}" --format json | golden show.json
status 2 sudui show demo/rd-rewrad "${demo[@]}" --lang en
has 'did you mean `demo/rd-reward`?' "$scratch/err"
