"""docs/golden-cases.md lists the golden cases and the tests that hold them: every `test:` document that begins with a case number.
`--write` makes the page anew. With SUDUI_CASES, the path of the sheet of cases, every case of the sheet must have a test or a reason."""

import os
import pathlib
import re
import sys

import tree

PAGE = tree.ROOT / "docs" / "golden-cases.md"
FOLDERS = ("rules", "tests/data/comparators")
# Cases that no rule of the language can hold as a test, with the reason.
WITHOUT = {}
HEAD = """# The golden cases

Cases whose answers were worked out by hand or by others, and the `test:` documents that hold them. A number stands for a case of the research; letters
are its parts. `sudui test rules` runs them. The page is made from the rules: `python3 tests/checks/cases.py --write`.

| case | test | policies | file |
| --- | --- | --- | --- |
"""


def tests():
    """Number, title, policies and file of every test that begins with a case number, by number."""
    for path in tree.files(*FOLDERS, suffixes={".yaml"}):
        for document in re.split(r"^---$", path.read_text(encoding="utf-8"), flags=re.M):
            found = re.search(r"^test: (C\d+)\b\s*(.*)$", document, re.M)
            if not found:
                continue
            expected = document.split("\nexpect:", 1)[-1]
            policies = sorted(set(re.findall(r"^  ([\w-]+(?:/[\w-]+)+):", expected, re.M)))
            yield found.group(1), found.group(2), policies, tree.name(path)


def page(found):
    out = [HEAD]
    for number, title, policies, file in found:
        named = ", ".join(f"`{each}`" for each in policies)
        out.append(f"| {number} | {title.replace('|', chr(92) + '|')} | {named} | [{file}](../{file}) |\n")
    if WITHOUT:
        out.append("\nWithout a test:\n\n")
        out += [f"- {number}: {why}\n" for number, why in sorted(WITHOUT.items())]
    return "".join(out)


if __name__ == "__main__":
    held = sorted(tests())
    numbers = {number for number, *_ in held}
    if "--write" in sys.argv:
        PAGE.write_text(page(held), encoding="utf-8")
    said = [f"{number} has a test and a reason to have none" for number in sorted(numbers & set(WITHOUT))]
    if not PAGE.exists() or PAGE.read_text(encoding="utf-8") != page(held):
        said.append("docs/golden-cases.md is not what the rules say: python3 tests/checks/cases.py --write")
    sheet = os.environ.get("SUDUI_CASES")
    if sheet:
        asked = set(re.findall(r"^### (C\d+)\b", pathlib.Path(sheet).read_text(encoding="utf-8"), re.M))
        said += [f"{number} of the sheet has no test" for number in sorted(asked - numbers - set(WITHOUT))]
        print(f"{len(asked & numbers)} of {len(asked)} cases of the sheet have a test")
    else:
        print("SUDUI_CASES names no sheet of cases: only the page was compared")
    tree.finish(said)
