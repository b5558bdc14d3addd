"""Identifiers and comments are ASCII; other characters stand inside string literals only."""

import tree

findings = []
for path in tree.files("include", "src", "tests", "bench", "examples"):
    rest = tree.blank(path.read_text(encoding="utf-8"), "string")
    for number, line in enumerate(rest.splitlines(), 1):
        if not line.isascii():
            findings.append(f"{tree.name(path)}:{number}: not ASCII outside a string: {line.strip()}")
tree.finish(findings)
