# Tables as Excel writes them in China: a byte order mark, GB18030, headers of their own, ten thousands of yuan.
. tests/cli/expect.bash
printf 'company_name,revenue@2023,rd_expense@2023,职工人数\r\n"甲公司,一部",100000000,6000000,12\r\n乙公司,5000万,600000.55,7\r\n丙公司,1,2,many\r\n' >"$scratch/plain.csv"
status 1 sudui match "$scratch/plain.csv" "${demo[@]}" "${day[@]}" --format csv --rejects "$scratch/rejects"
sed "s|$scratch/plain.csv|FILE|" "$scratch/out" >"$scratch/wanted"
has "甲公司" "$scratch/wanted"
# same ARGUMENTS...: the same decisions, from another file.
same() {
  status 1 sudui match "$1" "${demo[@]}" "${day[@]}" --format csv --rejects "$scratch/rejects.now" --lang en "${@:2}"
  sed "s|$1|FILE|" "$scratch/out" | diff "$scratch/wanted" -
}
{ printf '\xEF\xBB\xBF'; cat "$scratch/plain.csv"; } >"$scratch/mark.csv"
same "$scratch/mark.csv"
iconv -f UTF-8 -t GB18030 "$scratch/plain.csv" >"$scratch/excel.csv"
same "$scratch/excel.csv" --encoding gb18030
# The offset of a reject is that of the file as it is.
offset=$(grep -oP '"offset":\K\d+' "$scratch/rejects.now")
[[ $(tail -c +$((offset + 1)) "$scratch/excel.csv" | iconv -f GB18030 -t UTF-8) == 丙公司* ]] || fail "offset $offset"
has '"text":"丙公司,1,2,many"' "$scratch/rejects.now"
# Said wrongly, every row is a reject and says so.
status 1 sudui match "$scratch/excel.csv" "${demo[@]}" "${day[@]}" --format csv --lang en
has "decided 0 + rejected 3" "$scratch/err"
printf '{"company_name": "\xC6\xF3\xD2\xB5", "staff": 5}\n{"company_name": "\xFF\xFF"}\n' >"$scratch/rows.ndjson"
status 1 sudui match "$scratch/rows.ndjson" "${demo[@]}" "${day[@]}" --format ndjson --encoding gb18030 --lang en
has '"id":"企业"' "$scratch/out"
has "the row is not GB18030" "$scratch/err"
# Headers of their own, in ten thousands of yuan, exact to the fen.
cat >"$scratch/columns.yaml" <<'MAP'
企业名称: company_name
营业收入（万元）: {field: revenue, unit: 万元, year: 2023}
研发投入（万元）: {field: rd_expense, unit: 万元, year: 2023}
人数: staff
MAP
printf '企业名称,营业收入（万元）,研发投入（万元）,人数\r\n"甲公司,一部",10000,600,12\r\n乙公司,5000,60.000055,7\r\n丙公司,0.0001,0.0002,many\r\n' >"$scratch/own.csv"
same "$scratch/own.csv" --map "$scratch/columns.yaml"
[[ $(wc -l <"$scratch/rejects.now") -eq 1 ]] || fail "not one reject"
iconv -f UTF-8 -t GB18030 "$scratch/own.csv" >"$scratch/own_excel.csv"
same "$scratch/own_excel.csv" --map "$scratch/columns.yaml" --encoding gb18030 --threads 2
# Mistakes of the map, with their places; a column that is not there is a warning.
printf '人数: stafff\n收入: {field: revenue, unit: 公里}\n' >"$scratch/bad.yaml"
status 2 sudui match "$scratch/own.csv" "${demo[@]}" "${day[@]}" --map "$scratch/bad.yaml" --lang en
has "bad.yaml:1:" "$scratch/err"
has 'did you mean `staff`' "$scratch/err"
has "bad.yaml:2:" "$scratch/err"
status 3 sudui match "$scratch/own.csv" "${demo[@]}" "${day[@]}" --map "$scratch/nothing.yaml"
echo '地址: staff' >"$scratch/more.yaml"
status 1 sudui match "$scratch/plain.csv" "${demo[@]}" "${day[@]}" --map "$scratch/more.yaml" --lang en
has 'the table has no column `地址`' "$scratch/err"
# A long table goes straight into columns, pieces of it row by row: the same decisions and rejects, but for file and line.
python3 - "$scratch" <<'PY'
import random, sys
folder, rows = sys.argv[1], []
random.seed(3)
for i in range(3600):
    name = random.choice([f"公司{i}", f'"公司, {i}"', f'"公司 ""{i}"""', f'" 公司{i} "', ""])
    figure = random.choice(["100000000", "5000万", "1.5亿", "", "null", "0.001", "1e3", " 7 ", "many" if i % 100 == 0 else "8"])
    rows.append(f"{name},{figure},{random.choice(['6000000', '600000.55', '60万', ''])},{i % 400}\r\n")
head = "企业名称,revenue@2023,rd_expense@2023,职工人数\r\n"
open(f"{folder}/long.csv", "w", encoding="utf-8", newline="").write(head + "".join(rows))
for piece in range(0, len(rows), 900):
    with open(f"{folder}/piece{piece // 900}.csv", "w", encoding="utf-8", newline="") as stream:
        stream.write(head + "".join(rows[piece:piece + 900]))
PY
[[ $(wc -c <"$scratch/long.csv") -gt 70000 && $(wc -c <"$scratch/piece1.csv") -lt 65536 ]] || fail "lengths"
without_places() { sed -E 's/"file":"[^"]*","line":[0-9]+(,"offset":[0-9]+)?//' "$@"; }
status 1 sudui match "$scratch"/piece?.csv "${demo[@]}" "${day[@]}" --format ndjson --rejects "$scratch/rejects.rows"
without_places "$scratch/out" >"$scratch/rows"
iconv -f UTF-8 -t GB18030 "$scratch/long.csv" >"$scratch/long_excel.csv"
for options in "long.csv" "long.csv --threads 2" "long_excel.csv --encoding gb18030"; do
  # shellcheck disable=SC2086
  status 1 sudui match "$scratch/"$options "${demo[@]}" "${day[@]}" --format ndjson --rejects "$scratch/rejects.columns"
  without_places "$scratch/out" | cmp - "$scratch/rows" || fail "columns and rows differ: $options"
  diff <(without_places "$scratch/rejects.columns") <(without_places "$scratch/rejects.rows")
done
