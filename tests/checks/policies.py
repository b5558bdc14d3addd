"""docs/policies.md lists every policy of rules/, and the entries fall into the classes the research counted. `--write` makes the page anew.

The class of an entry is the status word of what its benefit cites, the best of its policies; a policy marked `illustrative` is a class of
its own. BY_HAND holds the entries whose evidence is another one than that of the amount, with the reason.
"""

import collections
import re
import sys

import tree

PAGE = tree.ROOT / "docs" / "policies.md"
WORDS = ["verified-text", "verified-secondary", "general-knowledge", "seed-only"]
# The table of the research: each entry by the strongest evidence for the rule as it is written.
SHEET = {
    "verified-text": "7 11-13 15-18 20-25 28 45 47 54-58",
    "verified-secondary": "1 2 4-6 8-10 14 19 27 33 35-37 42 44 46 50 51 62 63 67-72 74 75 78 79 84 85 87-89 93-101 103-106",
    "general-knowledge": "3 26 29-32 34 38-41 43 48 49 52 53 59-61 64-66 76 77 80-83",
    "illustrative": "73 86 90-92 102",
}
COUNTS = {"verified-text": 22, "verified-secondary": 50, "general-knowledge": 28, "illustrative": 6}
BY_HAND = {
    2: ("verified-secondary", "the rate stands in the law; the year it counts from was read secondhand"),
    50: ("verified-secondary", "the rate stands in the law; which services have it was read secondhand"),
    85: ("verified-secondary", "the total of province and locality was read; the provincial part is worked out"),
    93: ("verified-secondary", "the cap was read; the formula is that of 《常州科技》"),
}
HEAD = """# The policies

The published list has {entries} entries, and the rules hold all of them, in {policies} policies (some entries are a ladder). `status` is the evidence for
the rule as it is written, not for every side fact: each clause, amount and parameter names a source with a status word of its own, and a decision
shows it. The page is made from the rules: `python3 tests/checks/policies.py --write`.

| status | entries | means |
| --- | --- | --- |
"""
MEANS = {
    "verified-text": "the legal text, or a full copy of it, was read",
    "verified-secondary": "an official page, a report or a guide that states the rule was read",
    "general-knowledge": "believed right, nobody read a source: every decision says unverified",
    "illustrative": "the text, or its amount or criterion, was not found: a right or recognition without figures",
}
REDEMPTION = {"direct": "免申即享", "confirm": "即申即享", "apply": "申报", "self": "自行享受"}


def plain(text):
    """A scalar of YAML as it reads: without quotes and line breaks."""
    text = re.sub(r"\s+", " ", text.strip())
    return text[1:-1].replace("''", "'") if text[:1] in "'\"" else text


def block(text, key):
    """The lines below a key at the left margin."""
    found = re.search(rf"^{key}:[^\n]*\n((?:[ #][^\n]*\n|\n)*)", text + "\n", re.M)
    return found.group(1) if found else ""


def read(path):
    """What the page tells of a policy: the first document of its file."""
    text = re.split(r"^---$", path.read_text(encoding="utf-8"), maxsplit=1, flags=re.M)[0]

    def one(key):
        found = re.search(rf"^{key}: (\S+)", text, re.M)
        return found.group(1) if found else "0"

    status = dict(re.findall(r"^  ([\w-]+): \{document:.*?\bstatus: ([\w-]+)", text, re.M | re.S))
    cited = re.findall(r"^ {2,4}cite: ([\w-]+)", block(text, "benefits?"), re.M)
    title = re.search(r"^title: \{zh: (.*?),\s+en: (.*?)\}$", text, re.M | re.S)
    return {
        "id": one("policy"),
        "entry": int(one("entry")),  # 0: not on the list
        "zh": plain(title.group(1)),
        "en": plain(title.group(2)),
        "redemption": one("redemption"),
        "status": "illustrative" if "\nillustrative: true" in text else min((status[c] for c in cited), key=WORDS.index),
        "file": tree.name(path),
    }


def policies():
    files = tree.files("rules", suffixes={".yaml"})
    found = [read(p) for p in files if re.search(r"^policy: ", p.read_text(encoding="utf-8"), re.M)]
    return sorted(found, key=lambda p: (p["entry"] == 0, p["entry"], p["id"]))


def classes(found):
    best = {}
    for p in filter(lambda p: p["entry"], found):
        known = best.get(p["entry"], "seed-only")
        best[p["entry"]] = min(known, p["status"], key=[*WORDS[:3], "illustrative", "seed-only"].index)
    return best | {entry: word for entry, (word, _) in BY_HAND.items()}


def sheet():
    """The word of each entry."""
    made = {}
    for word, ranges in SHEET.items():
        for each in ranges.split():
            first, _, last = each.partition("-")
            made |= {entry: word for entry in range(int(first), int(last or first) + 1)}
    return made


def page(found, best):
    counts = collections.Counter(best.values())
    out = [HEAD.format(entries=len(best), policies=len(found))]
    out += [f"| {word} | {counts[word]} | {means} |\n" for word, means in MEANS.items()]
    modes = collections.Counter(p["redemption"] for p in found)
    told = ", ".join(f"{modes[mode]} are `{mode}` ({zh})" for mode, zh in REDEMPTION.items())
    out.append(f"\nBy the way they are paid: {told}.\n\n")
    out.append("| no. | policy | 名称 | title | paid | status |\n| --- | --- | --- | --- | --- | --- |\n")
    for p in found:
        mark = " *" if p["entry"] in BY_HAND else ""
        word = best.get(p["entry"], p["status"]) + mark
        cells = [str(p["entry"] or ""), f"[{p['id']}](../{p['file']})", p["zh"], p["en"], p["redemption"], word]
        out.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n")
    out.append("\n\\* By hand:\n\n")
    out += [f"- {entry}: {why}\n" for entry, (_, why) in BY_HAND.items()]
    return "".join(out)


if __name__ == "__main__":
    shipped = policies()
    by_entry = classes(shipped)
    if "--write" in sys.argv:
        PAGE.write_text(page(shipped, by_entry), encoding="utf-8")
    said = []
    if sorted(by_entry) != list(range(1, 107)):
        said.append(f"the entries are not 1 to 106: {sorted(by_entry)}")
    counted = collections.Counter(by_entry.values())
    if counted != COUNTS:
        said.append(f"the classes are {dict(counted)}, the research has {COUNTS}")
    for entry, word in sorted(sheet().items()):
        if by_entry.get(entry) != word:
            said.append(f"entry {entry} is {by_entry.get(entry)}, the research has {word}")
    if not PAGE.exists() or PAGE.read_text(encoding="utf-8") != page(shipped, by_entry):
        said.append("docs/policies.md is not what the rules say: python3 tests/checks/policies.py --write")
    tree.finish(said)
