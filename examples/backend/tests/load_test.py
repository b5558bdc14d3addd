"""wrk on loopback: /v1/match beside an answer of the same size with nothing behind it, then again
with a reload every second. No request may fail and no answer may be wrong."""
import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import threading
import time
import unittest

from service import COMPANY, DAY, ROOT, Service

SECONDS = int(os.environ.get("SUDUI_LOAD_SECONDS", "5"))
SCRIPT = """
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.headers["Authorization"] = "Bearer %s"
wrk.body = '{"company":"%s","as_of":"%s"}'
"""
# Every answer is one of those that the rule sets give, from its dates on: the digest and all figures.
CHECKED = SCRIPT + """
local threads, wanted = {}, {}
seen, wrong = 0, 0
function setup(thread) table.insert(threads, thread) end
function init()
  for line in io.lines("%s") do wanted[line] = true end
end
function response(status, headers, body)
  local at = body:find('"as_of":', 1, true)
  seen = seen + 1
  if status ~= 200 or not at or not wanted[body:sub(at)] then wrong = wrong + 1 end
end
function done()
  local all, bad = 0, 0
  for _, one in ipairs(threads) do all, bad = all + one:get("seen"), bad + one:get("wrong") end
  io.write(("checked %%d wrong %%d\\n"):format(all, bad))
end
"""


class Load(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="sudui-load-"))
        shutil.copytree(ROOT / "rules", self.folder / "rules")
        self.service = Service(self.folder / "test.db", self.folder / "rules", "--bench")
        self.token = self.service.token()
        (self.folder / "wrk.lua").write_text(SCRIPT % (self.token, COMPANY, DAY))

    def tearDown(self):
        self.assertEqual(self.service.stop(), 0)
        shutil.rmtree(self.folder)

    def wrk(self, path, script="wrk.lua"):
        told = subprocess.run(
            ["wrk", "-t2", "-c16", f"-d{SECONDS}s", "--latency", "-s", self.folder / script,
             f"http://127.0.0.1:{self.service.port}{path}"],
            check=True, capture_output=True, text=True).stdout
        self.assertNotIn("Non-2xx", told)
        self.assertNotIn("Socket errors", told)
        rate = float(re.search(r"Requests/sec:\s*([\d.]+)", told)[1])
        tail = {part: re.search(part + r"%\s+(\S+)", told)[1] for part in ("50", "99")}
        print(f"{path}: {rate:.0f}/s, p50 {tail['50']}, p99 {tail['99']}")
        return rate, told

    def answer(self):
        status, _, made = self.service.ask("POST", "/v1/match", self.token,
                                           {"company": COMPANY, "as_of": DAY}, as_json=False)
        self.assertEqual(status, 200)
        return made[made.index('"as_of":'):]

    def put_rules(self, text):
        """Whole or not at all, as an editor or a deployment should."""
        file = self.folder / "rules/changzhou/growth/growth-reward.yaml"
        (self.folder / "new").write_text(text)
        os.replace(self.folder / "new", file)
        self.service.process.send_signal(signal.SIGHUP)

    def metric(self, name):
        return int(re.search(name + r" (\d+)", self.service.ask("GET", "/metrics")[2].decode())[1])

    def reloaded(self, before):
        last = time.time() + 60
        while self.metric("sudui_rule_loads_total") == before:
            self.assertLess(time.time(), last)
            time.sleep(0.05)

    # wrk leaves with requests under way: what was decided for them is committed a moment later.
    def all_logged(self):
        last = time.time() + 10
        while self.metric("sudui_logged_total") != self.metric("sudui_matched_total"):
            if time.time() > last:
                return False
            time.sleep(0.05)
        return True

    def test_nothing_fails_under_load_and_reloads(self):
        constant, plain = self.wrk("/bench/constant")[0], self.wrk("/v1/match")[0]
        print(f"match to constant: {plain / constant:.3f}")
        memory = self.service.memory()
        # Two rule sets that differ in the amount of one policy, in turn.
        first = (self.folder / "rules/changzhou/growth/growth-reward.yaml").read_text()
        other = first.replace("* (1 + growth_line(year))", "* (1.01 + growth_line(year))")
        wanted = []
        for text in (first, other):
            loads = self.metric("sudui_rule_loads_total")
            self.put_rules(text)
            self.reloaded(loads)
            wanted.append(self.answer())
        self.assertNotEqual(wanted[0].split('"decisions":')[1], wanted[1].split('"decisions":')[1])
        (self.folder / "wanted").write_text("\n".join(wanted) + "\n")
        (self.folder / "checked.lua").write_text(
            CHECKED % (self.token, COMPANY, DAY, self.folder / "wanted"))
        stop, seen = threading.Event(), []
        loads = self.metric("sudui_rule_loads_total")

        def reload():
            turn = 0
            while not stop.wait(1):
                turn += 1
                self.put_rules((first, other)[turn % 2])
                seen.append(self.answer())

        thread = threading.Thread(target=reload)
        thread.start()
        told = self.wrk("/v1/match", "checked.lua")[1]
        stop.set()
        thread.join()
        checked, wrong = map(int, re.search(r"checked (\d+) wrong (\d+)", told).groups())
        self.assertEqual(wrong, 0)
        self.assertGreater(checked, 10)
        self.assertEqual(set(seen) - set(wanted), set())
        self.assertEqual(self.metric("sudui_rule_load_failures_total"), 0)
        self.assertTrue(self.all_logged())
        self.assertEqual(self.metric('sudui_requests_total{status="5xx"}'), 0)
        print(f"{checked} answers checked, {self.metric('sudui_rule_loads_total') - loads} reloads, "
              f"{self.service.memory() - memory} KiB more memory")


if __name__ == "__main__":
    unittest.main()
