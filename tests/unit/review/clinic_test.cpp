#include <sudui/clinic.hpp>

#include "catch.hpp"
#include "support/rules.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

const char* const grouped = R"(policy: demo/grouped
title: {zh: 分组政策, en: a grouped policy}
level: city
sources: {doc: {document: 文件第1号, status: verified-text}}
clauses:
  - {clause: listed, zh: 上市, en: listed, require: is_listed, cite: doc}
  - clause: size
    zh: 规模
    en: size
    cite: doc
    all:
      - {clause: many, zh: 人数多, en: many people, require: staff >= 250}
      - {clause: scored, zh: 得分高, en: a high score, require: score >= 50}
      - {clause: placed, zh: 在市内, en: in the city, require: region = "320411"}
  - clause: either
    zh: 二选一
    en: one of two
    cite: doc
    any:
      - {clause: young, zh: 年轻, en: young, require: 'founded > date("2020-01-01")'}
      - {clause: researches, zh: 研发, en: does research, require: rnd > 1万}
  - {clause: enough, zh: 评分达标, en: scores enough, require: score >= 63, cite: doc}
benefit: {kind: cash, zh: 奖励, en: reward, amount: 10万, round: none, cite: doc}
)";

clinic clinic_of(const profile& company) {
  return make_clinic(bound({grouped}).explain("demo/grouped", company).value());
}

std::string order_of(const clinic& made) {
  std::string out;
  for (const auto& group : made.groups) {
    out += group.of->of->id + "[";
    for (const auto& each : group.problems) out += each.of->of->id + " ";
    out += "] ";
  }
  return out;
}

const profile half_known{
    {"is_listed", false}, {"staff", 200}, {"score", 60}, {"founded", day(2021, 1, 1)}};

}  // namespace

TEST_CASE("the closest comes first, the unmeasured and the unknown later", "[review][clinic]") {
  const clinic made = clinic_of(half_known);
  CHECK(order_of(made) ==
        "enough[enough ] size[many placed scored ] listed[listed ] either[young researches ] ");
}

TEST_CASE("a clinic counts its problems and names every missing input once", "[review][clinic]") {
  const clinic made = clinic_of(half_known);
  CHECK(made.unmet == 3);
  CHECK(made.unknown == 2);
  CHECK(made.met == 2);
  REQUIRE(made.missing.size() == 2);
  CHECK(made.missing[0].name() == "region");
  CHECK(made.missing[1].name() == "rnd(2021)");
}

TEST_CASE("a branch that another one makes needless says so", "[review][clinic]") {
  const clinic made = clinic_of(half_known);
  const auto& either = made.groups.back();
  CHECK(either.held == outcome::met);
  CHECK(either.problems[0].is_needed);
  CHECK(!either.problems[1].is_needed);
}

TEST_CASE("a group is as close as the farthest clause that it needs", "[review][clinic]") {
  const clinic made = clinic_of(half_known);
  REQUIRE(made.groups[1].closeness);
  CHECK(*made.groups[1].closeness == number("0.2"));
  CHECK(made.groups[0].closeness->to_string().starts_with("0.0476"));
}

TEST_CASE("a policy that is not in force has no groups", "[review][clinic]") {
  const auto by = bound(
      {policy_text("demo/one", "staff > 3", benefit_text("amount: 1"), "from: 2025-01-01\n")});
  const clinic made = make_clinic(by.explain("demo/one", {}).value());
  CHECK(made.groups.empty());
  CHECK(to_text(made, {language::en, false, 100}).find("not in force") != std::string::npos);
}
