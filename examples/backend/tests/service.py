"""Starts the service for a test, on SQLite or a throwaway PostgreSQL, and speaks HTTP to it."""
import http.client
import json
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[3]
BINARY = os.environ.get("SUDUI_BACKEND", ROOT / "build/backend/sudui-backend")
SUDUI = os.environ.get("SUDUI", ROOT / "build/release/sudui")
COMPANY, OTHER = "91320412MA1XG7F27G", "91320411MA27RJ5K1T"
DAY = "2023-12-31"


class Postgres:
    """A cluster in a folder of its own, reached through a unix socket only."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="sudui-pg-"))
        self.bin = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"))[-1]
        if os.getuid() == 0:  # the server refuses to run as root
            shutil.chown(self.folder, "postgres")
        self.run("initdb", "-D", self.folder / "data", "-A", "trust", "-U", "sudui", "-E", "UTF8",
                 "--no-sync")
        self.run("pg_ctl", "-D", self.folder / "data", "-w", "-l", self.folder / "log", "-o",
                 f"-k {self.folder} -c listen_addresses=''", "start")
        self.url = f"postgresql://sudui@/postgres?host={self.folder}"

    def run(self, name, *words):
        command = [str(self.bin / name), *map(str, words)]
        if os.getuid() == 0:
            command = ["runuser", "-u", "postgres", "--", *command]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/tmp")

    def stop(self):
        self.run("pg_ctl", "-D", self.folder / "data", "-m", "immediate", "stop")
        shutil.rmtree(self.folder)


class Service:
    def __init__(self, database, rules=ROOT / "rules", *more):
        self.database, self.rules, self.more = str(database), rules, more
        self.log = tempfile.NamedTemporaryFile("w+", prefix="sudui-log-")
        self.start()

    def start(self):
        self.process = subprocess.Popen(
            [BINARY, "serve", "--database", self.database, "--rules", self.rules, "--companies",
             ROOT / "examples/companies", "--parameters", ROOT / "examples/parameters.yaml",
             "--web", ROOT / "examples/backend/web", "--port", "0", *self.more], stderr=self.log)
        last = time.time() + 60
        while True:
            text = pathlib.Path(self.log.name).read_text()
            if text.count("listening on") > text.count("# before\n"):
                break
            assert self.process.poll() is None and time.time() < last, text
            time.sleep(0.02)
        self.port = int(text.rsplit("listening on 127.0.0.1:", 1)[1].split()[0])

    def restart(self):
        self.log.seek(0, 2)
        self.log.write("# before\n" * (pathlib.Path(self.log.name).read_text().count("listening on")
                                      - pathlib.Path(self.log.name).read_text().count("# before\n")))
        self.log.flush()
        self.start()

    def token(self, role="officer", *more):
        return subprocess.run([BINARY, "token", "--database", self.database, "--role", role, *more],
                              check=True, capture_output=True, text=True).stdout.strip()

    def ask(self, method, path, token=None, body=None, headers=None, as_json=True):
        """Status, headers, and the body, read as JSON where it is."""
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        sent = {"Content-Type": "application/json"} if body is not None else {}
        if token:
            sent["Authorization"] = "Bearer " + token
        if body is not None and not isinstance(body, (str, bytes)):
            body = json.dumps(body)
        link.request(method, path, body, {**sent, **(headers or {})})
        answer = link.getresponse()
        text = answer.read()
        link.close()
        if "json" in answer.headers.get("Content-Type", ""):
            text = json.loads(text) if as_json else text.decode()
        return answer.status, answer.headers, text

    def memory(self):
        """Resident KiB."""
        for line in pathlib.Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS"):
                return int(line.split()[1])

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(30)
