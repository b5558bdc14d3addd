// `sudui check`: everything that is wrong with a rule set, at once, each at its place. With
// --plan also what of the rules a batch runs in columns.
//
// Tested by tests/cli/check.sh and tests/cli/check_plan.sh.
#include <fmt/format.h>
#include <memory>
#include <spdlog/spdlog.h>

#include "cli/column_plan.hpp"
#include "cli/format_option.hpp"
#include "cli/rules_option.hpp"
#include "cli/terminal.hpp"
#include "report/json_parts.hpp"

namespace sudui::cli {
namespace {

std::string_view word_of(severity level) {
  switch (level) {
    case severity::error:
      return "error";
    case severity::warning:
      return "warning";
    case severity::note:
      break;
  }
  return "note";
}

void write_findings(report::json_writer& out, const diagnostics& all) {
  out.open_object().key("errors").whole(count(all, severity::error));
  out.key("warnings").whole(count(all, severity::warning)).key("diagnostics").open_array();
  for (const diagnostic& each : all) {
    out.open_object().key("severity").text(word_of(each.level)).key("code").text(each.code);
    report::write_given(out, "where", each.where);
    out.key("message");
    report::write(out, each.message);
    report::write_given(out, "help", each.help);
    report::write_given(out, "snippet", each.snippet);
    out.close_object();
  }
  out.close_array();
}

struct check_command {
  const session& with;
  rules_option rules;
  std::string format = "text";
  bool shows_plan = false;

  [[nodiscard]] int run() const {
    const std::string folder = find_rules(rules.folder);
    if (folder.empty()) {
      spdlog::error(with.say("找不到规则：请指定文件夹", "no rules found: name a folder"));
      return no_access;
    }
    const auto loaded = load(folder);
    const bool is_read = loaded || loaded.error().code == errc::bad_rules;
    if (!is_read) {
      spdlog::error(loaded.error().message.in(with.in));
      return no_access;
    }
    const diagnostics& all = loaded ? loaded->warnings() : loaded.error().details;
    const rule_set* checked = loaded ? &*loaded : nullptr;
    std::optional<api::column_use> plan;
    if (checked != nullptr && shows_plan) {
      int status = done;
      const auto by = bind_rules(*checked, rules, with, status);
      if (!by) return status;
      plan.emplace(api::use_of_columns(*by));
    }
    const int status = count(all, severity::error) > 0 ? findings : done;
    return write_answer(format == "json" ? json_of(all, plan) : text_of(all, checked, plan),
                        status);
  }

 private:
  [[nodiscard]] static std::string json_of(const diagnostics& all,
                                           const std::optional<api::column_use>& plan) {
    report::json_writer out;
    write_findings(out, all);
    if (plan) {
      out.key("plan");
      write_plan(out, *plan);
    }
    out.close_object();
    return out.take() + "\n";
  }

  [[nodiscard]] std::string text_of(const diagnostics& all, const rule_set* checked,
                                    const std::optional<api::column_use>& plan) const {
    std::string out;
    for (const diagnostic& each : all) out += to_text(each, with.in) + "\n";
    if (!all.empty()) out += '\n';
    out += fmt::format("{} {}, {} {}", count(all, severity::error), with.say("处错误", "errors"),
                       count(all, severity::warning), with.say("处警告", "warnings"));
    if (checked != nullptr) {
      out += fmt::format("  ({} {}, {} {}, {} {})", checked->policies().size(),
                         with.say("项政策", "policies"), checked->fields().size(),
                         with.say("个字段", "fields"), checked->parameters().size(),
                         with.say("个参数", "parameters"));
    }
    out += '\n';
    if (plan) out += '\n' + plan_text(*plan, text_options_for(with.in));
    return out;
  }
};

}  // namespace

void add_check(CLI::App& app, session& with) {
  auto made = std::make_shared<check_command>(check_command{with, {}, "text", false});
  CLI::App* command =
      add_command(app, with, "check",
                  with.say("检查规则集的全部错误", "everything that is wrong with a rule set"),
                  with.say("示例\n  sudui check                检查随软件提供的规则\n  sudui check "
                           "my-rules/      检查一个文件夹\n  sudui check --plan         "
                           "批量判断时哪些条件按列执行\n\n"
                           "退出状态：0 没有错误，1 有错误，2 用法错误，3 无法读写",
                           "Examples\n  sudui check                the shipped rules\n  sudui "
                           "check my-rules/      a folder\n  sudui check --plan         what "
                           "runs in columns when millions are matched\n\n"
                           "Exit status: 0 no errors, 1 errors, 2 usage, 3 cannot read or write"));
  made->rules.add_folder_or_word(*command, with);
  add_format(*command, made->format, with);
  CLI::Option* plan =
      command->add_flag("--plan", made->shows_plan,
                        with.say("同时列出按列批量执行的部分和逐家执行的部分",
                                 "also tell what runs in columns, and what is left to rows"));
  made->rules.add_dates(*command, with);
  made->rules.add_policies(*command, with);
  for (const char* name : {"--as-of", "--year", "--policy"}) command->get_option(name)->needs(plan);
  command->callback([&with, made] { with.chosen = [made] { return made->run(); }; });
}

}  // namespace sudui::cli
