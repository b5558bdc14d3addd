// `sudui bench`: how fast a user's own rules decide a user's own companies, and where the time
// goes. Columns must agree with rows on a sample before anything is timed.
//
// Tested by tests/cli/bench.sh.
#include <memory>
#include <spdlog/spdlog.h>

#include "cli/bench_run.hpp"
#include "cli/format_option.hpp"
#include "cli/input_options.hpp"
#include "cli/reading.hpp"
#include "cli/rules_option.hpp"
#include "cli/terminal.hpp"

namespace sudui::cli {
namespace {

struct bench_command {
  const session& with;
  rules_option rules;
  input_options from;
  std::string format = "text";
  int rounds = 9;
  std::size_t sample = 2000;

  void add_to(CLI::App& command);
  [[nodiscard]] int run() const;

 private:
  [[nodiscard]] int measure_all(const matcher& bound) const;
};

int bench_command::measure_all(const matcher& bound) const {
  int status = done;
  const auto inputs = find_inputs(from, with, status);
  if (!inputs) return status;
  const auto reading = find_reading(from, bound.rules(), with, status);
  if (!reading) return status;
  const batch_matcher by(bound);
  auto population = read_population(by, *inputs, *reading, sample, with);
  if (!population) return no_access;
  if (population->companies.size() == 0 || by.policies().empty()) {
    spdlog::error(
        with.say("没有可测的企业或政策", "there are no companies, or no policies, to measure"));
    return findings;
  }
  if (const auto wrong = find_disagreement(by, *population)) {
    spdlog::error("{} {}: `{}`",
                  with.say("按列与逐家的结果不一致，这是程序的错误：企业",
                           "columns and rows differ, which is a fault of this "
                           "program: company"),
                  wrong->row + 1, wrong->of->id);
    return findings;
  }
  const auto made = measure(by, *population, rounds);
  return write_answer(
      format == "json" ? bench_json(by, made) : bench_text(by, made, text_options_for(with.in)),
      done);
}

int bench_command::run() const {
  int status = done;
  const auto loaded = load_rules(rules, with, status);
  if (!loaded) return status;
  const auto bound = bind_rules(*loaded, rules, with, status);
  return bound ? measure_all(*bound) : status;
}

void bench_command::add_to(CLI::App& command) {
  from.add_to(command, with);
  rules.add_dates(command, with);
  rules.add_policies(command, with);
  rules.add_parameters(command, with);
  rules.add_folder(command, with);
  command
      .add_option("--rounds", rounds,
                  with.say("每项测几轮（默认 9）", "rounds of each measurement (default: 9)"))
      ->type_name("N")
      ->check(CLI::Range(1, 1000).description(""));
  command
      .add_option("--sample", sample,
                  with.say("先用前 N 家企业核对按列与逐家的结果（默认 2000）",
                           "companies on which columns and rows are compared first (default: "
                           "2000)"))
      ->type_name("N")
      ->check(CLI::Range(std::size_t{1}, std::size_t{1'000'000}).description(""));
  add_format(command, format, with);
}

}  // namespace

void add_bench(CLI::App& app, session& with) {
  auto made = std::make_shared<bench_command>(bench_command{with, {}, {}, "text", 9, 2000});
  CLI::App* command = add_command(
      app, with, "bench",
      with.say("测量规则批量判断的速度", "how fast rules decide many companies, and what is dear"),
      with.say("示例\n  sudui bench all.ndjson                         随软件提供的规则\n"
               "  sudui bench all.csv --rules my-rules/ --as-of 2023-12-31\n\n"
               "退出状态：0 完成，1 结果不一致或没有企业，2 用法错误，3 无法读写",
               "Examples\n  sudui bench all.ndjson                         the shipped rules\n"
               "  sudui bench all.csv --rules my-rules/ --as-of 2023-12-31\n\n"
               "Exit status: 0 done, 1 answers differ or there are no companies, 2 usage,\n"
               "3 cannot read or write"));
  made->add_to(*command);
  command->callback([&with, made] { with.chosen = [made] { return made->run(); }; });
}

}  // namespace sudui::cli
