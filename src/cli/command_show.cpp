// `sudui show`: one policy as a card.
//
// Tested by tests/cli/show.sh.
#include <memory>
#include <spdlog/spdlog.h>
#include <string_view>
#include <vector>

#include <sudui/report.hpp>

#include "cli/format_option.hpp"
#include "cli/policy_names.hpp"
#include "cli/rules_option.hpp"
#include "cli/terminal.hpp"
#include "report/standing_text.hpp"

namespace sudui::cli {
namespace {

struct show_command {
  const session& with;
  rules_option rules;
  std::string id;
  std::string format = "text";

  [[nodiscard]] int run() const {
    int status = done;
    const auto loaded = load_rules(rules, with, status);
    if (!loaded) return status;
    const policy* found = loaded->find(id);
    if (found == nullptr) {
      say_no_policy(*loaded, id, with);
      return usage;
    }
    if (format == "json") return write_answer(to_json(*found) + "\n", done);
    const std::string beside = report::membership_text(*found, loaded->groups(), with.in);
    const std::string card = to_text(*found, text_options_for(with.in));
    return write_answer(beside.empty() ? card : card + "\n" + beside, done);
  }
};

}  // namespace

void add_show(CLI::App& app, session& with) {
  auto made = std::make_shared<show_command>(show_command{with, {}, {}, "text"});
  CLI::App* command = add_command(
      app, with, "show", with.say("显示一项政策", "one policy as a card"),
      with.say(
          "示例\n  sudui show changzhou/growth-reward\n  sudui show national/hnte-15 --format json",
          "Examples\n  sudui show changzhou/growth-reward\n  sudui show national/hnte-15 --format "
          "json"));
  command
      ->add_option("policy", made->id,
                   with.say("政策编号，见 sudui list", "id of the policy, see sudui list"))
      ->required()
      ->type_name("POLICY");
  made->rules.add_folder(*command, with);
  add_format(*command, made->format, with);
  command->callback([&with, made] { with.chosen = [made] { return made->run(); }; });
}

}  // namespace sudui::cli
