"""What the service promises, on SQLite and on PostgreSQL alike."""
import concurrent.futures
import http.client
import os
import pathlib
import shutil
import subprocess
import tempfile
import time
import unittest

from service import BINARY, COMPANY, DAY, OTHER, ROOT, SUDUI, Postgres, Service


class Api:
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="sudui-api-"))
        shutil.copytree(ROOT / "rules", cls.folder / "rules")
        cls.database = cls.open_database()
        cls.service = Service(cls.database, cls.folder / "rules", "--read-seconds", "2")
        cls.officer = cls.service.token()
        cls.company = cls.service.token("company", "--company", COMPANY)
        cls.auditor = cls.service.token("auditor")

    @classmethod
    def tearDownClass(cls):
        assert cls.service.stop() == 0
        cls.close_database()
        shutil.rmtree(cls.folder)

    def ask(self, method, path, body=None, token=None, status=200):
        told, headers, text = self.service.ask(method, path, token or self.officer, body)
        self.assertEqual(told, status, text)
        if status >= 400:
            self.assertEqual(headers["Content-Type"], "application/problem+json")
            self.assertEqual(set(text) - {"findings"}, {"type", "title", "title_zh", "status"})
        return text

    def match(self, **more):
        return self.ask("POST", "/v1/match", {"company": COMPANY, "as_of": DAY, **more})

    def amount(self, answer, policy):
        for one in answer["decisions"]:
            if one["policy"] == policy:
                return one["verdict"], [grant["amount"].get("low") for grant in one["grants"]]
        return None

    def test_a_match_gives_exact_amounts_and_is_logged_once(self):
        made = self.match()
        self.assertEqual(self.amount(made, "changzhou/growth-reward"), ("eligible", ["3800000.00"]))
        rows = self.ask("GET", f"/v1/companies/{COMPANY}/decisions")["decisions"]
        kept = [one for one in rows if one["decision_id"] == made["decision_id"]]
        self.assertEqual(len(kept), 1)
        for name in ("as_of", "year", "profile_digest", "engine"):
            self.assertEqual(kept[0][name], made[name])
        self.assertEqual(kept[0]["rules_digest"], made["digest"])
        line = kept[0]["log"]
        self.assertEqual((line["id"], line["digest"], line["profile_digest"]),
                         (made["decision_id"], made["digest"], made["profile_digest"]))
        self.assertEqual(line["profile"]["taxable_income"], {"masked": "S2"})
        self.assertEqual({one["policy"] for one in line["decisions"]},
                         {one["policy"] for one in made["decisions"] if one["verdict"] != "ineligible"})

    def test_the_log_is_decided_again_by_the_command_and_an_edited_rule_shows(self):
        for company in (COMPANY, OTHER):
            self.match(company=company)
        log, store = self.folder / "log", self.folder / "store"
        subprocess.run([BINARY, "export", "--database", str(self.database), "--log", log, "--profiles", store],
                       check=True, stdout=subprocess.DEVNULL)
        self.assertEqual(store.stat().st_mode & 0o077, 0)
        self.assertNotIn('"taxable_income":{"2', log.read_text())
        lines = len(log.read_text().splitlines())
        self.assertGreaterEqual(lines, 2)

        def replay(rules):
            return subprocess.run([SUDUI, "replay", log, "--profiles", store, "--rules", rules, "--parameters",
                                   ROOT / "examples/parameters.yaml", "--lang", "en"],
                                  capture_output=True, text=True)
        told = replay(ROOT / "rules")
        self.assertEqual(told.returncode, 0, told.stdout + told.stderr)
        self.assertIn(f"lines {lines} = same {lines} + different 0", told.stdout)
        edited = self.folder / "edited"
        shutil.copytree(ROOT / "rules", edited)
        file = edited / "changzhou/growth/growth-reward.yaml"
        text = file.read_text().replace("* (1 + growth_line(year))", "* (1.01 + growth_line(year))")
        self.assertNotEqual(text, file.read_text())
        file.write_text(text)
        listed = sum(1 for line in log.read_text().splitlines()
                     if '"policy":"changzhou/growth-reward","verdict":"eligible"' in line)
        self.assertGreater(listed, 0)
        self.assertLess(listed, lines)
        told = replay(edited)
        self.assertEqual(told.returncode, 1, told.stdout + told.stderr)
        self.assertIn(f"lines {lines} = same {lines - listed} + different {listed}", told.stdout)
        self.assertEqual({line.split()[0] for line in told.stdout.splitlines() if "  " in line},
                         {"changzhou/growth-reward"})
        shutil.rmtree(edited)

    def test_reach_gives_the_smallest_change_and_proofs(self):
        told = self.ask("POST", "/v1/reach", {"profile": {
            "is_resident_enterprise": True, "in_restricted_industry": False, "cit_avg_assets": {"2023": 12000000},
            "cit_avg_headcount": {"2023": 350}, "taxable_income": {"2023": 2900000}}, "as_of": DAY,
            "policy": "national/small-low-profit"})
        self.assertEqual(told["verdict"], "ineligible")
        staff = [one for one in told["fields"] if one["field"] == "cit_avg_headcount"]
        self.assertEqual([(one["state"], one["to"], one["by"]) for one in staff], [("reached", "300", "-50")])
        self.ask("POST", "/v1/reach", {"company": COMPANY, "as_of": DAY}, status=400)
        self.ask("POST", "/v1/reach", {"company": COMPANY, "as_of": DAY, "policy": "no/such"}, status=404)

    def test_a_profile_in_the_body_is_decided_with_all_its_digits(self):
        profile = ('{"profile":{"is_resident_enterprise":true,"taxable_income":2999999.99,'
                   '"cit_avg_headcount":48,"cit_avg_assets":12000000,"in_restricted_industry":false},'
                   '"as_of":"2023-12-31"}')
        made = self.ask("POST", "/v1/match", profile)
        self.assertEqual(self.amount(made, "national/small-low-profit"),
                         ("eligible", ["600000.00"]))
        over = self.ask("POST", "/v1/match",
                        profile.replace("2999999.99", "3000000.0000000000000001"))
        self.assertEqual(self.amount(over, "national/small-low-profit")[0], "ineligible")

    def test_an_explanation_names_the_source_and_no_folder(self):
        made = self.ask("POST", "/v1/explain", {"company": COMPANY, "as_of": DAY,
                                               "policy": "national/small-low-profit"})
        income = [one for one in made["clauses"] if one["clause"] == "income"][0]
        self.assertEqual(income["because"]["distance"], "15400000")
        self.assertTrue(income["cite"]["document"])
        self.assertNotIn(str(self.folder), str(made))
        self.assertFalse(income["where"]["file"].startswith("/"))

    def test_what_if_changes_a_year_and_keeps_the_others(self):
        body = {"company": COMPANY, "as_of": DAY, "changes": {"tax_paid": {"2023": 40000000}}}
        made = self.ask("POST", "/v1/what-if", body)
        self.assertIn("changzhou/growth-reward", made["changed"])
        self.assertEqual(self.amount(made["before"], "changzhou/growth-reward"),
                         ("eligible", ["3800000.00"]))
        verdict, amounts = self.amount(made["after"], "changzhou/growth-reward")
        self.assertEqual(verdict, "eligible")  # which needs the taxes of the years before
        self.assertNotEqual(amounts, ["3800000.00"])
        same = self.ask("POST", "/v1/what-if", {**body, "changes": {}})
        self.assertEqual(same["changed"], [])
        self.assertEqual(same["before"], same["after"])

    def test_a_company_sees_itself_alone(self):
        for method, path, body in [
                ("GET", f"/v1/companies/{OTHER}", None),
                ("GET", f"/v1/companies/{OTHER}/decisions", None),
                ("POST", "/v1/match", {"company": OTHER}),
                ("POST", "/v1/explain", {"company": OTHER}),
                ("POST", "/v1/what-if", {"company": OTHER, "changes": {}}),
                ("POST", "/v1/reach", {"company": OTHER, "policy": "national/small-low-profit"}),
                ("POST", "/v1/match", {"profile": {"uscc": OTHER}})]:
            self.ask(method, path, body, self.company, 403)
        found = self.ask("GET", "/v1/companies", None, self.company)["companies"]
        self.assertEqual([one["uscc"] for one in found], [COMPANY])
        self.ask("POST", "/v1/match", {"company": COMPANY}, self.company)

    def test_an_auditor_reads_the_log_and_no_personal_field(self):
        self.ask("POST", "/v1/match", {"company": COMPANY}, self.auditor, 403)
        self.ask("GET", f"/v1/companies/{COMPANY}/decisions", None, self.auditor)
        shown = self.ask("GET", f"/v1/companies/{COMPANY}", None, self.auditor)
        self.assertTrue(shown["masked"])
        self.assertEqual(shown["profile"]["taxable_income"], {"masked": "S2"})
        self.assertEqual(shown["profile"]["uscc"], COMPANY)

    def test_wrong_and_expired_tokens_are_refused(self):
        ended = self.service.token("officer", "--days", "0")
        for token in (ended, "sudui_" + "0" * 64, self.officer[:-1], self.officer.upper()):
            status, headers, _ = self.service.ask("GET", "/v1/policies", token)
            self.assertEqual(status, 401)
            self.assertIn("Bearer", headers["WWW-Authenticate"])

    def test_the_description_is_true_to_what_is_served(self):
        spec = self.ask("GET", "/openapi.json")
        described = {(method.upper(), path) for path, ways in spec["paths"].items() for method in ways}
        served = set()
        for line in subprocess.run([BINARY, "routes"], check=True, capture_output=True,
                                   text=True).stdout.splitlines():
            method, path, roles = line.split()
            if path.startswith(("/v1/", "/healthz", "/metrics", "/openapi")):
                served.add((method, path.replace("*}", "}")))
                way = spec["paths"][path.replace("*}", "}")][method.lower()]
                self.assertEqual(way.get("security") == [], roles == "0", path)
        self.assertEqual(described, served)
        for method, path in sorted(described):
            way = spec["paths"][path][method.lower()]
            real = path.replace("{uscc}", COMPANY).replace("{id}", "national/small-low-profit")
            body = {"company": COMPANY, "as_of": DAY} if method == "POST" else None
            if path.endswith("reach"):
                body["policy"] = "national/small-low-profit"
            if path.endswith("what-if"):
                body["changes"] = {"taxable_income": {"2023": 1}}
            status, headers, text = self.service.ask(method, real, self.officer, body)
            self.assertIn(str(status), way["responses"], path)
            kind, shape = next(iter(way["responses"]["200"]["content"].items()))
            self.assertTrue(headers["Content-Type"].startswith(kind), path)
            for name in shape["schema"].get("required", []):
                self.assertIn(name, text, path)

    def test_a_day_or_member_that_does_not_fit_is_refused(self):
        for body in ({"company": COMPANY, "as_of": "2023-02-30"}, {"company": COMPANY, "year": 1},
                     {"company": COMPANY, "yaer": 2023}, {}, {"company": COMPANY, "profile": {}},
                     {"company": 7}, '{"company":"x","company":"y"}', "[]", "{"):
            self.ask("POST", "/v1/match", body, status=400)
        self.ask("POST", "/v1/match", {"company": "1" * 18}, status=404)
        told = self.ask("POST", "/v1/match", {"profile": {"taxable_income": "many"}}, status=422)
        self.assertTrue(told["findings"][0]["message"]["zh"])

    def test_rules_are_reloaded_when_they_change_and_kept_when_they_are_wrong(self):
        file = self.folder / "rules/national/income-tax/small-low-profit.yaml"
        good = file.read_text()
        before = self.ask("GET", "/healthz")["rules"]["digest"]
        file.write_text(good + "\n# one comment more\n")
        self.wait(lambda state: state["rules"]["digest"] != before)
        after = self.ask("GET", "/healthz")["rules"]["digest"]
        file.write_text(good.replace("policy:", "policee:", 1))
        state = self.wait(lambda state: state["status"] == "old-rules")
        self.assertEqual(state["rules"]["digest"], after)
        self.assertIn("national/income-tax/small-low-profit.yaml", state["rules"]["error"])
        self.assertNotIn(str(self.folder), state["rules"]["error"])
        self.match()
        file.write_text(good)
        self.assertEqual(self.wait(lambda state: state["status"] == "ok")["rules"]["digest"], before)

    def wait(self, until):
        last = time.time() + 60
        while time.time() < last:
            state = self.ask("GET", "/healthz")
            if until(state):
                return state
            time.sleep(0.1)
        raise AssertionError(state)

    def test_acknowledged_decisions_outlive_a_kill_each_of_them_once(self):
        told = []

        def load(_):
            while True:
                try:
                    status, _, text = self.service.ask("POST", "/v1/match", self.officer,
                                                       {"company": OTHER, "as_of": DAY})
                except (OSError, http.client.HTTPException):  # cut in the middle of an answer: not acknowledged
                    return
                if status == 200:
                    told.append(text["decision_id"])

        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            runs = [pool.submit(load, one) for one in range(8)]
            time.sleep(float(os.environ.get("SUDUI_KILL_SECONDS", "3")))
            self.service.kill()
            for run in runs:
                run.result()
        self.service.restart()
        kept, before = [], ""
        while True:
            page = self.ask("GET", f"/v1/companies/{OTHER}/decisions?before={before}")
            kept += [one["decision_id"] for one in page["decisions"]]
            before = page.get("next")
            if not before:
                break
        self.assertGreater(len(told), 5)
        self.assertEqual(len(kept), len(set(kept)))
        self.assertEqual(set(told) - set(kept), set())

    def test_a_stop_finishes_what_runs(self):
        with concurrent.futures.ThreadPoolExecutor(6) as pool:
            runs = [pool.submit(self.service.ask, "POST", "/v1/explain", self.officer,
                                {"company": COMPANY, "as_of": DAY}) for _ in range(6)]
            time.sleep(0.15)
            self.assertEqual(self.service.stop(), 0)
            done = [run for run in runs if run.exception() is None]
            self.assertGreater(len(done), 0)
            for run in done:
                self.assertEqual(run.result()[0], 200)
        self.service.restart()


class OnSqlite(Api, unittest.TestCase):
    @classmethod
    def open_database(cls):
        return cls.folder / "test.db"

    @classmethod
    def close_database(cls):
        pass


class OnPostgres(Api, unittest.TestCase):
    @classmethod
    def open_database(cls):
        cls.cluster = Postgres()
        return cls.cluster.url

    @classmethod
    def close_database(cls):
        cls.cluster.stop()


if __name__ == "__main__":
    unittest.main()
