// The comparison for people: who gains and who loses under each policy, where verdicts went, and
// what the exact amounts add up to. Policies without a change are counted, not shown.
//
// Tested by tests/cli/diff.sh.
#include <fmt/format.h>

#include "cli/diff_report.hpp"
#include "report/figures.hpp"
#include "report/table.hpp"
#include "report/words.hpp"

namespace sudui::cli {
namespace {

std::string signed_money(const decimal& change, int places) {
  return (change > decimal() ? "+" : "") + report::money(change, places);
}

class diff_page {
 public:
  diff_page(const diff_report& of, const text_options& options)
      : of_(of), options_(options), whole_(of.tally.whole()) {}

  [[nodiscard]] std::string text() const {
    std::string out = side_line(say("旧", "before"), of_.before);
    out += side_line(say("新", "after"), of_.after);
    out +=
        fmt::format("{} {}: {} {}, {} {}, {} {}\n", of_.counts.decided, say("家企业", "companies"),
                    whole_.changed.gain, say("家增加", "gain"), whole_.changed.lose,
                    say("家减少", "lose"), whole_.changed.both, say("家有增有减", "gain and lose"));
    out += "\n" + policies() + verdicts();
    if (!of_.by.name.empty()) out += "\n" + groups();
    return out;
  }

 private:
  [[nodiscard]] std::string say(std::string_view zh, std::string_view en) const {
    return std::string(report::say(options_.in, zh, en));
  }
  [[nodiscard]] report::table table(std::vector<std::size_t> numbers) const {
    return {static_cast<std::size_t>(options_.width), 1, std::move(numbers)};
  }

  [[nodiscard]] std::string side_line(const std::string& name, const diff_side& side) const {
    const rule_set& rules = side.by.rules();
    return fmt::format("{}: {} {}, {} {}, {} {}\n", name, rules.title().in(options_.in),
                       rules.version(), say("截至", "as of"), to_string(side.by.as_of()),
                       say("评定年度", "assessment year"), side.by.year());
  }

  [[nodiscard]] std::string word_of(standing what) const {
    if (what == standing::absent) return say("没有", "absent");
    const verdict all[] = {verdict::ineligible, verdict::undetermined, verdict::eligible};
    return std::string(report::word_of(all[static_cast<std::size_t>(what) - 1], options_.in));
  }

  [[nodiscard]] std::string presence_of(const policy_pair& pair) const {
    if (pair.before.is == presence::absent) return say("只在新规则中", "only after");
    if (pair.after.is == presence::absent) return say("只在旧规则中", "only before");
    if (pair.before.is == presence::not_in_force) {
      return say("旧：不在有效期", "before: not in force");
    }
    return pair.after.is == presence::not_in_force ? say("新：不在有效期", "after: not in force")
                                                   : std::string();
  }

  [[nodiscard]] std::vector<std::string> money_cells(const money_sum& before,
                                                     const money_sum& after, int places,
                                                     std::string_view unit) const {
    const auto sum = [&](const money_sum& of) {
      return report::money(of.exact, places) +
             (of.not_exact > 0 ? fmt::format(" + {} ?", of.not_exact) : std::string());
    };
    return {sum(before), sum(after),
            signed_money(change_of(before, after), places) + " " + std::string(unit)};
  }

  // A line of sums; `title` stands before it where it is not that of the policy or kind.
  struct sum_line {
    std::string title;
    std::vector<std::string> cells;
  };
  // What policies grant by themselves and, where groups take something off, what they leave.
  void add_lines(const money_change& money, int places, std::string_view unit,
                 std::vector<sum_line>& into) const {
    into.push_back({{}, money_cells(money.before, money.after, places, unit)});
    if (!money.is_displaced()) return;
    into.push_back({say("政策组之后", "left by groups"),
                    money_cells(money.left_before, money.left_after, places, unit)});
  }

  [[nodiscard]] std::vector<sum_line> sums(const policy_pair& pair,
                                           const policy_change& change) const {
    std::vector<sum_line> made;
    for (std::size_t i = 0; i < pair.benefits.size(); ++i) {
      const benefit& what = pair.benefits[i].any();
      if (what.has_amount) {
        add_lines(change.sums[i], pair.benefits[i].places(), what.unit, made);
      }
    }
    return made;
  }

  void add_policy(report::table& rows, const policy_pair& pair, const policy_change* change) const {
    const policy_change nothing;
    const policy_change& counted = change != nullptr ? *change : nothing;
    const auto money = change != nullptr ? sums(pair, *change) : std::vector<sum_line>();
    std::string title = pair.shown->title.in(options_.in);
    if (const auto note = presence_of(pair); !note.empty()) {
      title += say("（", " (") + note + say("）", ")");
    }
    std::vector<std::string> cells{pair.shown->id,
                                   std::move(title),
                                   std::to_string(counted.eligible_before()),
                                   std::to_string(counted.eligible_after()),
                                   std::to_string(counted.companies.gain),
                                   std::to_string(counted.companies.lose)};
    for (const sum_line& line : money) {
      if (!line.title.empty()) cells[1] = line.title;
      cells.insert(cells.end(), line.cells.begin(), line.cells.end());
      rows.add(std::move(cells));
      cells.assign(6, "");
    }
    if (money.empty()) rows.add(std::move(cells));
  }

  // Where verdicts went: a line a policy and pair of verdicts.
  [[nodiscard]] std::string verdicts() const {
    report::table rows(static_cast<std::size_t>(options_.width), report::table::none, {3});
    const auto& pairs = of_.tally.pairs();
    bool is_empty = true;
    rows.add({say("政策", "policy"), say("旧判断", "verdict"), say("新判断", "after"),
              say("企业", "companies")});
    for (std::size_t i = 0; i < whole_.policies.size(); ++i) {
      if (!whole_.policies[i]) continue;
      const auto& moved = whole_.policies[i]->moved;
      for (std::size_t at = 0; at < standings * standings; ++at) {
        const auto count = moved[at / standings][at % standings];
        if (count == 0 || at / standings == at % standings) continue;
        rows.add({pairs[i].shown->id, word_of(static_cast<standing>(at / standings)),
                  word_of(static_cast<standing>(at % standings)), std::to_string(count)});
        is_empty = false;
      }
    }
    return is_empty ? std::string() : "\n" + rows.to_string(0);
  }

  [[nodiscard]] std::string policies() const {
    auto rows = table({2, 3, 4, 5, 6, 7, 8});
    rows.add({say("政策", "policy"), "", say("可享受", "eligible"), say("新", "after"),
              say("增加", "gain"), say("减少", "lose"), say("金额合计", "sum"), say("新", "after"),
              say("变化", "change")});
    const auto& pairs = of_.tally.pairs();
    std::size_t unchanged = 0;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      const auto* change = i < whole_.policies.size() ? whole_.policies[i].get() : nullptr;
      const bool is_shown =
          pairs[i].before.is != pairs[i].after.is || (change != nullptr && change->is_change());
      if (is_shown) add_policy(rows, pairs[i], change);
      unchanged += is_shown ? 0 : 1;
    }
    return (unchanged < pairs.size() ? rows.to_string(0) : std::string()) +
           fmt::format("{} {}\n", unchanged, say("项政策没有变化", "policies without a change"));
  }

  [[nodiscard]] std::string groups() const {
    auto rows = table({2, 3, 4, 5, 6, 7});
    rows.add({of_.by.to_string(), say("种类", "kind"), say("企业", "companies"),
              say("增加", "gain"), say("减少", "lose"), say("金额合计", "sum"), say("新", "after"),
              say("变化", "change")});
    for (const auto& [name, change] : of_.tally.groups()) {
      std::vector<std::string> lead{
          name.value_or(say("（未填）", "(not given)")), "", std::to_string(change.companies),
          std::to_string(change.changed.gain), std::to_string(change.changed.lose)};
      for (const auto& [kind, sum] : sums_by_kind(change, of_.tally.pairs())) {
        std::vector<sum_line> money;
        add_lines(sum.money, sum.places, kind.unit, money);
        for (const sum_line& line : money) {
          lead[1] = line.title.empty() ? report::spoken(kind.kind, options_.in) : line.title;
          lead.insert(lead.end(), line.cells.begin(), line.cells.end());
          rows.add(lead);
          lead.assign(5, "");
        }
      }
      if (!lead.front().empty()) rows.add(lead);
    }
    return rows.to_string(0);
  }

  const diff_report& of_;
  const text_options& options_;
  group_change whole_;
};

}  // namespace

std::string diff_text(const diff_report& of, const text_options& options) {
  return diff_page(of, options).text();
}

}  // namespace sudui::cli
