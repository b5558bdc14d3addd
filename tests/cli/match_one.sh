# One company: a readable table in both languages, and complete JSON.
. tests/cli/expect.bash
sudui match "$here/companies/alpha.json" "${demo[@]}" "${day[@]}" --lang zh | golden match_one.zh.txt
sudui match "$here/companies/beta.yaml" "${demo[@]}" "${day[@]}" --lang en | golden match_one.en.txt
# The digest changes with the rules and is compared by its length.
sudui match "$here/companies/beta.yaml" "${demo[@]}" "${day[@]}" --format json |
  sed -E 's/"digest":"[0-9a-f]{64}"/"digest":"..."/; s/"engine":"[^"]*"/"engine":"..."/' | golden match_one.json
# The same company, read from standard input.
sudui match - --input-format yaml "${demo[@]}" "${day[@]}" --lang en <"$here/companies/beta.yaml" >"$scratch/stdin"
sudui match "$here/companies/beta.yaml" "${demo[@]}" "${day[@]}" --lang en | diff - "$scratch/stdin"
