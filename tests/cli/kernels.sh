# The same bytes with the inner loops of every instruction set that runs here.
. tests/cli/expect.bash
python3 - "$scratch/all.ndjson" "$scratch/all.csv" <<'PY'
import json, sys
with open(sys.argv[1], "w", encoding="utf-8") as rows, open(sys.argv[2], "w", encoding="utf-8") as table:
    table.write("company_name,revenue@2023,rd_expense@2023,staff\n")
    for i in range(3000):
        rd = 30000 + 7 * i
        company = {"company_name": f"公司{i}", "revenue": {"2023": 1000000 - i}, "staff": i % 400}
        if i % 5 != 0:
            company["rd_expense"] = {"2023": rd}
        rows.write(json.dumps(company, ensure_ascii=False) + "\n")
        table.write(f'"公司, {i}",{1000000 - i},{"" if i % 5 == 0 else rd},{i % 400}\n')
PY
run=()
for name in avx512 avx2 neon portable; do
  SUDUI_KERNELS=$name sudui bench "$scratch/all.csv" "${demo[@]}" "${day[@]}" --rounds 1 --format json >"$scratch/$name" 2>"$scratch/err" || {
    [[ $? -eq 2 ]] || fail "$name does not run and says nothing"
    has "SUDUI_KERNELS" "$scratch/err"
    continue
  }
  grep -qE "\"kernels\": ?\"$name\"" "$scratch/$name" || fail "$name was asked for, and others ran"
  run+=("$name")
done
[[ ${run[-1]} == portable ]] || fail "the portable loops do not run"
for input in all.ndjson all.csv; do
  for name in "${run[@]}"; do
    export SUDUI_KERNELS=$name
    status 0 sudui match "$scratch/$input" "${demo[@]}" "${day[@]}" --format ndjson --threads 2
    mv "$scratch/out" "$scratch/out.$name"
  done
  for name in "${run[@]}"; do cmp "$scratch/out.portable" "$scratch/out.$name"; done
  rm "$scratch"/out.*
done
export SUDUI_KERNELS=mmx
status 2 sudui match "$scratch/all.csv" "${demo[@]}" "${day[@]}" --lang en
has "SUDUI_KERNELS: mmx does not run here; leave it out, or name one of avx512, avx2, neon, portable" "$scratch/err"
status 2 sudui match "$scratch/all.csv" "${demo[@]}" "${day[@]}" --lang zh
has "本机不能运行 mmx" "$scratch/err"
