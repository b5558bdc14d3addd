// `sudui list`: the policies in force on a day, and with --all those that are not.
//
// Tested by tests/cli/list.sh.
#include <algorithm>
#include <chrono>
#include <memory>
#include <spdlog/spdlog.h>

#include <sudui/readiness.hpp>
#include <sudui/report.hpp>

#include "cli/format_option.hpp"
#include "cli/rules_option.hpp"
#include "cli/terminal.hpp"
#include "report/json_parts.hpp"
#include "report/parts_text.hpp"
#include "report/table.hpp"
#include "report/words.hpp"

namespace sudui::cli {
namespace {

/// A policy with the version that counts on the day; null when none does.
struct listed {
  const policy* of = nullptr;
  const policy_version* version = nullptr;
  bool is_to_come = false;  ///< of one without a version: whether one begins later
};

listed on_day(const policy& from, date day) {
  listed made{&from, nullptr, false};
  for (const policy_version& each : from.versions) {
    if (each.days.holds(day)) made.version = &each;
    if (each.days.from && day < *each.days.from) made.is_to_come = true;
  }
  return made;
}

struct list_command {
  const session& with;
  rules_option rules;
  std::string format = "text";
  std::string level;
  std::string redemption;
  bool shows_all = false;
  bool shows_readiness = false;

  [[nodiscard]] int run() const {
    if (format == "csv" && !shows_readiness) {
      spdlog::error(with.say("csv 只用于 --readiness", "csv goes with --readiness"));
      return usage;
    }
    int status = done;
    const auto loaded = load_rules(rules, with, status);
    if (!loaded) return status;
    const auto by = bind_rules(*loaded, rules, with, status);
    if (!by) return status;
    if (shows_readiness) return write_answer(readiness_of_chosen(*by), done);
    const std::vector<listed> all = choose(*by);
    return write_answer(format == "json" ? json_of(all) : text_of(all, *by), done);
  }

 private:
  [[nodiscard]] std::string readiness_of_chosen(const matcher& by) const {
    std::vector<policy_readiness> all = readiness_of(by);
    std::erase_if(all, [&](const policy_readiness& each) {
      return !is_wanted({each.of, each.version, false});
    });
    if (format == "json") return to_json(all) + "\n";
    return format == "csv" ? to_csv(all) : to_text(all, text_options_for(with.in));
  }

  [[nodiscard]] std::vector<listed> choose(const matcher& by) const {
    std::vector<listed> all;
    const profile nobody;
    const decisions in_force = by.match(nobody);
    for (const decision& each : in_force.all()) all.push_back({each.of, each.version, false});
    if (shows_all) {
      for (const policy* each : by.not_in_force()) all.push_back(on_day(*each, day_for(*each, by)));
    }
    std::erase_if(all, [&](const listed& each) { return !is_wanted(each); });
    std::sort(all.begin(), all.end(),
              [](const listed& a, const listed& b) { return a.of->id < b.of->id; });
    return all;
  }

  [[nodiscard]] static date day_for(const policy& of, const matcher& by) {
    using namespace std::chrono;
    return of.timing == "year" ? date(std::chrono::year(by.year()), December, day(31)) : by.as_of();
  }

  [[nodiscard]] bool is_wanted(const listed& each) const {
    if (!level.empty() && each.of->level != level) return false;
    if (redemption.empty()) return true;
    return each.version != nullptr && each.version->redemption == redemption;
  }

  [[nodiscard]] std::string state_of(const listed& each) const {
    if (each.version != nullptr) return report::window_text(each.version->days, with.in);
    return each.is_to_come ? with.say("尚未生效", "not yet") : with.say("已失效", "expired");
  }

  [[nodiscard]] std::string text_of(const std::vector<listed>& all, const matcher& by) const {
    report::table rows(static_cast<std::size_t>(text_options_for(with.in).width), 1);
    for (const listed& each : all) {
      const std::string how(each.version == nullptr
                                ? std::string_view()
                                : report::spoken(each.version->redemption, with.in));
      rows.add({each.of->id, each.of->title.in(with.in),
                std::string(report::spoken(each.of->level, with.in)), how, state_of(each)});
    }
    return rows.to_string(0) + "\n" + std::to_string(all.size()) + " " +
           with.say("项政策，截至 ", "policies, as of ") + to_string(by.as_of()) + "\n";
  }

  [[nodiscard]] static std::string json_of(const std::vector<listed>& all) {
    report::json_writer out;
    out.open_array();
    for (const listed& each : all) {
      out.open_object().key("policy").text(each.of->id).key("title");
      report::write(out, each.of->title);
      report::write_given(out, "authority", each.of->authority);
      out.key("level").text(each.of->level).key("in_force").flag(each.version != nullptr);
      if (each.version != nullptr) {
        out.key("redemption").text(each.version->redemption).key("window");
        report::write(out, each.version->days);
      } else {
        out.key("to_come").flag(each.is_to_come);
      }
      out.close_object();
    }
    out.close_array();
    return out.take() + "\n";
  }
};

}  // namespace

void add_list(CLI::App& app, session& with) {
  auto made = std::make_shared<list_command>(list_command{with, {}, "text", {}, {}, false, false});
  CLI::App* command = add_command(
      app, with, "list", with.say("列出某日有效的政策", "the policies in force on a day"),
      with.say("示例\n  sudui list                          今天有效的政策\n  sudui list --as-of "
               "2022-06-30 --level city\n"
               "  sudui list --redemption direct      可免申即享的政策\n  sudui list --all         "
               "           包括未生效和已失效",
               "Examples\n  sudui list                          in force today\n  sudui list "
               "--as-of 2022-06-30 --level city\n"
               "  sudui list --redemption direct      those that are paid without applying\n"
               "  sudui list --all                    also those not in force"));
  made->rules.add_dates(*command, with);
  made->rules.add_policies(*command, with);
  command->add_option("--level", made->level, with.say("只看某一级", "only of this level"))
      ->type_name("WORD")
      ->check(CLI::IsMember({"national", "province", "city", "district"}));
  command
      ->add_option("--redemption", made->redemption,
                   with.say("只看某种兑现方式", "only redeemed this way"))
      ->type_name("WORD")
      ->check(CLI::IsMember({"direct", "confirm", "apply", "self"}));
  command->add_flag("--all", made->shows_all,
                    with.say("也列出不在有效期的政策", "also those that are not in force"));
  command->add_flag("--readiness", made->shows_readiness,
                    with.say("按数据归属列出可否免申即享及原因",
                             "whether each could be paid without applying, and why"));
  made->rules.add_folder(*command, with);
  command
      ->add_option("--format", made->format,
                   with.say("输出格式（默认 text）；csv 用于 --readiness",
                            "form of the output (default: text); csv with --readiness"))
      ->type_name("WORD")
      ->check(CLI::IsMember({"text", "json", "csv"}));
  command->callback([&with, made] { with.chosen = [made] { return made->run(); }; });
}

}  // namespace sudui::cli
