// `sudui feel`: one expression, or a line at a time.
//
// Tested by tests/cli/feel.sh.
#include <algorithm>
#include <iostream>
#include <memory>
#include <spdlog/spdlog.h>

#include <sudui/expression.hpp>

#include "cli/format_option.hpp"
#include "cli/inputs.hpp"
#include "cli/line_editor.hpp"
#include "cli/rules_option.hpp"
#include "cli/terminal.hpp"

namespace sudui::cli {
namespace {

struct feel_command {
  explicit feel_command(const session& chosen) : with(chosen) {}

  const session& with;
  rules_option rules;
  bool has_rules = false;
  std::string formula;
  std::string path;
  bool explains = false;
  bool as_standard = false;

  [[nodiscard]] int run();

 private:
  [[nodiscard]] bool prepare(int& status);
  [[nodiscard]] bool read_variables(const std::string& text, int& status);
  [[nodiscard]] bool read_company(const std::string& text, int& status);
  [[nodiscard]] bool answer(const std::string& expression);
  [[nodiscard]] int converse();
  [[nodiscard]] bool obey(const std::string& line);
  void define(std::string_view rest);

  std::optional<rule_set> loaded_;
  std::optional<profile> company_;
  expression_options options_;
};

void append_step(std::string& out, const expression_step& step, std::size_t depth) {
  out.append(2 * depth, ' ').append(step.text).append("  =  ").append(to_string(step.held));
  out += '\n';
  for (const auto& each : step.parts) append_step(out, each, depth + 1);
}

// With rules the file is a company of theirs; without, a context of FEEL, which a JSON object is.
bool feel_command::prepare(int& status) {
  const auto day = day_of(rules);
  if (!day) {
    spdlog::error("{} `{}`", with.say("不是日期", "no date"), rules.as_of);
    status = usage;
    return false;
  }
  options_.as_of = *day;
  options_.year = rules.year;
  options_.null_operands = as_standard;
  options_.steps = explains;
  if (has_rules) {
    loaded_ = load_rules(rules, with, status);
    if (!loaded_) return false;
    options_.rules = &*loaded_;
  }
  if (path.empty()) return true;
  const auto text = read_whole(path);
  if (!text) {
    spdlog::error("{} `{}`", with.say("无法读取", "cannot read"), path);
    status = no_access;
    return false;
  }
  return loaded_ ? read_company(*text, status) : read_variables(*text, status);
}

bool feel_command::read_company(const std::string& text, int& status) {
  diagnostics found;
  auto read =
      read_profile(*loaded_, text, format_of(path).value_or(profile_format::json), found, path);
  for (const auto& each : found) std::cerr << to_text(each, with.in) << '\n';
  status = findings;
  if (!read) {
    std::cerr << to_text(read.error(), with.in) << '\n';
    return false;
  }
  if (count(found, severity::error) > 0) return false;
  company_ = std::move(*read);
  options_.company = &*company_;
  return true;
}

bool feel_command::read_variables(const std::string& text, int& status) {
  const auto made = evaluate(text, {});
  const auto* entries = made.held ? made.held->get_if<value::context>() : nullptr;
  for (const auto& each : made.findings) std::cerr << to_text(each, with.in) << '\n';
  if (entries == nullptr) {
    spdlog::error("`{}` {}", path,
                  with.say("应为 FEEL 上下文或 JSON 对象", "is no FEEL context or JSON object"));
    status = findings;
    return false;
  }
  options_.variables.assign(entries->begin(), entries->end());
  return true;
}

bool feel_command::answer(const std::string& expression) {
  const auto made = evaluate(expression, options_);
  for (const auto& each : made.findings) std::cerr << to_text(each, with.in) << '\n';
  std::cerr.flush();
  if (!made.held) return false;
  std::string out;
  if (made.steps && !made.steps->parts.empty()) append_step(out, *made.steps, 0);
  out.append(to_string(*made.held)).append("  (").append(made.type).append(")\n");
  return write_answer(out, done) == done;
}

// `:let NAME EXPRESSION`; a name that stands already is replaced.
void feel_command::define(std::string_view rest) {
  const auto blank = rest.find(' ');
  if (blank == std::string_view::npos) return;
  const std::string name(rest.substr(0, blank));
  const auto made = evaluate(rest.substr(blank + 1), options_);
  for (const auto& each : made.findings) std::cerr << to_text(each, with.in) << '\n';
  if (!made.held) return;
  std::erase_if(options_.variables, [&](const auto& each) { return each.first == name; });
  options_.variables.emplace_back(name, *made.held);
}

// Lines that begin with a colon are for the loop itself; false ends it.
bool feel_command::obey(const std::string& line) {
  if (line == ":quit" || line == ":q") return false;
  if (line == ":explain") {
    options_.steps = !options_.steps;
  } else if (line.starts_with(":let ")) {
    define(std::string_view(line).substr(5));
  } else if (line == ":names") {
    std::string out;
    for (const auto& each : expression_names(options_)) out.append(each).append("\n");
    return write_answer(out, done) == done;
  } else {
    spdlog::error("{}", with.say("命令：:let 名称 表达式、:explain、:names、:quit",
                                 "commands: :let NAME EXPRESSION, :explain, :names, :quit"));
  }
  return true;
}

int feel_command::converse() {
  line_editor lines([this] { return expression_names(options_); });
  int status = done;
  while (const auto line = lines.next("feel> ")) {
    if (line->find_first_not_of(" \t") == std::string::npos) continue;
    if (line->front() == ':') {
      if (!obey(*line)) break;
    } else if (!answer(*line)) {
      status = findings;
    }
  }
  return status;
}

int feel_command::run() {
  int status = done;
  if (!prepare(status)) return status;
  if (formula.empty()) return converse();
  return answer(formula) ? done : findings;
}

constexpr const char* feel_examples_zh = R"(示例
  sudui feel '5000万 * 5%'
  sudui feel 'date("2024-01-31") + duration("P1M")'
  sudui feel 'revenue / staff >= 100' --with figures.json --explain
  sudui feel 'sum(revenue([year-2..year]))' --rules rules --with company.json
  sudui feel                      逐行求值；:let 名称 表达式、:explain、:names、:quit

--with 的文件：没有 --rules 时是一个 FEEL 上下文或 JSON 对象，有 --rules 时是企业画像。
退出状态：0 完成，1 表达式有错误，2 用法错误，3 无法读写)";

constexpr const char* feel_examples_en = R"(Examples
  sudui feel '5000万 * 5%'
  sudui feel 'date("2024-01-31") + duration("P1M")'
  sudui feel 'revenue / staff >= 100' --with figures.json --explain
  sudui feel 'sum(revenue([year-2..year]))' --rules rules --with company.json
  sudui feel                      a line at a time; :let NAME EXPRESSION, :explain, :names, :quit

The file of --with is a FEEL context or a JSON object; with --rules, the profile of a company.
Exit status: 0 done, 1 mistakes in an expression, 2 usage, 3 cannot read or write)";

}  // namespace

void add_feel(CLI::App& app, session& with) {
  auto made = std::make_shared<feel_command>(with);
  CLI::App* command = add_command(
      app, with, "feel", with.say("对一个 FEEL 表达式求值", "the value of a FEEL expression"),
      with.say(feel_examples_zh, feel_examples_en));
  command
      ->add_option(
          "expression", made->formula,
          with.say("表达式；没有则逐行读取", "the expression; without one, lines are read"))
      ->type_name("EXPR");
  command
      ->add_option("--with", made->path,
                   with.say("变量文件，或与 --rules 一起的企业画像",
                            "a file of variables, or with --rules the profile of a company"))
      ->type_name("FILE");
  made->rules.add_folder(*command, with);
  made->rules.add_dates(*command, with);
  command->add_flag("--explain", made->explains,
                    with.say("显示每个部分的值", "show the value of every part"));
  command->add_flag("--standard", made->as_standard,
                    with.say("按标准允许空操作数", "allow null operands, as the standard does"));
  command->callback([&with, made, command] {
    made->has_rules = command->count("--rules") > 0;
    with.chosen = [made] { return made->run(); };
  });
}

}  // namespace sudui::cli
