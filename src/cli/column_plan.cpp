// The table under `sudui check --plan`. Whoever writes rules for millions of companies sees here
// which clauses cost what a company alone costs, and where they stand.
//
// Tested by tests/cli/check_plan.sh.
#include "cli/column_plan.hpp"

#include <fmt/format.h>

#include "report/json_parts.hpp"
#include "report/table.hpp"
#include "report/words.hpp"

namespace sudui::cli {
namespace {

using api::column_use;
using api::policy_in_columns;

struct sums {
  std::size_t clauses = 0, clauses_left = 0, amounts = 0, amounts_left = 0;
};

sums sums_of(const column_use& use) {
  sums made;
  for (const policy_in_columns& each : use.policies) {
    made.clauses += each.clauses;
    made.clauses_left += each.clauses_left.size();
    made.amounts += each.amounts;
    made.amounts_left += each.amounts_left.size();
  }
  return made;
}

std::string counted(std::size_t left, std::size_t of) {
  return left == 0 ? "-" : fmt::format("{}/{}", left, of);
}

std::string days_of(const window& days) {
  if (!days.from && !days.to) return {};
  return (days.from ? to_string(*days.from) : std::string()) + ".." +
         (days.to ? to_string(*days.to) : std::string());
}

std::string left_line(const location& where, const policy& of, std::string_view name,
                      std::string_view formula) {
  const auto slash = name.empty() ? "" : " ";
  return fmt::format("{}:{}: {}{}{}\n    {}\n", where.file, where.line, of.id, slash, name,
                     formula);
}

std::string left_text(const column_use& use, const text_options& options) {
  std::string clauses;
  std::string amounts;
  for (const policy_in_columns& each : use.policies) {
    for (const clause* one : each.clauses_left) {
      clauses += left_line(one->where, *each.of, one->id, one->formula);
    }
    for (const benefit* one : each.amounts_left) {
      amounts += left_line(one->where, *each.of, one->id, one->formula);
    }
  }
  std::string out;
  const auto add = [&](std::string_view zh, std::string_view en, const std::string& lines) {
    if (!lines.empty()) out += fmt::format("\n{}\n{}", report::say(options.in, zh, en), lines);
  };
  add("逐家判断的条件", "clauses left to rows", clauses);
  add("逐家计算的金额", "amounts left to rows", amounts);
  return out;
}

void write_left(report::json_writer& out, std::string_view key, std::string_view id,
                std::string_view formula, const location& where) {
  out.open_object();
  report::write_given(out, key, id);
  report::write_given(out, "formula", formula);
  report::write_given(out, "where", where);
  out.close_object();
}

void write_policy(report::json_writer& out, const policy_in_columns& of) {
  out.open_object().key("policy").text(of.of->id).key("window");
  report::write(out, of.version->days);
  out.key("clauses").whole(of.clauses).key("predicates").whole(of.predicates);
  out.key("clauses_left").open_array();
  for (const clause* each : of.clauses_left) {
    write_left(out, "clause", each->id, each->formula, each->where);
  }
  out.close_array().key("amounts").whole(of.amounts).key("amounts_left").open_array();
  for (const benefit* each : of.amounts_left) {
    write_left(out, "benefit", each->id, each->formula, each->where);
  }
  out.close_array().close_object();
}

}  // namespace

std::string plan_text(const column_use& use, const text_options& options) {
  const auto say = [&](std::string_view zh, std::string_view en) {
    return std::string(report::say(options.in, zh, en));
  };
  report::table rows(static_cast<std::size_t>(options.width), report::table::none, {2, 3, 4, 5});
  rows.add({say("政策", "policy"), say("版本", "version"), say("条件", "clauses"),
            say("谓词", "predicates"), say("逐家判断", "clauses to rows"),
            say("逐家计算", "amounts to rows")});
  for (const policy_in_columns& each : use.policies) {
    rows.add({each.of->id, days_of(each.version->days), std::to_string(each.clauses),
              std::to_string(each.predicates), counted(each.clauses_left.size(), each.clauses),
              counted(each.amounts_left.size(), each.amounts)});
  }
  const sums all = sums_of(use);
  rows.add({fmt::format("{} {}", use.policies.size(), say("项政策", "policies")), "",
            std::to_string(all.clauses), std::to_string(use.predicates),
            counted(all.clauses_left, all.clauses), counted(all.amounts_left, all.amounts)});
  return fmt::format("{} {}, {} {}\n{}", say("按列执行的规则，按", "the rules in columns, as of"),
                     to_string(use.by.as_of()), say("年度", "year"), use.by.year(),
                     rows.to_string(0)) +
         left_text(use, options);
}

void write_plan(report::json_writer& out, const column_use& use) {
  const sums all = sums_of(use);
  out.open_object().key("as_of").text(to_string(use.by.as_of())).key("year").whole(use.by.year());
  out.key("clauses").whole(all.clauses).key("clauses_left").whole(all.clauses_left);
  out.key("predicates").whole(use.predicates).key("amounts").whole(all.amounts);
  out.key("amounts_left").whole(all.amounts_left).key("policies").open_array();
  for (const policy_in_columns& each : use.policies) write_policy(out, each);
  out.close_array().close_object();
}

}  // namespace sudui::cli
