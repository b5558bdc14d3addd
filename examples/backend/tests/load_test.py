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

    def wrk(self, path):
        told = subprocess.run(
            ["wrk", "-t2", "-c16", f"-d{SECONDS}s", "--latency", "-s", self.folder / "wrk.lua",
             f"http://127.0.0.1:{self.service.port}{path}"],
            check=True, capture_output=True, text=True).stdout
        self.assertNotIn("Non-2xx", told)
        self.assertNotIn("Socket errors", told)
        rate = float(re.search(r"Requests/sec:\s*([\d.]+)", told)[1])
        tail = {part: re.search(part + r"%\s+(\S+)", told)[1] for part in ("50", "99")}
        print(f"{path}: {rate:.0f}/s, p50 {tail['50']}, p99 {tail['99']}")
        return rate

    def answer(self):
        status, _, made = self.service.ask("POST", "/v1/match", self.token,
                                           {"company": COMPANY, "as_of": DAY})
        self.assertEqual(status, 200)
        return made

    def test_nothing_fails_under_load_and_reloads(self):
        before = self.answer()
        constant, plain = self.wrk("/bench/constant"), self.wrk("/v1/match")
        print(f"match to constant: {plain / constant:.2f}")
        memory = self.service.memory()
        stop, answers = threading.Event(), []
        file = self.folder / "rules/rule_set.yaml"
        text = file.read_text()

        def reload():
            turn = 0
            while not stop.wait(1):
                turn += 1
                file.write_text(text + f"# turn {turn}\n")
                self.service.process.send_signal(signal.SIGHUP)
                answers.append(self.answer())

        thread = threading.Thread(target=reload)
        thread.start()
        self.wrk("/v1/match")
        stop.set()
        thread.join()
        # Only the digest tells the rule sets apart: every one of them gives the same decisions.
        for one in answers:
            self.assertEqual(one["decisions"], before["decisions"])
        self.assertGreater(len({one["digest"] for one in answers}), 1)
        metrics = self.service.ask("GET", "/metrics")[2].decode()
        matched = int(re.search(r"sudui_matched_total (\d+)", metrics)[1])
        self.assertEqual(int(re.search(r"sudui_logged_total (\d+)", metrics)[1]), matched)
        self.assertIn('sudui_requests_total{status="5xx"} 0', metrics)
        print(f"{len(answers)} reloads, {self.service.memory() - memory} KiB more memory")


if __name__ == "__main__":
    unittest.main()
