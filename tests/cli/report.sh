# One company on a page. docs/examples has the pages of the shipped companies: SUDUI_APPROVE=1 writes them anew.
. tests/cli/expect.bash
sudui report "$here/companies/alpha.json" "${demo[@]}" "${day[@]}" --lang en | golden report.en.md
sudui report - "${demo[@]}" "${day[@]}" --lang zh <"$here/companies/alpha.json" | golden report.zh.md
status 3 sudui report "$scratch/none.json" "${demo[@]}"
status 2 sudui report
mkdir -p docs/examples
for company in examples/companies/*; do
  name=$(basename "${company%.*}")
  for language in en zh; do
    page=docs/examples/$name.md
    if [[ $language == zh ]]; then page=docs/examples/$name.zh.md; fi
    sudui report "$company" --rules rules --parameters examples/parameters.yaml "${day[@]}" --lang "$language" >"$scratch/page"
    if [[ -n ${SUDUI_APPROVE:-} ]]; then
      cp "$scratch/page" "$page"
    else
      diff -u "$page" "$scratch/page" >&2 || fail "$page is not what the rules say: SUDUI_APPROVE=1"
    fi
    has "$name.md" docs/examples/README.md
  done
done
