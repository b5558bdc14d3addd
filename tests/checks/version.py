"""The version in the public header is the version of the build. Usage: version.py 0.1.0."""

import re
import sys

import tree

text = (tree.ROOT / "include/sudui/version.hpp").read_text()
numbers = re.findall(r"SUDUI_VERSION_(?:MAJOR|MINOR|PATCH) (\d+)", text)
spoken = re.findall(r'SUDUI_VERSION "([^"]+)"', text)
found = {".".join(numbers), *spoken}
tree.finish([f"version.hpp says {v}, the build {sys.argv[1]}" for v in found if v != sys.argv[1]])
