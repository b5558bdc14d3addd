# docs/over-time.md tells what the shipped rules say of a shipped company: its counts, and its amounts by policy.
. tests/cli/expect.bash
company=examples/companies/gazelle-manufacturer.json
run() { sudui match $company --rules rules --parameters examples/parameters.yaml --format json "$@" >"$scratch/$1$2$3$4.json"; }
for day in 2021-12-31 2022-12-31 2023-12-31; do run --as-of $day --year ${day%%-*}; done
for year in 2026 2025; do run --as-of 2026-03-01 --year $year; done
python3 - "$scratch" <<'PYTHON'
import glob, json, re, sys

page = open("docs/over-time.md", encoding="utf-8").read()
texts = [open(path, encoding="utf-8").read() for path in glob.glob("rules/**/*.yaml", recursive=True)]
policies = sum(bool(re.search("^policy: ", text, re.M)) for text in texts)

def made(day, year):
    return json.load(open(f"{sys.argv[1]}/--as-of{day}--year{year}.json", encoding="utf-8"))["decisions"]

rows = re.findall(r"^\| (20\d\d-\d\d-\d\d) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$", page, re.M)
assert len(rows) == 5, rows
for day, year, *told in rows:
    verdicts = [d["verdict"] for d in made(day, year)]
    found = [verdicts.count(word) for word in ("eligible", "undetermined", "ineligible")]
    assert [int(n) for n in told[:3]] == found, (day, year, found)
    assert int(told[3]) == policies - len(verdicts), (day, year, policies - len(verdicts))

signs = {"eligible": "✓", "ineligible": "✗", "undetermined": "?"}
runs = [{d["policy"]: d for d in made(day, year)} for day, year in
        (("2021-12-31", 2021), ("2022-12-31", 2022), ("2023-12-31", 2023), ("2026-03-01", 2025))]
lines = re.findall(r"^\| `(\w+/[\w-]+)` \| (.*?) \| (.*?) \| (.*?) \| (.*?) \|", page, re.M)
assert len(lines) >= 10, lines
for policy, *cells in lines:
    for cell, decisions in zip(cells, runs):
        decision = decisions.get(policy)
        sign, _, amount = cell.partition(" ")
        assert sign == (signs[decision["verdict"]] if decision else "·"), (policy, cell, decision)
        if amount == "unknown":
            assert decision["grants"][0]["amount"]["is"] == "unknown", (policy, cell)
        elif amount:
            exact = float(decision["grants"][0]["amount"]["high"])
            assert float(amount.replace(",", "")) == exact, (policy, cell, exact)
PYTHON
