// `sudui clinic`: what stands between one company and one policy, in the groups of the rule.
//
// Tested by tests/cli/clinic.sh.
#include <iostream>
#include <memory>
#include <spdlog/spdlog.h>

#include <sudui/clinic.hpp>

#include "cli/format_option.hpp"
#include "cli/one_company.hpp"
#include "cli/rules_option.hpp"
#include "cli/terminal.hpp"

namespace sudui::cli {
namespace {

struct clinic_command {
  const session& with;
  rules_option rules;
  std::string policy;
  std::string path;
  std::string format = "text";
  std::string input_format;

  [[nodiscard]] int run() const {
    int status = done;
    const auto loaded = load_rules(rules, with, status);
    if (!loaded) return status;
    const auto by = bind_rules(*loaded, rules, with, status);
    if (!by) return status;
    const auto held = read_company(path, input_format, *loaded, with, status);
    if (!held) return status;
    auto why = by->explain(policy, *held);
    if (!why) {
      std::cerr << to_text(why.error(), with.in) << '\n';
      return usage;
    }
    const clinic made = make_clinic(std::move(*why));
    return write_answer(
        format == "json" ? to_json(made) + "\n" : to_text(made, text_options_for(with.in)), status);
  }
};

constexpr const char* clinic_examples_zh = R"(示例
  sudui clinic company.json --policy national/hnte-recognition
  sudui clinic company.json --policy wujin/rd-growth --as-of 2023-12-31 --format json

按政策的条件分组列出问题，离达标最近的在前：未满足的差多少，待确定的由谁补充。
退出状态：0 完成，1 画像中有不合要求的值，2 用法错误或没有该政策，3 无法读写)";

constexpr const char* clinic_examples_en = R"(Examples
  sudui clinic company.json --policy national/hnte-recognition
  sudui clinic company.json --policy wujin/rd-growth --as-of 2023-12-31 --format json

Problems in the groups of the policy's clauses, the closest first: how much is short, and who can
supply what is unknown.
Exit status: 0 done, 1 values that do not fit, 2 usage or no such policy, 3 cannot read or write)";

}  // namespace

void add_clinic(CLI::App& app, session& with) {
  auto made = std::make_shared<clinic_command>(clinic_command{with, {}, {}, {}, "text", {}});
  CLI::App* command = add_command(
      app, with, "clinic",
      with.say("一家企业申报一项政策的问题清单", "what stands between a company and a policy"),
      with.say(clinic_examples_zh, clinic_examples_en));
  add_company(*command, made->path, with);
  command
      ->add_option("--policy", made->policy,
                   with.say("政策编号，见 sudui list", "id of the policy, see sudui list"))
      ->required()
      ->type_name("POLICY");
  made->rules.add_dates(*command, with);
  made->rules.add_parameters(*command, with);
  made->rules.add_folder(*command, with);
  add_format(*command, made->format, with);
  add_company_format(*command, made->input_format, with);
  command->callback([&with, made] { with.chosen = [made] { return made->run(); }; });
}

}  // namespace sudui::cli
