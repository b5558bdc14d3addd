# A hundred thousand companies with fifty broken lines: the counts add up, every broken line is a reject with its
# place, and nothing else is. SUDUI_ROWS takes fewer where a slow build would take too long.
. tests/cli/expect.bash
rows="${SUDUI_ROWS:-100000}"
python3 - "$rows" "$scratch/all.ndjson" "$scratch/broken" <<'PY'
import json, sys
rows, path, listing = int(sys.argv[1]), sys.argv[2], sys.argv[3]
step = rows // 50
with open(path, "w", encoding="utf-8") as out, open(listing, "w") as broken:
    for line in range(1, rows + 1):
        if line % step == step // 2:
            text = ['{"staff": 5', '{"staff": "5"}', '[1]', '{"staff": -1}', 'nonsense'][line // step % 5]
            broken.write(f"{line}\n")
        else:
            text = json.dumps({"company_name": f"公司{line}", "revenue": {"2023": 1000000 + line},
                               "rd_expense": {"2023": 50000}, "staff": line % 400}, ensure_ascii=False)
        out.write(text + "\n")
PY
status 1 sudui match "$scratch/all.ndjson" "${demo[@]}" "${day[@]}" --policy 'demo/rd-reward' --format csv \
  --rejects "$scratch/rejects" --lang en
has "read $rows = decided $((rows - 50)) + rejected 50" "$scratch/err"
[[ $(wc -l <"$scratch/rejects") -eq 50 ]] || fail "not 50 rejects"
[[ $(wc -l <"$scratch/out") -eq $((rows - 50 + 1)) ]] || fail "not one line a company"
python3 - "$scratch/all.ndjson" "$scratch/rejects" "$scratch/broken" <<'PY'
import json, sys
everything = open(sys.argv[1], "rb").read()
rejects = [json.loads(line) for line in open(sys.argv[2], encoding="utf-8")]
assert [r["line"] for r in rejects] == [int(line) for line in open(sys.argv[3])]
for r in rejects:
    assert everything[r["offset"]:].startswith(r["text"].encode() + b"\n"), r
    assert r["reason"], r
PY
