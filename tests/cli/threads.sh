# The same bytes, rejects and findings for any number of threads, from files and from pipes.
. tests/cli/expect.bash
python3 - "$scratch/all.ndjson" "$scratch/all.csv" <<'PY'
import json, sys
with open(sys.argv[1], "w", encoding="utf-8") as rows, open(sys.argv[2], "w", encoding="utf-8", newline="") as table:
    table.write("company_name,revenue@2023,rd_expense@2023,职工人数,telephone\r\n")
    for i in range(1200):
        name = f"公司{i}" + " x" * ((2 * i) % 2400)
        if i % 97 == 0:
            rows.write("{broken\n" if i % 2 else '{"staff": "5"}\n')
            table.write(f'"{name}\r\n' if i % 2 else f"{name},1\r\n")
            continue
        rows.write(json.dumps({"company_name": name, "revenue": {"2023": 1000000 + i}, "staf": 1,
                               "rd_expense": {"2023": 70000 + i}, "staff": i % 400}, ensure_ascii=False) + "\n")
        # Every third name holds a line end and a quote.
        quoted = name + '\n""x""' if i % 3 == 0 else name
        table.write(f'"{quoted}",{1000000 + i},{70000 + i},{i % 400},1\r\n')
PY
for input in all.ndjson all.csv; do
  for threads in 1 2 5; do  # three blocks each
    status 1 sudui match "$scratch/$input" "${demo[@]}" "${day[@]}" --format ndjson --threads $threads \
      --rejects "$scratch/rejects.$threads" --lang en
    mv "$scratch/out" "$scratch/out.$threads"
    sed 's/  [0-9.]* s$//' "$scratch/err" >"$scratch/err.$threads"
    cmp "$scratch/out.1" "$scratch/out.$threads"
    cmp "$scratch/rejects.1" "$scratch/rejects.$threads"
    diff "$scratch/err.1" "$scratch/err.$threads"
  done
  has "is not a field of the dictionary" "$scratch/err.1"
  [[ $(wc -l <"$scratch/rejects.1") -eq $(grep -oP 'rejected \K\d+' "$scratch/err.1") ]] || fail "rejects are not all there"
  # A pipe that trickles: the same, but for the name of the file.
  format="${input##*.}"
  { head -c 1000 "$scratch/$input"; sleep 0.1; tail -c +1001 "$scratch/$input"; } |
    status 1 sudui match - "${demo[@]}" "${day[@]}" --format ndjson --threads 2 --input-format "$format" --rejects "$scratch/piped"
  sed "s|\"file\":\"-\"|\"file\":\"$scratch/$input\"|" "$scratch/out" | cmp - "$scratch/out.1"
  # The summary adds up alike.
  for threads in 1 3; do
    status 1 sudui match "$scratch/$input" "${demo[@]}" "${day[@]}" --format text --threads $threads --lang en
    mv "$scratch/out" "$scratch/text.$threads"
  done
  diff "$scratch/text.1" "$scratch/text.3"
done
status 2 sudui match "$scratch/all.csv" "${demo[@]}" "${day[@]}" --threads 0
