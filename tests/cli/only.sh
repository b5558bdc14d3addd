# Only the decisions that somebody asked for, in every form of the output, by rows and in columns.
. tests/cli/expect.bash
of=(match "$here/companies" "${demo[@]}" "${day[@]}")
for only in all possible eligible; do
  for format in json ndjson; do
    sudui "${of[@]}" --format $format >"$scratch/all"
    sudui "${of[@]}" --format $format --only $only >"$scratch/some"
    # The lines of all decisions without those that were not asked for; no company goes.
    python3 - "$only" "$scratch/all" "$scratch/some" <<'PY'
import json, sys
wanted = {"all": ("eligible", "undetermined", "ineligible"), "possible": ("eligible", "undetermined"), "eligible": ("eligible",)}[sys.argv[1]]
every, some = ([json.loads(line) for line in open(path, encoding="utf-8")] for path in sys.argv[2:])
assert len(every) == len(some) == 3
for one in every:
    one["decisions"] = [each for each in one["decisions"] if each["verdict"] in wanted]
assert every == some, (every, some)
PY
  done
done
sudui "${of[@]}" --format ndjson --only eligible >"$scratch/some"
[[ $(grep -c '"decisions":\[\]}$' "$scratch/some") -eq 2 ]] || fail "a company without a decision has no line"
sudui "${of[@]}" --format csv >"$scratch/all"
for only in possible eligible; do
  wanted='eligible|undetermined'
  [[ $only == possible ]] || wanted=eligible
  sudui "${of[@]}" --format csv --only $only | cmp - <(sed -n 1p "$scratch/all"; grep -E ",demo/[a-z-]+,($wanted)," "$scratch/all")
done
# Of one company as text; the heading counts them all.
sudui match "$here/companies/beta.yaml" "${demo[@]}" "${day[@]}" --lang en >"$scratch/all"
has "demo/rd-reward" "$scratch/all"
sudui match "$here/companies/beta.yaml" "${demo[@]}" "${day[@]}" --lang en --only possible >"$scratch/some"
has "ineligible 1" "$scratch/some"
has "demo/listed" "$scratch/some"
hasnt "demo/rd-reward" "$scratch/some"
sudui match "$here/companies/beta.yaml" "${demo[@]}" "${day[@]}" --lang en --only eligible >"$scratch/some"
hasnt "demo/" "$scratch/some"
# A long stream, which is decided in columns, is the lines of a short one.
python3 - "$scratch" <<'PY'
import json, sys
with open(f"{sys.argv[1]}/all.ndjson", "w", encoding="utf-8") as rows:
    for i in range(2000):
        row = {"company_name": f"c{i}", "revenue": {"2023": 1000000}, "rd_expense": {"2023": 40000 + 20 * i}, "staff": i % 400}
        if i % 3 == 0:
            row["on_list"] = i % 2 == 0
        if i % 5 == 0:
            del row["staff"]
        rows.write(json.dumps(row) + "\n")
PY
for format in ndjson csv; do
  for only in possible eligible; do
    sudui match "$scratch/all.ndjson" "${demo[@]}" "${day[@]}" --format $format --only $only --stats "$scratch/stats" >"$scratch/columns"
    python3 -c 'import json, sys; assert all(p["eligible"] + p["undetermined"] + p["ineligible"] == 2000 for p in json.load(open(sys.argv[1]))["policies"])' "$scratch/stats"
    : >"$scratch/rows"
    for first in $(seq 1 200 1801); do
      sed -n "$first,$((first + 199))p" "$scratch/all.ndjson" |
        sudui match - "${demo[@]}" "${day[@]}" --format $format --only $only | sed "1{/^file,/d}" >>"$scratch/rows"
    done
    case $format in
      ndjson) sed -i -E 's/^\{"file":"[^"]*","line":[0-9]+/{/' "$scratch/columns" "$scratch/rows" ;;
      csv) sed -i -E '1{/^file,/d}; s/^[^,]*,[0-9]+,/,/' "$scratch/columns" "$scratch/rows" ;;
    esac
    cmp "$scratch/columns" "$scratch/rows" || fail "columns and rows differ, $format, $only"
    hasnt ineligible "$scratch/columns"
  done
done
# A run goes on with the same choice only.
status 0 sudui match "$scratch/all.ndjson" "${demo[@]}" "${day[@]}" --only eligible --out-dir "$scratch/parts" --lang en
status 2 sudui match "$scratch/all.ndjson" "${demo[@]}" "${day[@]}" --out-dir "$scratch/parts" --resume --lang en
has 'cannot go on with a different run: `only` was `eligible`, is `all`' "$scratch/err"
status 2 sudui match "$scratch/all.ndjson" "${demo[@]}" "${day[@]}" --only some
