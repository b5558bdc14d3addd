# A run in parts: the parts together are the plain output, and the manifest adds up.
. tests/cli/expect.bash
python3 - "$scratch/all.csv" <<'PY'
import sys
with open(sys.argv[1], "w", encoding="utf-8", newline="") as table:
    table.write("company_name,revenue@2023,rd_expense@2023,职工人数\r\n")
    for i in range(250):
        table.write(f"broken{i}\r\n" if i % 50 == 7 else f'"c\n{i}",1000000,{60000 + i},{i}\r\n\r\n')
PY
run=(match "$scratch/all.csv" "${demo[@]}" "${day[@]}" --lang en)
for format in ndjson csv; do
  status 1 sudui "${run[@]}" --format $format --rejects "$scratch/rejects"
  mv "$scratch/out" "$scratch/plain"
  status 1 sudui "${run[@]}" --format $format --out-dir "$scratch/$format" --part-rows 100 --threads 3
  has "read 250 = decided 245 + rejected 5" "$scratch/err"
  [[ $(ls "$scratch/$format"/part-*) == *part-00002.$format ]] || fail "not three parts"
  if [[ $format == csv ]]; then
    head -1 "$scratch/plain" >"$scratch/joined"
    for part in "$scratch/csv"/part-*; do
      head -1 "$part" | cmp - <(head -1 "$scratch/plain")
      tail -n +2 "$part" >>"$scratch/joined"
    done
  else
    cat "$scratch/ndjson"/part-* >"$scratch/joined"
  fi
  cmp "$scratch/plain" "$scratch/joined"
  cat "$scratch/$format"/rejects-* | cmp "$scratch/rejects" -
  python3 - "$scratch/$format" "$scratch/all.csv" <<'PY'
import json, os, sys
folder, input = sys.argv[1:]
m = json.load(open(folder + "/manifest.json"))
assert m["complete"] and [p["rows"] for p in m["parts"]] == [100, 100, 50], m
bytes = open(input, "rb").read()
for p in m["parts"]:
    assert p["rows"] == p["decided"] + p["rejected"]
    assert os.path.getsize(f"{folder}/{p['file']}") == p["size"]
    assert bytes[:p["input_end"]].count(b"\n") == p["input_lines"] and bytes[p["input_end"] - 1:p["input_end"]] == b"\n"
assert m["run"]["as_of"] == "2023-12-31" and m["run"]["input_size"] == str(len(bytes))
PY
done
# A folder that holds a run is not written over; going on with a complete one changes nothing.
status 2 sudui "${run[@]}" --format csv --out-dir "$scratch/csv" --part-rows 100
has "the folder holds a run: go on with --resume" "$scratch/err"
cp -r "$scratch/csv" "$scratch/before"
status 1 sudui "${run[@]}" --format csv --out-dir "$scratch/csv" --part-rows 100 --resume
diff -r "$scratch/before" "$scratch/csv"
has "read 250 = decided 245 + rejected 5" "$scratch/err"
# What does not go together.
status 2 sudui "${run[@]}" --out-dir "$scratch/new" --out "$scratch/file"
status 2 sudui "${run[@]}" --resume
status 2 sudui "${run[@]}" --out-dir "$scratch/new" --format json
has "--out-dir writes ndjson or csv" "$scratch/err"
status 2 sudui match "$here/companies" "${demo[@]}" --out-dir "$scratch/new" --lang en
has "--out-dir needs one input" "$scratch/err"
status 3 sudui "${run[@]}" --out-dir /dev/null/folder
