"""Who may include whom. A stage sees only the stages below it and only the packages it is for."""

import re

import tree

BELOW = {
    "text": "",
    "values": "text",
    "feel": "text values",
    "syntax": "text values",
    "model": "text values feel syntax",
    "types": "text values feel model",
    "plan": "text values types",
    "decide": "text values types plan",
    "kernels": "",
    "columns": "text values types plan decide kernels",
    "tables": "text values types plan decide kernels columns",
    "portfolio": "text values types plan decide kernels columns",
    "explain": "text values types plan decide",
    "repair": "text values model types plan decide",
    "ingest": "text values syntax model types plan decide kernels columns",
    "review": "text values model types plan decide explain",
    "report": "text values model types decide",
    "site": "text values report",
    "api": "text values feel syntax model types plan decide kernels columns tables portfolio explain repair ingest review report",
    "cli": "text values feel syntax model types plan decide explain ingest report api",
}
# Public headers every stage may use: the words of the library.
SHARED = {"result", "diagnostic", "value", "export", "decimal", "text", "version"}
# The public structs that a stage fills or shows; api and cli see all.
SHOWN = {
    "decide": {"decision", "profile"},
    "columns": {"decision", "profile"},
    "tables": {"decision", "profile"},
    "portfolio": {"decision", "profile"},
    "explain": {"decision", "profile"},
    "repair": {"decision", "profile"},
    "ingest": {"arrow", "profile", "rule_set"},
    "review": {"boundaries", "clinic", "decision", "matcher", "profile", "readiness", "report", "rule_set"},
    "site": {"decision", "matcher", "profile", "readiness", "report", "rule_set", "site"},
    "report": {"boundaries", "clinic", "decision", "matcher", "profile", "reach", "readiness", "report", "rule_set"},
}
PACKAGES = {
    "yaml-cpp": {"syntax"},
    "boost/json": {"syntax", "ingest", "report", "api", "cli"},
    "boost/multiprecision": {"values"},
    "boost": set(BELOW),
    "fmt": set(BELOW),
    "pcre2.h": {"values"},
    "editline": {"cli"},
    "simdjson": {"ingest"},
    "spdlog": {"cli"},
    "CLI": {"cli"},
}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)


def outside(layer, path, target):
    """Why this layer may not use a package or a standard header; None if it may."""
    if target in ("iostream", "cstdio", "stdio.h") and layer not in ("cli",):
        return "the library does not print"
    package = next((p for p in PACKAGES if target == p or target.startswith((p + "/", p + "."))), None)
    if package and layer not in PACKAGES[package]:
        return f"only {', '.join(sorted(PACKAGES[package]))} may use {package}"
    if package == "fmt" and path.suffix != ".cpp":
        return "fmt belongs into .cpp files"
    return None


def inside(layer, target):
    """Why this layer may not use one of our headers; None if it may."""
    folder, _, rest = target.partition("/")
    if folder == "sudui":
        known = SHARED | SHOWN.get(layer, set())
        allowed = layer in ("api", "cli") or rest.rpartition(".")[0] in known
        return None if allowed else f"{layer} may not use the interface header {target}"
    if folder == layer or folder in BELOW[layer].split():
        return None
    return f"{layer} may not include {folder or target}"


def check_source(path):
    layer = path.relative_to(tree.ROOT / "src").parts[0]
    if layer not in BELOW:
        yield f"{tree.name(path)}: folder {layer} is not in the table of layers"
        return
    for kind, target in INCLUDE.findall(path.read_text()):
        ours = kind == '"' or target.startswith("sudui/")
        why = inside(layer, target) if ours else outside(layer, path, target)
        if why:
            yield f"{tree.name(path)}: {why}"


def check_interface(path):
    for kind, target in INCLUDE.findall(path.read_text()):
        if kind == '"' or ("/" in target and not target.startswith("sudui/")):
            yield f"{tree.name(path)}: public headers include <sudui/...> and the standard only: {target}"


findings = []
for source in tree.files("src"):
    findings += check_source(source)
for header in tree.files("include"):
    findings += check_interface(header)
tree.finish(findings)
