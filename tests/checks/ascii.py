"""Identifiers and comments are ASCII; other characters stand inside string literals only.

A comment may quote data as people write it, in backticks or in an indented line of an example:
`5000\u4e07` is a number here, and a transcription would say less.
"""

import re

import tree

# A quotation in backticks; a comment line that is indented by three or more, as examples are.
QUOTED = re.compile(r"`[^`\n]*`|^\s*(?://|#)\s{3,}.*$", re.M)

findings = []
for path in tree.files("include", "src", "tests", "bench", "examples"):
    rest = QUOTED.sub("", tree.blank(path.read_text(encoding="utf-8"), "string"))
    for number, line in enumerate(rest.splitlines(), 1):
        if not line.isascii():
            findings.append(f"{tree.name(path)}:{number}: not ASCII outside a string: {line.strip()}")
tree.finish(findings)
