// `sudui explain`: why one policy is decided as it is for one company.
//
// Tested by tests/cli/explain.sh.
#include <iostream>
#include <memory>

#include <sudui/report.hpp>

#include "cli/format_option.hpp"
#include "cli/one_company.hpp"
#include "cli/rules_option.hpp"
#include "cli/terminal.hpp"

namespace sudui::cli {
namespace {

struct explain_command {
  const session& with;
  rules_option rules;
  std::string policy;
  std::string path;
  std::string format = "text";
  std::string input_format;

  [[nodiscard]] int run() const;
};

int explain_command::run() const {
  int status = done;
  const auto loaded = load_rules(rules, with, status);
  if (!loaded) return status;
  const auto by = bind_rules(*loaded, rules, with, status);
  if (!by) return status;
  const auto held = read_company(path, input_format, *loaded, with, status);
  if (!held) return status;
  const auto why = by->explain(policy, *held);
  if (!why) {
    std::cerr << to_text(why.error(), with.in) << '\n';
    return usage;
  }
  return write_answer(
      format == "json" ? to_json(*why) + "\n" : to_text(*why, text_options_for(with.in)), status);
}

constexpr const char* explain_examples_zh = R"(示例
  sudui explain changzhou/growth-reward company.json
  sudui explain national/hnte-15 company.yaml --as-of 2023-12-31 --lang en
  sudui explain wujin/rd-growth company.json --format json

每个条件给出企业的数值、要求、差额和依据，之后是金额的计算步骤。
退出状态：0 完成，1 画像中有不合要求的值，2 用法错误或没有该政策，3 无法读写)";

constexpr const char* explain_examples_en = R"(Examples
  sudui explain changzhou/growth-reward company.json
  sudui explain national/hnte-15 company.yaml --as-of 2023-12-31 --lang zh
  sudui explain wujin/rd-growth company.json --format json

Every clause comes with the company's figures, the limit, the distance and the source; then the amount,
step by step. Exit status: 0 done, 1 values that do not fit, 2 usage or no such policy, 3 cannot read or write)";

}  // namespace

void add_explain(CLI::App& app, session& with) {
  auto made = std::make_shared<explain_command>(explain_command{with, {}, {}, {}, "text", {}});
  CLI::App* command =
      add_command(app, with, "explain",
                  with.say("说明一项政策为何如此判断", "why one policy is decided as it is"),
                  with.say(explain_examples_zh, explain_examples_en));
  command
      ->add_option("policy", made->policy,
                   with.say("政策编号，见 sudui list", "id of the policy, see sudui list"))
      ->required()
      ->type_name("POLICY");
  add_company(*command, made->path, with);
  made->rules.add_dates(*command, with);
  made->rules.add_parameters(*command, with);
  made->rules.add_folder(*command, with);
  add_format(*command, made->format, with);
  add_company_format(*command, made->input_format, with);
  command->callback([&with, made] { with.chosen = [made] { return made->run(); }; });
}

}  // namespace sudui::cli
