"""What a company gets, from Python, through the C interface: decide.py LIBRARY RULES DAY PROFILE"""

import ctypes
import datetime
import json
import pathlib
import sys

lib = ctypes.CDLL(sys.argv[1])
lib.sudui_failure_message.restype = ctypes.c_void_p
lib.sudui_text_data.restype = ctypes.c_void_p
lib.sudui_text_size.restype = ctypes.c_size_t


def call(function, *arguments):
    """Calls with the result and the failure as places at the end; texts go as pointer and length."""
    given = []
    for each in arguments:
        given += [each, ctypes.c_size_t(len(each))] if isinstance(each, bytes) else [each]
    made, why = ctypes.c_void_p(), ctypes.c_void_p()
    if function(*given, ctypes.byref(made), ctypes.byref(why)) == 0:
        return made
    size = ctypes.c_size_t()
    text = ctypes.string_at(lib.sudui_failure_message(why, 0, ctypes.byref(size)), size.value)
    lib.sudui_failure_free(why)
    sys.exit(text.decode())


def answer(text):
    made = json.loads(ctypes.string_at(lib.sudui_text_data(text), lib.sudui_text_size(text)))
    lib.sudui_text_free(text)
    return made


days = (datetime.date.fromisoformat(sys.argv[3]) - datetime.date(1970, 1, 1)).days
rules = call(lib.sudui_load_directory, sys.argv[2].encode(), None)
matcher = call(lib.sudui_bind, rules, days, 0, None, ctypes.c_size_t(0))
for decision in answer(call(lib.sudui_match_json, matcher, pathlib.Path(sys.argv[4]).read_bytes()))["decisions"]:
    if decision["verdict"] == "eligible":
        print(decision["policy"], *(grant["amount"].get("low", "") for grant in decision["grants"]))
lib.sudui_matcher_free(matcher)
lib.sudui_rules_free(rules)
