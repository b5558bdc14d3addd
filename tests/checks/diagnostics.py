"""docs/diagnostics.md lists every message of the catalogue, word for word. `--write` makes the page anew."""

import re
import sys

import tree

PAGE = tree.ROOT / "docs" / "diagnostics.md"
ENTRY = re.compile(r"SUDUI_MESSAGE\(\s*(\w+)\s*,\s*(\w+)\s*,(.*?)\)\s*(?=SUDUI_MESSAGE|//|\Z)", re.S)
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
HEAD = """# Diagnostics

Every message sudui gives about a rule file or a profile, by the stage that finds it. `{0}`, `{1}` stand for what was found. A message is shown as
`file:line:column: severity: message [code]`, with the line, a caret under the place, and help.

"""


def texts(body):
    """The four texts: adjacent literals are one, commas divide."""
    parts, text, end = [], "", 0
    for literal in STRING.finditer(body):
        if "," in body[end:literal.start()]:
            parts.append(text)
            text = ""
        text += literal.group(1).replace('\\"', '"').replace("\\\\", "\\")
        end = literal.end()
    return parts + [text]


def page():
    out = [HEAD]
    for source in sorted((tree.ROOT / "src" / "text").rglob("*.def")):
        entries = ENTRY.findall(source.read_text(encoding="utf-8"))
        if not entries:
            continue
        out.append(f"## {source.stem.removeprefix('messages_')}\n\n| code | severity | message | 信息 | help |\n| --- | --- | --- | --- | --- |\n")
        for name, level, body in entries:
            en, zh, help_en, _ = (texts(body) + ["", "", "", ""])[:4]
            cells = [f"`{name.replace('_', '-')}`", level, en, zh, help_en]
            out.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n")
        out.append("\n")
    return "".join(out).rstrip("\n") + "\n"


if __name__ == "__main__":
    if "--write" in sys.argv:
        PAGE.write_text(page(), encoding="utf-8")
    elif not PAGE.exists() or PAGE.read_text(encoding="utf-8") != page():
        sys.exit("docs/diagnostics.md is not what the catalogue says: python3 tests/checks/diagnostics.py --write")
