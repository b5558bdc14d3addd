# Which rules are used: the option, else SUDUI_RULES, else those of the source tree the program was built from.
. tests/cli/expect.bash
sudui list "${demo[@]}" --all >"$scratch/option"
has demo/ended "$scratch/option"
SUDUI_RULES="$here/rules" sudui list --all >"$scratch/variable"
diff "$scratch/option" "$scratch/variable"
sudui list --all >"$scratch/shipped"
has national/ "$scratch/shipped"
# Moved away from its build, with rules under the same prefix, as when installed.
mkdir -p "$scratch/prefix/bin" "$scratch/prefix/share/sudui"
cp "$program" "$scratch/prefix/bin/sudui"
cp -r "$here/rules" "$scratch/prefix/share/sudui/rules"
LD_LIBRARY_PATH="$(dirname "$program")" "$scratch/prefix/bin/sudui" list --all >"$scratch/installed"
diff "$scratch/option" "$scratch/installed"
rm -r "$scratch/prefix/share"
status 3 "$scratch/prefix/bin/sudui" list --lang en
has "name a folder with --rules" "$scratch/err"
