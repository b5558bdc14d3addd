// `sudui reach`: what would have to change for a company to get one policy.
//
// Tested by tests/cli/reach.sh.
#include <iostream>
#include <memory>

#include <sudui/reach.hpp>

#include "cli/format_option.hpp"
#include "cli/one_company.hpp"
#include "cli/rules_option.hpp"
#include "cli/terminal.hpp"

namespace sudui::cli {
namespace {

struct reach_command {
  const session& with;
  rules_option rules;
  std::string policy;
  std::string path;
  std::string format = "text";
  std::string input_format;
  reach_options where;

  [[nodiscard]] int run() const;
};

int reach_command::run() const {
  int status = done;
  const auto loaded = load_rules(rules, with, status);
  if (!loaded) return status;
  const auto by = bind_rules(*loaded, rules, with, status);
  if (!by) return status;
  const auto held = read_company(path, input_format, *loaded, with, status);
  if (!held) return status;
  const auto made = reach(*by, policy, *held, where);
  if (!made) {
    std::cerr << to_text(made.error(), with.in) << '\n';
    return usage;
  }
  return write_answer(
      format == "json" ? to_json(*made) + "\n" : to_text(*made, text_options_for(with.in)), status);
}

constexpr const char* reach_examples_zh = R"(示例
  sudui reach company.json --policy national/hnte-15
  sudui reach company.json --policy wujin/rd-growth --field rd_expense_total --format json

列出未满足的条件及差额，并逐个字段求出使企业符合条件的最小改动，或证明只改它无论多少都不够。
默认只看字段表中 changeable: true 的字段；分年度的字段只改评定年度及以后。
退出状态：0 完成，1 画像中有不合要求的值，2 用法错误、没有该政策或字段，3 无法读写)";

constexpr const char* reach_examples_en = R"(Examples
  sudui reach company.json --policy national/hnte-15
  sudui reach company.json --policy wujin/rd-growth --field rd_expense_total --format json

Lists the clauses that fail with their distances and, for each field by itself, the smallest change that makes
the company eligible, or the proof that no value of it does. Fields that may move are those that the dictionary
calls changeable: true; a yearly field moves in the assessment year and later.
Exit status: 0 done, 1 values that do not fit, 2 usage or no such policy or field, 3 cannot read or write)";

}  // namespace

void add_reach(CLI::App& app, session& with) {
  auto made = std::make_shared<reach_command>(reach_command{with, {}, {}, {}, "text", {}, {}});
  CLI::App* command = add_command(
      app, with, "reach",
      with.say("要改变什么才能享受一项政策", "what would have to change to get a policy"),
      with.say(reach_examples_zh, reach_examples_en));
  add_company(*command, made->path, with);
  command
      ->add_option("--policy", made->policy,
                   with.say("政策编号，见 sudui list", "id of the policy, see sudui list"))
      ->required()
      ->type_name("POLICY");
  command
      ->add_option("--field", made->where.fields,
                   with.say("只改这个字段，可给多个", "only this field moves; may be given again"))
      ->type_name("FIELD");
  command->add_flag("--past-years", made->where.past_years,
                    with.say("也可改以前年度的值", "years before the assessment year move too"));
  made->rules.add_dates(*command, with);
  made->rules.add_parameters(*command, with);
  made->rules.add_folder(*command, with);
  add_format(*command, made->format, with);
  add_company_format(*command, made->input_format, with);
  command->callback([&with, made] { with.chosen = [made] { return made->run(); }; });
}

}  // namespace sudui::cli
