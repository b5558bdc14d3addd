# The man pages name every command and every option of its help, in both languages.
. tests/cli/expect.bash
for lang in en zh; do
  sh src/packaging/man_page.sh "$program" $lang 0.0.0 >"$scratch/page"
  sed 's/\\-/-/g' "$scratch/page" >"$scratch/plain"
  for command in match explain clinic reach check test list show report docs diff feel bench record replay schema; do
    has ".SH \"sudui $command\"" "$scratch/plain"
    sudui $command --help --lang $lang | grep -oE -- '--[a-z-]+' | sort -u >"$scratch/options"
    while read -r option; do has "$option" "$scratch/plain"; done <"$scratch/options"
  done
  has ".TH SUDUI 1" "$scratch/plain"
done
