"""The library neither prints nor ends the process: its objects refer to no function that does.

Usage: silence.py LIBRARY. Read from the binary, so that a macro or a template cannot hide a call.
A failed assert() is allowed where assertions are compiled in; release builds have none.
"""

import re
import subprocess
import sys

import tree

LOUD = re.compile(
    r"^(?:std::(?:cout|cerr|clog|wcout)|printf|fprintf|vprintf|vfprintf|puts|fputs|putchar|fwrite|perror"
    r"|exit|_exit|quick_exit|abort|syslog|fmt::v\d+::v?print)\b")

listing = subprocess.run(["nm", "-uC", sys.argv[1]], capture_output=True, text=True, check=True)
wanted = {line.split(maxsplit=1)[1] for line in listing.stdout.splitlines() if line.startswith("  ")}
tree.finish([f"the library refers to {s}" for s in sorted(wanted) if LOUD.match(s.split("@")[0])])
