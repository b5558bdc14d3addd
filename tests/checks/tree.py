"""The files of the project and the parts of a C++ text, for the checks beside this file."""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
CODE = {".cpp", ".hpp", ".h", ".c", ".def"}

# A raw string, a string, a character, a line comment, a block comment: the first that matches wins.
# A digit before a quote is a separator inside a number, not a character.
PARTS = re.compile(
    r'(?P<string>(?:u8|[uUL])?R"(?P<tag>[^(\s]*)\(.*?\)(?P=tag)"|"(?:\\.|[^"\\\n])*")'
    r"|(?P<char>(?<![0-9A-Za-z_])'(?:\\.|[^'\\\n])+')"
    r"|(?P<comment>//[^\n]*|/\*.*?\*/)",
    re.S,
)


def files(*folders, suffixes=CODE):
    """All files below the folders with one of the suffixes (None: every file), sorted."""
    found = []
    for folder in folders:
        found += [p for p in (ROOT / folder).rglob("*") if p.is_file() and "__pycache__" not in p.parts]
    return sorted(p for p in found if suffixes is None or p.suffix in suffixes)


def name(path):
    return path.relative_to(ROOT).as_posix()


def blank(text, *kinds):
    """The text with parts of these kinds (string, char, comment) replaced by spaces, lines kept."""

    def replace(match):
        if match.lastgroup == "tag" or match.group("string"):
            kind = "string"
        else:
            kind = "char" if match.group("char") else "comment"
        return re.sub(r"[^\n]", " ", match.group()) if kind in kinds else match.group()

    return PARTS.sub(replace, text)


def finish(findings):
    """Prints the findings and ends the check: status 1 where there is one."""
    for finding in findings:
        print(finding)
    print(f"{len(findings)} findings")
    sys.exit(1 if findings else 0)
