"""Whether a PNG has the size asked for, shows more than an empty page, and is under 300 KB. Usage: picture.py FILE WIDTH HEIGHT"""

import struct
import sys
import zlib

data = open(sys.argv[1], "rb").read()
assert data[:8] == b"\x89PNG\r\n\x1a\n", "no PNG"
width, height = struct.unpack(">II", data[16:24])
assert (width, height) == (int(sys.argv[2]), int(sys.argv[3])), f"{width} x {height}"
assert len(data) < 300 * 1024, f"{len(data)} bytes"
rows, at = b"", 8
while at < len(data):
    size, kind = struct.unpack(">I4s", data[at : at + 8])
    if kind == b"IDAT":
        rows += data[at + 8 : at + 8 + size]
    at += 12 + size
raw = zlib.decompress(rows)
line = len(raw) // height
busy = sum(1 for y in range(height) if len(set(raw[y * line + 1 : (y + 1) * line])) > 8)
assert busy > height // 5, f"only {busy} of {height} lines show anything"
print(f"{sys.argv[1]}: {len(data)} bytes, {busy} of {height} lines show something")
