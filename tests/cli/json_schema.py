"""Whether JSON files fit a JSON Schema, for the keywords that our own schemas use.

Usage: json_schema.py SCHEMA FILE...; prints the first misfit of every file and ends with their number.
"""

import json
import re
import sys

TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}


def is_type(value, name):
    if name in ("number", "integer"):
        wanted = int if name == "integer" else (int, float)
        return isinstance(value, wanted) and not isinstance(value, bool)
    return isinstance(value, TYPES[name])


def member_schema(key, schema):
    if key in schema.get("properties", {}):
        return schema["properties"][key]
    for pattern, found in schema.get("patternProperties", {}).items():
        if re.search(pattern, key):
            return found
    return schema.get("additionalProperties", True)


def misfits(value, schema, root, path="$"):
    if isinstance(schema, bool):
        return [] if schema else [f"{path}: not allowed"]
    found = []
    if "$ref" in schema:
        found += misfits(value, root["$defs"][schema["$ref"].split("/")[-1]], root, path)
    if "type" in schema:
        names = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        if not any(is_type(value, name) for name in names):
            return [f"{path}: no {' or '.join(names)}"]
    if "enum" in schema and value not in schema["enum"]:
        found.append(f"{path}: not one of the words")
    if "pattern" in schema and isinstance(value, str) and not re.search(schema["pattern"], value):
        found.append(f"{path}: another pattern")
    if "minimum" in schema and isinstance(value, (int, float)) and value < schema["minimum"]:
        found.append(f"{path}: too small")
    if "maximum" in schema and isinstance(value, (int, float)) and value > schema["maximum"]:
        found.append(f"{path}: too large")
    if isinstance(value, dict):
        for key, member in value.items():
            found += misfits(member, member_schema(key, schema), root, f"{path}.{key}")
    if isinstance(value, list) and "items" in schema:
        for index, item in enumerate(value):
            found += misfits(item, schema["items"], root, f"{path}[{index}]")
    if "anyOf" in schema and not any(not misfits(value, each, root, path) for each in schema["anyOf"]):
        found.append(f"{path}: fits no choice")
    return found


schema = json.load(open(sys.argv[1], encoding="utf-8"))
bad = 0
for name in sys.argv[2:]:
    found = misfits(json.load(open(name, encoding="utf-8")), schema, schema)
    if found:
        bad += 1
        print(f"{name}: {found[0]}")
sys.exit(bad)
