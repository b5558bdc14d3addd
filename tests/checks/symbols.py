"""The shared library shows names of sudui and nothing else, and does show the interface.

Usage: symbols.py LIBRARY. Hidden visibility alone lets weak symbols of templates through.
"""

import re
import subprocess
import sys

import tree

OURS = re.compile(r"^(?:(?:typeinfo(?: name)?|vtable) for )?sudui::|^sudui_")
# Names of inner stages; sudui::v1 is the interface.
INNER = re.compile(r"\bsudui::(?:text|values|feel|syntax|model|types|plan|decide|repair|ingest|report|api)::")

listing = subprocess.run(
    ["nm", "-DC", "--defined-only", sys.argv[1]], capture_output=True, text=True, check=True)
shown = [line.split(maxsplit=2)[2] for line in listing.stdout.splitlines()]
findings = [f"shown, but not ours: {s}" for s in shown if not OURS.match(s)]
findings += [f"shown, but inner: {s}" for s in shown if INNER.match(s)]
if not any("sudui::v1::load" in s for s in shown):
    findings.append("the interface is not shown: sudui::load is missing")
tree.finish(findings)
