# A run that is killed at five moments and gone on with leaves the bytes of one that was not.
. tests/cli/expect.bash
python3 - "$scratch/all.ndjson" <<'PY'
import json, sys
with open(sys.argv[1], "w", encoding="utf-8") as rows:
    for i in range(4000):
        rows.write("nonsense\n" if i % 333 == 5 else json.dumps(
            {"company_name": f"c{i}", "revenue": {"2023": 1000000}, "rd_expense": {"2023": 60000 + i}, "staff": 5}) + "\n")
PY
some=(match "$scratch/all.ndjson" "${demo[@]}" "${day[@]}" --threads 2 --lang en)
run=("${some[@]}" --part-rows 20)
status 1 sudui "${run[@]}" --out-dir "$scratch/whole"
killed=0
parts() { find "$scratch/killed" -name 'part-*.ndjson' | wc -l; }
mkdir "$scratch/killed"
for moment in 0 1 2 3 4; do
  # Of two hundred parts: somewhere in the first, second, ... fifth thirty.
  wanted=$((moment * 30 + 1 + RANDOM % 29))
  "$program" "${run[@]}" --out-dir "$scratch/killed" --resume 2>"$scratch/err" &
  while [[ $(parts) -lt $wanted ]] && kill -0 $! 2>/dev/null; do :; done
  kill -9 $! 2>/dev/null || true
  got=0; wait $! 2>/dev/null || got=$?
  [[ $got -ne 137 ]] || killed=$((killed + 1))
done
[[ $killed -gt 0 ]] || fail "no run was killed"
status 1 sudui "${run[@]}" --out-dir "$scratch/killed" --resume
diff -r "$scratch/whole" "$scratch/killed"
has "read 4000 = decided 3988 + rejected 12" "$scratch/err"
# A run goes on from any number of parts, by a pipe too.
# keep FOLDER N: its manifest names the first N parts only.
keep() {
  python3 - "$1/manifest.json" "$2" <<'PY'
import re, sys
head, rest = open(sys.argv[1]).read().split('"parts":[')
lines = re.findall(r'\n(\{.*?\})', rest)[: int(sys.argv[2])]
open(sys.argv[1], "w").write(head + '"parts":[' + ",".join("\n" + l for l in lines) + '],\n"complete":false}\n')
PY
}
for parts in 0 1 39; do
  cp -r "$scratch/whole" "$scratch/some"
  keep "$scratch/some" $parts
  status 1 sudui "${run[@]}" --out-dir "$scratch/some" --resume
  diff -r "$scratch/whole" "$scratch/some"
  rm -r "$scratch/some"
done
piped=(match - "${demo[@]}" "${day[@]}" --part-rows 1000 --out-dir "$scratch/piped")
head -c 150000 "$scratch/all.ndjson" | status 1 sudui "${piped[@]}"
keep "$scratch/piped" 1
status 1 sudui "${piped[@]}" --resume <"$scratch/all.ndjson"
cat "$scratch/piped"/part-* | sed "s|\"file\":\"-\"|\"file\":\"$scratch/all.ndjson\"|" | cmp - <(cat "$scratch/whole"/part-*)
# What differs is named.
refused() {
  status 2 sudui "$@" --out-dir "$scratch/whole" --resume
}
refused "${run[@]}" --policy 'demo/rd*'
has 'cannot go on with a different run: `policy` was `*`, is `demo/rd*`' "$scratch/err"
refused match "$scratch/all.ndjson" "${demo[@]}" --as-of 2023-12-30 --part-rows 20 --lang en
has '`as_of` was `2023-12-31`, is `2023-12-30`' "$scratch/err"
refused "${some[@]}" --part-rows 200
has '`part_rows` was `20`, is `200`' "$scratch/err"
cp -r "$here/rules" "$scratch/rules"
find "$scratch/rules" -name '*.yaml' -exec sed -i '1i # another day' {} +
refused match "$scratch/all.ndjson" --rules "$scratch/rules" "${day[@]}" --part-rows 20 --lang en
has '`digest` was' "$scratch/err"
sed -i '1s/c0/x0/' "$scratch/all.ndjson"
refused "${run[@]}"
has '`input_head` was' "$scratch/err"
echo '{}' >>"$scratch/all.ndjson"
refused "${run[@]}"
has '`input_size` was' "$scratch/err"
