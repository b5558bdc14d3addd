// `sudui test`: runs the tests that stand beside the rules and tells which clauses they have seen
// both ways.
//
// Tested by tests/cli/rule_tests.sh.
#include <fmt/format.h>
#include <memory>
#include <spdlog/spdlog.h>

#include <sudui/boundaries.hpp>
#include <sudui/rule_tests.hpp>

#include "cli/format_option.hpp"
#include "cli/policy_names.hpp"
#include "cli/rules_option.hpp"
#include "cli/terminal.hpp"
#include "report/json_parts.hpp"

namespace sudui::cli {
namespace {

std::string json_of(const test_report& from) {
  report::json_writer out;
  out.open_object().key("passed").whole(from.passed).key("failed").whole(from.failed);
  out.key("clauses")
      .whole(from.clause_count)
      .key("covered")
      .whole(from.covered)
      .key("tests")
      .open_array();
  for (const test_result& each : from.results) {
    out.open_object().key("test").text(each.title).key("passed").flag(each.passed);
    report::write_given(out, "where", each.where);
    out.key("differences").open_array();
    for (const localized& one : each.differences) report::write(out, one);
    out.close_array().close_object();
  }
  out.close_array().key("uncovered").open_array();
  for (const clause_coverage& each : from.clauses) {
    if (each.met && each.unmet) continue;
    out.open_object().key("policy").text(each.of->id).key("clause").text(each.what->id);
    out.key("met").flag(each.met).key("unmet").flag(each.unmet);
    report::write_given(out, "where", each.what->where);
    out.close_object();
  }
  out.close_array().close_object();
  return out.take() + "\n";
}

struct test_command {
  const session& with;
  rules_option rules;
  std::string format = "text";
  bool lists_uncovered = false;
  bool tries_boundaries = false;
  bool lists_all = false;

  [[nodiscard]] int run() const {
    int status = done;
    const auto loaded = load_rules(rules, with, status);
    if (!loaded) return status;
    if (rules.policies != "*" && !has_policy(*loaded, rules.policies)) {
      say_no_policy(*loaded, rules.policies, with);
      return usage;
    }
    if (tries_boundaries) return run_limits(*loaded);
    const test_report ran = run_tests(*loaded, rules.policies);
    return write_answer(format == "json" ? json_of(ran) : text_of(ran),
                        ran.failed > 0 ? findings : done);
  }

 private:
  [[nodiscard]] int run_limits(const rule_set& from) const {
    const boundary_report ran = run_boundaries(from, rules.policies);
    const bool is_fine = ran.unexpected + ran.words_differ == 0;
    return write_answer(
        format == "json" ? to_json(ran) + "\n" : to_text(ran, text_options_for(with.in), lists_all),
        is_fine ? done : findings);
  }

  [[nodiscard]] std::string text_of(const test_report& from) const {
    std::string out;
    for (const test_result& each : from.results) {
      if (!each.passed) out += failure_text(each);
    }
    if (lists_uncovered) out += uncovered_text(from);
    if (!out.empty()) out += '\n';
    out += fmt::format("{} {}, {} {}\n", from.passed, with.say("项通过", "passed"), from.failed,
                       with.say("项未通过", "failed"));
    const double share = from.clause_count == 0 ? 0.0
                                                : 100.0 * static_cast<double>(from.covered) /
                                                      static_cast<double>(from.clause_count);
    return out + fmt::format("{} {} / {} ({:.1f} %)\n",
                             with.say("满足与不满足两种情形均测到的条件：",
                                      "clauses seen both met and unmet:"),
                             from.covered, from.clause_count, share);
  }

  [[nodiscard]] std::string failure_text(const test_result& from) const {
    std::string out = fmt::format("{}:{}: {}: {}\n", from.where.file, from.where.line,
                                  with.say("未通过", "failed"), from.title);
    for (const localized& each : from.differences) out += "  " + each.in(with.in) + "\n";
    return out;
  }

  [[nodiscard]] std::string uncovered_text(const test_report& from) const {
    std::string out;
    for (const clause_coverage& each : from.clauses) {
      if (each.met && each.unmet) continue;
      const std::string lacks = each.met     ? with.say("未测到不满足", "never unmet")
                                : each.unmet ? with.say("未测到满足", "never met")
                                             : with.say("未测到", "never decided");
      out += fmt::format("{}:{}: {} {}: {}\n", each.what->where.file, each.what->where.line,
                         each.of->id, each.what->id, lacks);
    }
    return out;
  }
};

}  // namespace

void add_test(CLI::App& app, session& with) {
  auto made = std::make_shared<test_command>(test_command{with, {}, "text", false, false, false});
  made->rules.has_tests = true;
  CLI::App* command = add_command(
      app, with, "test", with.say("运行规则集自带的测试", "run the tests of a rule set"),
      with.say("示例\n  sudui test                           随软件提供的规则\n"
               "  sudui test my-rules/ --policy 'wujin/*'\n  sudui test --uncovered               "
               "列出未测全的条件\n\n"
               "退出状态：0 全部通过，1 有未通过，2 用法错误，3 无法读写",
               "Examples\n  sudui test                           the shipped rules\n"
               "  sudui test my-rules/ --policy 'wujin/*'\n  sudui test --uncovered               "
               "clauses not seen both ways\n\n"
               "Exit status: 0 all passed, 1 some failed, 2 usage, 3 cannot read or write"));
  made->rules.add_policies(*command, with);
  made->rules.add_folder_or_word(*command, with);
  add_format(*command, made->format, with);
  command->add_flag("--uncovered", made->lists_uncovered,
                    with.say("列出未测全的条件", "list the clauses that were not seen both ways"));
  CLI::Option* limits =
      command->add_flag("--boundaries", made->tries_boundaries,
                        with.say("在每个界限及上下一个单位各试一家企业",
                                 "try a company at each limit, a unit below and above"));
  command
      ->add_flag(
          "--all", made->lists_all,
          with.say("与 --boundaries 同用：列出每家企业", "with --boundaries: list every company"))
      ->needs(limits);
  command->callback([&with, made] { with.chosen = [made] { return made->run(); }; });
}

}  // namespace sudui::cli
