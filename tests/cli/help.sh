# Every command has a help text with an example, in both languages, and a version stands on request.
. tests/cli/expect.bash
for lang in en zh; do
  sudui --help --lang $lang >"$scratch/help"
  for command in match explain clinic reach check test list show report docs feel record replay schema; do
    has "  $command" "$scratch/help"
    status 0 sudui $command --help --lang $lang
    has "sudui $command" "$scratch/out"
    has "--lang" "$scratch/out"
  done
done
status 0 sudui --version
has "sudui 0." "$scratch/out"
