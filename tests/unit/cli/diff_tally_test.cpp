// Who counts as gaining and losing, and what amounts add up to.

#include "cli/diff_tally.hpp"

#include "catch.hpp"
#include "support/groups.hpp"

using namespace sudui;
using namespace sudui::cli;
using namespace sudui::tests;

namespace {

/// Two rule sets of one policy each, and what changes for some companies.
class comparison {
 public:
  comparison(const std::vector<std::string>& before, const std::vector<std::string>& after)
      : before_(bound(before)),
        after_(bound(after)),
        pairs_(pair_policies(before_.by, after_.by)),
        tally_(pairs_) {}

  void add(const std::vector<profile>& companies, const std::optional<std::string>& group = {}) {
    auto olds = before_.batch.batch();
    auto news = after_.batch.batch();
    for (const auto& each : companies) {
      olds.append(each);
      news.append(each);
    }
    decision_batch from;
    decision_batch to;
    before_.batch.match(olds, from);
    after_.batch.match(news, to);
    const std::vector<group_change*> groups(companies.size(), &tally_.group(group));
    tally_.add(from, to, groups);
  }
  [[nodiscard]] group_change whole() const { return tally_.whole(); }
  [[nodiscard]] const diff_tally& tally() const { return tally_; }
  [[nodiscard]] const std::vector<policy_pair>& pairs() const { return pairs_; }

 private:
  diff_side before_, after_;
  std::vector<policy_pair> pairs_;
  diff_tally tally_;
};

std::string offers(const std::string& amount) {
  return policy_text("demo/one", "staff > 5", benefit_text("amount: " + amount));
}

std::string two_benefits(const std::string& first, const std::string& second) {
  const auto one = [](const std::string& id, const std::string& lines) {
    return "  - {benefit: " + id + ", zh: 奖励, en: reward, cite: doc, " + lines + "}\n";
  };
  return policy_text("demo/one", "staff > 5",
                     "benefits:\n" + one("a", "kind: cash, round: none, amount: " + first) +
                         one("b", "kind: " + second));
}

std::string counts_of(const winners_and_losers& of) {
  return std::to_string(of.gain) + " " + std::to_string(of.lose) + " " + std::to_string(of.both);
}

std::string counts_of(const std::string& before, const std::string& after) {
  comparison made({before}, {after});
  made.add({profile{{"staff", 6}, {"score", 10}}});
  const auto whole = made.whole();
  REQUIRE(whole.policies.size() == 1);
  CHECK(counts_of(whole.changed) == counts_of(whole.policies[0]->companies));
  return counts_of(whole.changed);
}

}  // namespace

TEST_CASE("an amount that grows is a gain, one that shrinks a loss", "[cli][diff]") {
  CHECK(counts_of(offers("10万"), offers("10万")) == "0 0 0");
  CHECK(counts_of(offers("10万"), offers("100000.01")) == "1 0 0");
  CHECK(counts_of(offers("100000.01"), offers("10万")) == "0 1 0");
}

TEST_CASE("benefits that go different ways are both", "[cli][diff]") {
  const auto cash = [](const std::string& amount) {
    return "cash, round: none, amount: " + amount;
  };
  CHECK(counts_of(two_benefits("1万", cash("2万")), two_benefits("2万", cash("1万"))) == "0 0 1");
  CHECK(counts_of(two_benefits("1万", cash("2万")), two_benefits("1万", cash("3万"))) == "1 0 0");
  // Another kind is another benefit: one ends, one begins.
  CHECK(counts_of(two_benefits("1万", cash("2万")), two_benefits("1万", "recognition")) == "0 0 1");
  CHECK(counts_of(two_benefits("1万", cash("0")), two_benefits("1万", "recognition")) == "1 0 0");
}

TEST_CASE("amounts that are not exact are counted, not compared", "[cli][diff]") {
  comparison made({offers("10万")}, {offers("if is_listed then 20万 else 30万")});
  made.add({profile{{"staff", 6}}, profile{{"staff", 6}, {"is_listed", true}}});
  const auto whole = made.whole();
  const auto& sum = whole.policies.at(0)->sums.at(0);
  CHECK(sum.before.exact == number("200000"));
  CHECK(sum.after.exact == number("200000"));
  CHECK(sum.before.not_exact == 0);
  CHECK(sum.after.not_exact == 1);
  CHECK(counts_of(whole.changed) == "1 0 0");
  CHECK(whole.policies[0]->is_change());
}

TEST_CASE("verdicts are counted from where to where", "[cli][diff]") {
  comparison made({policy_text("demo/one", "staff > 5")}, {policy_text("demo/one", "staff > 9")});
  made.add({profile{{"staff", 5}}, profile{{"staff", 6}}, profile{{"staff", 10}}, profile()});
  const auto whole = made.whole();
  const auto& moved = whole.policies.at(0)->moved;
  const auto at = [&](cli::standing from, cli::standing to) {
    return moved[static_cast<std::size_t>(from)][static_cast<std::size_t>(to)];
  };
  CHECK(whole.companies == 4);
  CHECK(at(cli::standing::eligible, cli::standing::ineligible) == 1);
  CHECK(at(cli::standing::eligible, cli::standing::eligible) == 1);
  CHECK(at(cli::standing::undetermined, cli::standing::undetermined) == 1);
  CHECK(at(cli::standing::ineligible, cli::standing::ineligible) ==
        0);  // of no interest, not counted
  CHECK(whole.policies[0]->eligible_before() == 2);
  CHECK(whole.policies[0]->eligible_after() == 1);
  CHECK(counts_of(whole.changed) == "0 1 0");
}

TEST_CASE("policies that one side has not are paired with nothing", "[cli][diff]") {
  const std::string to_come = "from: 2030-01-01\n";
  comparison made({policy_text("demo/a", "staff > 5"), policy_text("demo/c", "staff > 5")},
                  {policy_text("demo/b", "staff > 5"),
                   policy_text("demo/c", "staff > 5", benefit_text("amount: 10万"), to_come)});
  REQUIRE(made.pairs().size() == 3);
  CHECK(made.pairs()[0].before.is == presence::in_force);
  CHECK(made.pairs()[0].after.is == presence::absent);
  CHECK(made.pairs()[1].before.is == presence::absent);
  CHECK(made.pairs()[2].after.is == presence::not_in_force);
  made.add({profile{{"staff", 6}}});
  const auto whole = made.whole();
  CHECK(counts_of(whole.policies.at(0)->companies) == "0 1 0");
  CHECK(counts_of(whole.policies.at(1)->companies) == "1 0 0");
  CHECK(counts_of(whole.policies.at(2)->companies) == "0 1 0");
  CHECK(counts_of(whole.changed) == "0 0 1");
}

TEST_CASE("tallies of parts add up to that of the whole", "[cli][diff]") {
  comparison all({offers("10万")}, {offers("20万")});
  all.add({profile{{"staff", 6}}}, "x");
  all.add({profile{{"staff", 7}}, profile{{"staff", 1}}}, "y");
  diff_tally sum(all.pairs());
  sum.add(all.tally());
  sum.add(all.tally());
  CHECK(sum.groups().at("y").companies == 4);
  CHECK(counts_of(sum.groups().at("y").changed) == "2 0 0");
  CHECK(sum.whole().policies.at(0)->sums.at(0).after.exact == number("800000"));
  CHECK(sum.whole().policies.at(0)->sums.at(0).before.exact == number("400000"));
}

TEST_CASE("what groups leave is added up beside what each policy grants", "[cli][diff_tally]") {
  const auto rival = policy_text("demo/two", "staff > 5", benefit_text("amount: 7"));
  comparison made(
      {offers("5"), rival},
      {offers("5"), rival, group_text("demo/group", "rule: highest\nmembers: [demo/*]")});
  made.add({profile{{"staff", 6}}, profile{{"staff", 9}}, profile{{"staff", 1}}});
  const auto whole = made.whole();
  const auto& sum = whole.policies.at(0)->sums.at(0);
  CHECK(sum.after.exact == number("10"));
  CHECK(sum.left_before.exact == number("10"));
  CHECK(sum.left_after.exact == number("0"));
  CHECK(sum.is_displaced());
  CHECK(counts_of(whole.policies.at(0)->companies) == "0 0 0");
  CHECK(whole.policies.at(0)->is_change());
  CHECK(!whole.policies.at(1)->sums.at(0).is_displaced());
}
