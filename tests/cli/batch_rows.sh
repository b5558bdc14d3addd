# A stream is decided in columns, a file that is one company row by row: the same bytes, but for file and line.
. tests/cli/expect.bash
python3 - "$scratch" <<'PY'
import copy, glob, json, os, random, sys
folder = sys.argv[1]
random.seed(5)
odd = [0, -1, 0.001, 12345678.123456, 9007199254740993, 10**30, "0.00000000000000000001", None]

def changed(held):
    """The figures of a company a little different, now and then strange ones; some values gone."""
    for name in list(held):
        value = held[name]
        chance = random.random()
        if chance < 0.12:
            del held[name]
        elif isinstance(value, dict) and value:
            year = random.choice(list(value))
            if chance < 0.16:
                del value[year]
            elif chance < 0.40 and type(value[year]) in (int, float):
                value[year] = random.choice([value[year] * 2, value[year] // 3, 0])
        elif chance < 0.2 and type(value) in (int, float):
            held[name] = value * 3 // 2
    return held

def demo(number):
    made = {"company_name": f"公司 {number}, \"甲\"\t{number}", "staff": random.choice([0, 5, 299, 300, 301])}
    for name in ("revenue", "rd_expense"):
        years = {str(year): random.choice([10**6, 50000, 60000.55, 3 * 10**9] + odd) for year in (2021, 2022, 2023)}
        made[name] = {year: value for year, value in years.items() if value is not None}
    if random.random() < 0.7:
        made["on_list"] = random.random() < 0.5
    if random.random() < 0.2:
        made["uscc"] = "91320402MA5K2N4033"
    return {name: value for name, value in made.items() if random.random() < 0.9} | {"company_name": made["company_name"]}

def write(kind, rows):
    os.mkdir(f"{folder}/{kind}")
    with open(f"{folder}/{kind}.ndjson", "w", encoding="utf-8") as stream:
        for number, row in enumerate(rows):
            text = json.dumps(row, ensure_ascii=False)
            stream.write(text + "\n")
            with open(f"{folder}/{kind}/{number:04}.json", "w", encoding="utf-8") as one:
                one.write(text)

examples = [json.load(open(path, encoding="utf-8")) for path in sorted(glob.glob("examples/companies/*.json"))]
write("shipped", [changed(copy.deepcopy(examples[i % len(examples)])) for i in range(70)])
write("demo", [demo(i) for i in range(500)])
PY
same() {  # KIND OPTIONS...
  local kind="$1" format
  shift
  [[ $(wc -c <"$scratch/$kind.ndjson") -gt 70000 ]] || fail "too short for columns"
  for format in ndjson csv; do
    # What is wrong with a value is a finding about a file and a reject of a stream: such rows are told apart first.
    sudui match "$scratch/$kind.ndjson" "$@" --format $format --rejects "$scratch/bad" --threads 2 \
      >"$scratch/columns" 2>"$scratch/err" || [[ $? -eq 1 ]] || fail "a stream cannot be decided"
    python3 - "$scratch" "$kind" <<'PY'
import json, os, sys
folder, kind = sys.argv[1:]
for line in open(f"{folder}/bad", encoding="utf-8"):
    path = f"{folder}/{kind}/{json.loads(line)['line'] - 1:04}.json"
    if os.path.exists(path):
        os.remove(path)
PY
    sudui match "$scratch/$kind" "$@" --format $format >"$scratch/rows"
    case $format in
      ndjson) sed -i -E 's/^\{"file":"[^"]*","line":[0-9]+/{/' "$scratch/columns" "$scratch/rows" ;;
      csv) sed -i -E '2,$s/^[^,]*,[0-9]+,/,/' "$scratch/columns" "$scratch/rows" ;;
    esac
    cmp "$scratch/columns" "$scratch/rows" || fail "columns and rows differ in $kind, $format"
    for word in ineligible undetermined eligible interval exact; do has "$word" "$scratch/columns"; done
    [[ $format == csv ]] || for word in '"grants":[' '"amount_missing":['; do has "$word" "$scratch/columns"; done
  done
  # Counts and sums as well.
  for format in json text; do
    sudui match "$scratch/$kind.ndjson" "$@" --format $format --stats "$scratch/$format" >"$scratch/out" 2>"$scratch/err" ||
      [[ $? -eq 1 ]]
    sed -i -E 's/"seconds".*"policies"//' "$scratch/$format"
  done
  diff "$scratch/json" "$scratch/text"
}
same demo "${demo[@]}" "${day[@]}"
same shipped --rules rules "${day[@]}"
