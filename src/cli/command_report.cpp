// `sudui report`: one company on a page of Markdown.
//
// Tested by tests/cli/report.sh.
#include <memory>

#include <sudui/report.hpp>

#include "cli/format_option.hpp"
#include "cli/one_company.hpp"
#include "cli/rules_option.hpp"

namespace sudui::cli {
namespace {

struct report_command {
  const session& with;
  rules_option rules;
  std::string path;
  std::string input_format;

  [[nodiscard]] int run() const {
    int status = done;
    const auto loaded = load_rules(rules, with, status);
    if (!loaded) return status;
    const auto by = bind_rules(*loaded, rules, with, status);
    if (!by) return status;
    const auto company = read_company(path, input_format, *loaded, with, status);
    if (!company) return status;
    return write_answer(to_markdown(*by, by->match(*company), *company, with.in), status);
  }
};

}  // namespace

void add_report(CLI::App& app, session& with) {
  auto made = std::make_shared<report_command>(report_command{with, {}, {}, {}});
  CLI::App* command = add_command(
      app, with, "report",
      with.say("一家企业的政策页（Markdown）", "one company on a page of Markdown"),
      with.say(
          "示例\n  sudui report company.json > company.md\n  sudui report company.yaml --as-of "
          "2023-12-31 --lang en\n\n"
          "按种类合计、可享受、待确定及谁能补充、不符合及原因。\n"
          "退出状态：0 完成，1 画像中有不合要求的值，2 用法错误，3 无法读写",
          "Examples\n  sudui report company.json > company.md\n  sudui report company.yaml "
          "--as-of 2023-12-31 --lang zh\n\n"
          "Totals by kind, what it gets, what is open and who can supply it, what it does not "
          "get and why.\n"
          "Exit status: 0 done, 1 values that do not fit, 2 usage, 3 cannot read or write"));
  add_company(*command, made->path, with);
  made->rules.add_dates(*command, with);
  made->rules.add_policies(*command, with);
  made->rules.add_parameters(*command, with);
  made->rules.add_folder(*command, with);
  add_company_format(*command, made->input_format, with);
  command->callback([&with, made] { with.chosen = [made] { return made->run(); }; });
}

}  // namespace sudui::cli
