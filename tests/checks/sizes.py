"""Sizes of files and functions. Hard limits fail; medians, 95th percentiles and comments are told."""

import math
import subprocess

import tree

FILE_LIMIT = 500
FUNCTION_LIMIT = 60


def percentile(numbers, part):
    ordered = sorted(numbers) or [0]
    return ordered[max(0, math.ceil(part * len(ordered)) - 1)]


def functions(paths):
    """Length in lines of every function and method, with its place, as ctags sees them."""
    listing = subprocess.run(
        ["ctags", "--languages=C++", "--langmap=C++:.cpp.hpp.h.def", "--kinds-C++=f",
         "--fields=+ne", "--excmd=number", "-L", "-", "-f", "-"],
        input="\n".join(map(str, paths)), capture_output=True, text=True, check=True)
    for line in listing.stdout.splitlines():
        name, path, *rest = line.split("\t")
        fields = dict(f.split(":", 1) for f in rest if ":" in f)
        if "end" in fields:
            place = f"{tree.name(tree.ROOT / path)}:{fields['line']}: {name}"
            yield int(fields["end"]) - int(fields["line"]) + 1, place


def comments(path):
    """Lines that hold a comment, and all lines that are not empty."""
    text = path.read_text()
    code = tree.blank(text, "comment").splitlines()
    lines = [(a, b) for a, b in zip(text.splitlines(), code) if a.strip()]
    return sum(1 for a, b in lines if a != b), len(lines)


def measure(title, folders):
    paths = tree.files(*folders)
    lengths = [(len(p.read_text().splitlines()), tree.name(p)) for p in paths]
    bodies = list(functions(paths))
    noted = [comments(p) for p in paths]
    share = 100 * sum(n for n, _ in noted) / max(1, sum(n for _, n in noted))
    print(f"{title}: {len(lengths)} files, {sum(n for n, _ in lengths)} lines; "
          f"file median {percentile([n for n, _ in lengths], 0.5)}, "
          f"p95 {percentile([n for n, _ in lengths], 0.95)}; "
          f"function median {percentile([n for n, _ in bodies], 0.5)}, "
          f"p95 {percentile([n for n, _ in bodies], 0.95)}; comments {share:.0f} %")
    over = [f"{place}: {n} lines, at most {FILE_LIMIT}" for n, place in lengths if n > FILE_LIMIT]
    over += [f"{place}: {n} lines, at most {FUNCTION_LIMIT}" for n, place in bodies if n > FUNCTION_LIMIT]
    return over


findings = measure("product", ["include", "src"])
# A TEST_CASE is no function to ctags, so its length is bounded by its file alone.
findings += measure("tests", ["tests", "bench", "examples"])
tree.finish(findings)
