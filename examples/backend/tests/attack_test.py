"""Five hundred requests that nobody should send. None of them may end in a 5xx, tell what is inside,
or leave memory behind; and afterwards the service answers as before."""
import json
import pathlib
import random
import re
import shutil
import socket
import sqlite3
import tempfile
import time
import unittest
import urllib.parse

from service import COMPANY, DAY, OTHER, ROOT, Service

# What an answer must not hold: places, code, the database, other people's figures.
LEAKS = re.compile(re.escape(str(ROOT).encode()) + rb"|/usr|/tmp|/home|\.cpp|\.hpp|sqlite|SQLITE|syntax error|near \"|std::|"
                   rb"terminate|what\(\)|0x[0-9a-f]{6}|libpq|root:")
INJECTIONS = ["' or '1'='1", "'; drop table decisions; --", '" or ""="', "$1", "%", "_", "\\", "../../etc/passwd",
              "{{7*7}}", "${jndi:ldap://x}", "<script>alert(1)</script>", "\u0000", "\u202e", "\ud83d\ude00",
              "%00", "a" * 5000, "1; select pg_sleep(9)", "$(reboot)", "\r\nX-Evil: 1", "NaN"]


def http(method, path, token, body=b"", more=""):
    """One request as bytes, its length stated truly."""
    if isinstance(body, str):
        body = body.encode("utf-8", "surrogatepass")
    head = f"{method} {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
    if token:
        head += f"Authorization: Bearer {token}\r\n"
    if body:
        head += f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n"
    return (head + more + "\r\n").encode("latin-1") + body


def bodies(rng):
    """Bodies that are no question."""
    good = '{"company":"%s","as_of":"%s","changes":{"rd_expense_tax":{"2023":1}}}' % (COMPANY, DAY)
    yield from (good[:cut] for cut in range(1, len(good), 2))
    for depth in (31, 32, 33, 100, 1000, 100_000):
        yield "[" * depth + "]" * depth
        yield '{"profile":' + '{"a":' * depth + "1" + "}" * depth + "}"
    yield '{"profile":{"taxable_income":' + "9" * 100_000 + "}}"
    yield '{"profile":{"taxable_income":1e' + "9" * 50 + "}}"
    yield '{"profile":{"taxable_income":-1e-99999}}'
    yield '{"company":"' + "x" * 900_000 + '"}'
    yield '{"company":"' + "x" * 1_100_000 + '"}'
    for wrong in ("null", "true", "1", "1.5", "[]", "{}", '""', '"x"', "[[]]", '{"a":1}', "-0", "1e400"):
        for name in ("company", "as_of", "year", "profile", "changes", "policy"):
            yield '{"company":"%s","%s":%s}' % (COMPANY, name, wrong) if name != "company" \
                else '{"company":%s}' % wrong
    for bad in (b"\xff", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf5\x80\x80\x80", b"\x80", b"\xe4\xb8"):
        yield b'{"company":"' + bad + b'"}'
        yield b'{"profile":{"company_name":"' + bad + b'"}}'
    for text in INJECTIONS:
        told = json.dumps(text)
        yield '{"company":%s}' % told
        yield '{"company":"%s","as_of":%s}' % (COMPANY, told)
        yield '{"company":"%s","policy":%s}' % (COMPANY, told)
        yield '{"profile":{"uscc":%s,"company_name":%s,"industry_code":%s}}' % (told, told, told)
        yield '{"profile":{%s:1}}' % told
        yield '{"company":"%s","changes":{%s:%s}}' % (COMPANY, told, told)
    for _ in range(90):
        at = rng.randrange(len(good))
        yield good[:at] + rng.choice('{}[]",:\\\x00\x1fe-.9') + good[at + 1:]


def corpus(rng, officer, company, ended):
    for body in bodies(rng):
        yield http("POST", "/v1/" + rng.choice(["match", "explain", "what-if", "reach"]), officer, body)
    quote = urllib.parse.quote
    for text in INJECTIONS:
        word = quote(text, safe="", errors="surrogatepass")
        for path in ("/v1/companies?q=", "/v1/companies/", "/v1/policies/", "/page/"):
            yield http("GET", path + word, officer)
        yield http("GET", f"/v1/companies/{COMPANY}/decisions?before={word}", officer)
    for path in ("//", "/..", "/../etc/passwd", "/page/../openapi.json", "/page/%2e%2e/x", "/%", "/%zz",
                 "/%c0%af", "/v1/companies?q=%ff", "/v1/companies?q=1&q=2", "http://x/healthz", "*", "/a" * 5000,
                 "/page/page.js%00.css", "/bench/constant"):
        yield http("GET", path, officer)
    for token in ("", "x", ended, "sudui_" + "f" * 64, officer[:-1], officer + "0", "' or 1=1 --", "\xff\xfe"):
        yield http("POST", "/v1/match", token, '{"company":"%s"}' % COMPANY)
    for path in (f"/v1/companies/{OTHER}", f"/v1/companies/{OTHER}/decisions"):
        yield http("GET", path, company)
    for name in ("match", "explain", "what-if", "reach"):
        yield http("POST", "/v1/" + name, company, '{"company":"%s","changes":{}}' % OTHER)
    inner = b"GET /v1/policies HTTP/1.1\r\nHost: x\r\n\r\n"
    for more in ("Content-Length: 4\r\nContent-Length: 5\r\n", "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n",
                 "Transfer-Encoding: chunked\r\n", "Transfer-Encoding: xchunked\r\n", "Content-Length: -1\r\n",
                 "Content-Length: 99999999999999999999\r\n", "Content-Length: 0x10\r\n", "Host: y\r\n",
                 "Content-Length : 4\r\n", " folded: 1\r\n", "X: " + "y" * 20_000 + "\r\n", "No colon\r\n"):
        yield http("POST", "/v1/match", officer, b"", more) + b"0\r\n\r\n" + inner
    for raw in (b"\r\n" * 100, b"GET", b"\x16\x03\x01\x02\x00", b"GET / HTTP/9.9\r\n\r\n", b"GET / HTTP/1.1\r\n\r\n",
                b"\x00" * 1000, b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"A" * 100_000):
        yield raw
    for method in ("PUT", "DELETE", "TRACE", "CONNECT", "OPTIONS", "PATCH", "BREW"):
        yield http(method, "/v1/match", officer)


class Attack(unittest.TestCase):
    def send(self, raw, wait=5):
        with socket.create_connection(("127.0.0.1", self.service.port), timeout=wait) as link:
            told = b""
            try:
                link.sendall(raw)
                link.shutdown(socket.SHUT_WR)
                while part := link.recv(65536):
                    told += part
            except (ConnectionError, socket.timeout):
                pass
            return told

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="sudui-attack-"))
        self.service = Service(self.folder / "test.db", ROOT / "rules", "--read-seconds", "1")
        self.officer = self.service.token()
        self.company = self.service.token("company", "--company", COMPANY)
        self.ended = self.service.token("officer", "--days", "0")

    def tearDown(self):
        self.assertEqual(self.service.stop(), 0)
        shutil.rmtree(self.folder)

    def good(self):
        return self.service.ask("POST", "/v1/match", self.officer, {"company": COMPANY, "as_of": DAY})

    def test_five_hundred_requests_that_nobody_should_send(self):
        rng = random.Random(5)
        asked = list(corpus(rng, self.officer, self.company, self.ended))
        self.assertGreaterEqual(len(asked), 500)
        before = self.good()[2]["decisions"]
        memory = None
        for turn in range(2):
            for raw in asked:
                told = self.send(raw)
                for status in re.findall(rb"^HTTP/1\.1 (\d)\d\d", told, re.M):
                    self.assertIn(status, b"24", (raw[:300], told[:600]))
                self.assertLessEqual(told.count(b"HTTP/1.1 "), 1, raw[:300])
                head, _, body = told.partition(b"\r\n\r\n")
                self.assertNotIn(b"X-Evil", head)
                if not head.startswith(b"HTTP/1.1 200"):
                    self.assertIsNone(LEAKS.search(body), (raw[:300], body[:600]))
                self.assertNotIn(self.officer.encode(), told)
            if memory is None:
                memory = self.service.memory()
        grown = self.service.memory() - memory
        self.assertLess(grown, 8192, f"{grown} KiB more after the same requests again")
        self.assertEqual(self.good()[2]["decisions"], before)
        log = pathlib.Path(self.service.log.name).read_text()
        self.assertNotIn(self.officer, log)
        self.assertNotIn("failed", log)
        print(f"{len(asked)} requests twice: no 5xx, no leak, {grown} KiB more memory")

    def test_slow_clients_are_cut_and_hold_nobody_up(self):
        slow = [socket.create_connection(("127.0.0.1", self.service.port)) for _ in range(50)]
        for one in slow:
            one.sendall(b"POST /v1/match HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n")
        self.assertEqual(self.good()[0], 200)
        for _ in range(6):  # a byte now and then does not help
            time.sleep(0.4)
            for one in slow:
                try:
                    one.sendall(b"X")
                except OSError:
                    pass
        time.sleep(1.5)
        metrics = self.service.ask("GET", "/metrics")[2].decode()
        self.assertEqual(re.search(r"sudui_connections (\d+)", metrics)[1], "1")
        for one in slow:
            one.close()

    def test_tokens_are_stored_as_digests(self):
        base = sqlite3.connect(self.folder / "test.db")
        rows = str(base.execute("select * from tokens").fetchall())
        base.close()
        self.assertNotIn(self.officer, rows)
        self.assertNotIn(self.officer[6:], rows)


if __name__ == "__main__":
    unittest.main()
