"""Every stage folder explains itself in a README of 15 to 40 lines, and no file is a drawer."""

import tree

DRAWERS = ("util", "helper", "common", "manager", "misc")

findings = []
for folder in sorted(p for p in (tree.ROOT / "src").iterdir() if p.is_dir()):
    if not any(folder.iterdir()):
        continue
    readme = folder / "README.md"
    if not readme.exists():
        findings.append(f"{tree.name(folder)}: README.md is missing")
        continue
    lines = len(readme.read_text().splitlines())
    if not 15 <= lines <= 40:
        findings.append(f"{tree.name(readme)}: {lines} lines, 15 to 40 are asked")
for path in tree.files("include", "src", "tests", "bench", "examples", suffixes=None):
    if any(word in path.stem.lower() for word in DRAWERS):
        findings.append(f"{tree.name(path)}: name the file for its type or its verb")
tree.finish(findings)
