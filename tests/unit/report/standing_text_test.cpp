#include "report/standing_text.hpp"

#include <boost/json.hpp>

#include "catch.hpp"
#include "report/json_standing.hpp"

using namespace sudui;
using namespace sudui::report;

namespace {

// A group of two policies, and an effect of it.
struct grouped {
  policy high, low;
  group of;
  field staff;
  grouped() {
    high.id = "demo/high";
    high.title = {"高额", "High"};
    low.id = "demo/low";
    of.id = "demo/group";
    of.title = {"择优", "The better"};
    of.kind = "cash";
    of.unit = "元";
    of.readings = {{"", "highest", {}}};
    staff.name = "staff";
    staff.label = {"人数", "staff"};
  }
  [[nodiscard]] group_effect effect(standing to, group_effect::reason why) const {
    group_effect made;
    made.of = &of;
    made.standing = to;
    made.why = why;
    made.paid.is = amount::state::exact;
    made.paid.low = made.paid.high = decimal(200);
    return made;
  }
};

using reason = group_effect::reason;

}  // namespace

TEST_CASE("who gives way is said with whom and in which group", "[report][standing]") {
  const grouped given;
  auto effect = given.effect(standing::displaced, reason::best);
  effect.by = &given.high;
  CHECK(effect_text(effect, language::en) == "gives way to High (demo/high) (The better)");
  CHECK(effect_text(effect, language::zh) == "让位于高额（demo/high）（择优）");
  effect.standing = standing::open;
  CHECK(effect_text(effect, language::en) == "may give way to High (demo/high) (The better)");
  effect.why = reason::elected;
  effect.standing = standing::displaced;
  CHECK(effect_text(effect, language::zh) == "企业选择了高额（demo/high）（择优）");
}

TEST_CASE("what is paid less is said with the amount", "[report][standing]") {
  const grouped given;
  CHECK(effect_text(given.effect(standing::kept, reason::topped_up), language::en) ==
        "the difference is paid: 200.00 元 (The better)");
  CHECK(effect_text(given.effect(standing::kept, reason::capped), language::zh) ==
        "上限内兑付 200.00 元（择优）");
  CHECK(effect_text(given.effect(standing::displaced, reason::paid_before), language::en) ==
        "paid for the same matter before (The better)");
  auto items = given.effect(standing::kept, reason::items);
  items.items_elsewhere = 2;
  CHECK(effect_text(items, language::en) ==
        "paid for the items that count here: 200.00 元; 2 items count elsewhere (The better)");
}

TEST_CASE("a reading is named where there are several", "[report][standing]") {
  grouped given;
  given.of.readings = {{"a", "sum", {"全额", "in full"}},
                       {"b", "difference", {"补差", "the rest"}}};
  auto effect = given.effect(standing::kept, reason::topped_up);
  effect.reading = 1;
  CHECK(effect_text(effect, language::en) ==
        "read as \"the rest\": the difference is paid: 200.00 元 (The better)");
}

TEST_CASE("a result says that the company may choose and what is missing", "[report][standing]") {
  const grouped given;
  group_result result;
  result.of = &given.of;
  CHECK(result_remark(result, language::en).empty());
  result.may_elect = true;
  CHECK(result_remark(result, language::en) == "the company may choose, the best is shown");
  const missing_input missing{&given.staff, nullptr, {}};
  result.missing = std::span(&missing, 1);
  CHECK(result_remark(result, language::en).find("missing: staff") != std::string::npos);
}

TEST_CASE("standings are left out of JSON where there is nothing to say", "[report][standing]") {
  json_writer out;
  out.open_object();
  write_standing(out, standing::kept, {});
  write_results(out, {});
  out.close_object();
  CHECK(out.take() == "{}");
}

TEST_CASE("a standing in JSON has its group, its reason and what is paid", "[report][standing]") {
  const grouped given;
  auto effect = given.effect(standing::displaced, reason::best);
  effect.by = &given.high;
  json_writer out;
  out.open_object();
  write_standing(out, standing::displaced, std::span(&effect, 1));
  group_result result;
  result.of = &given.of;
  result.total = effect.paid;
  out.key("all").open_object();
  write_results(out, std::span(&result, 1));
  out.close_object().close_object();
  const auto read = boost::json::parse(out.take());
  CHECK(read.at("standing").as_string() == "displaced");
  const auto& one = read.at("groups").as_array()[0];
  CHECK(one.at("group").as_string() == "demo/group");
  CHECK(one.at("why").as_string() == "best");
  CHECK(one.at("by").as_string() == "demo/high");
  CHECK(one.at("paid").at("low").as_string() == "200.00");
  const auto& all = read.at("all").at("groups").as_array()[0];
  CHECK(all.at("rule").as_string() == "highest");
  CHECK(all.at("total").at("is").as_string() == "exact");
}

TEST_CASE("a benefit that stands in its group alone is named first", "[report][standing]") {
  const grouped given;
  benefit part;
  part.id = "quota";
  part.label = {"定额", "quota"};
  auto effect = given.effect(standing::displaced, reason::best);
  effect.by = &given.high;
  effect.compared = &part;
  effect.alone = true;
  CHECK(effect_text(effect, language::en) == "quota: gives way to High (demo/high) (The better)");
  CHECK(effect_text(effect, language::zh) == "定额：让位于高额（demo/high）（择优）");
  json_writer out;
  out.open_object();
  write_standing(out, standing::kept, std::span(&effect, 1));
  out.close_object();
  const auto made = boost::json::parse(out.take()).at("groups").at(0);
  CHECK(made.at("benefit") == "quota");
  CHECK(made.at("alone") == true);
}

TEST_CASE("a card says with which benefit a member stands in a group", "[report][standing]") {
  grouped given;
  given.of.members = {&given.high, &given.low};
  given.of.benefits = {"", "quota"};
  policy_version version;
  version.benefits.emplace_back();
  version.benefits.back().id = "quota";
  version.benefits.back().label = {"定额", "quota"};
  given.low.versions.push_back(version);
  given.low.title = {"低额", "Low"};
  const auto low = membership_text(given.low, std::span(&given.of, 1), language::en);
  CHECK(low.find("only of the benefit: quota") != std::string::npos);
  CHECK(low.find("demo/high  High\n") != std::string::npos);
  const auto high = membership_text(given.high, std::span(&given.of, 1), language::en);
  CHECK(high.find("demo/low  Low (quota)") != std::string::npos);
}
