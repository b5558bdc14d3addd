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
parts() { find "$scratch/killed" -name 'part-*.ndjson' | wc -l; }
# kill_five: in a new folder, of two hundred parts somewhere in the first, second, ... fifth thirty; false where a run
# came to its end before its signal.
kill_five() {
  local moment wanted got
  rm -rf "$scratch/killed"
  mkdir "$scratch/killed"
  for moment in 0 1 2 3 4; do
    wanted=$((moment * 30 + 1 + RANDOM % 29))
    "$program" "${run[@]}" --out-dir "$scratch/killed" --resume 2>"$scratch/err" &
    while [[ $(parts) -lt $wanted ]] && kill -0 $! 2>/dev/null; do :; done
    kill -9 $! 2>/dev/null || true
    got=0; wait $! 2>/dev/null || got=$?
    [[ $got -eq 137 ]] || return 1
  done
}
kill_five || kill_five || kill_five || kill_five || fail "five runs cannot be killed"
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
# What policies come to is kept with the parts.
counts() { sed -E 's/"earlier_rows":[0-9]+,"seconds":"[^"]*","rows_per_second":[0-9]+,//' "$scratch/stats.json"; }
status 1 sudui "${run[@]}" --out-dir "$scratch/counted" --stats "$scratch/stats.json"
counts >"$scratch/once.json"
has '"counted":3988' "$scratch/once.json"
has '"eligible":' "$scratch/counted/manifest.json"
cp -r "$scratch/counted" "$scratch/some"
# keep_sums FOLDER N: as keep, for a manifest whose parts hold objects.
keep_sums() {
  python3 - "$1/manifest.json" "$2" <<'PY'
import json, sys
text = open(sys.argv[1], encoding="utf-8").read()
head, rest = text.split('"parts":[')
lines = rest[1:].split(',\n"complete"')[0].removesuffix("]").split(",\n")
json.loads("[" + ",".join(lines) + "]")
open(sys.argv[1], "w", encoding="utf-8").write(head + '"parts":[\n' + ",\n".join(lines[: int(sys.argv[2])]) + '],\n"complete":false}\n')
PY
}
keep_sums "$scratch/some" 70
status 1 sudui "${run[@]}" --out-dir "$scratch/some" --stats "$scratch/stats.json" --resume
diff -r "$scratch/counted" "$scratch/some"
counts | cmp - "$scratch/once.json"
rm -r "$scratch/some"
# Parts of a run that counted nothing are told apart.
cp -r "$scratch/whole" "$scratch/some"
keep "$scratch/some" 100
status 1 sudui "${run[@]}" --out-dir "$scratch/some" --stats "$scratch/stats.json" --resume
python3 -c 'import json, sys; s = json.load(open(sys.argv[1])); assert s["decided"] == 3988 and s["counted"] == 1994 and all(
  p["eligible"] + p["undetermined"] + p["ineligible"] == 1994 for p in s["policies"]), s' "$scratch/stats.json"
rm -r "$scratch/some"
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
