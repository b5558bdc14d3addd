// The command line as a whole: names, help texts in the chosen language, and the frame of every
// command.
//
// Tested by tests/cli/help.sh and tests/cli/completion.sh.
#include "cli/application.hpp"

#include <memory>
#include <string>

#include <sudui/version.hpp>

namespace sudui::cli {
namespace {

void set_words(CLI::App& app, const session& with) {
  if (with.in != language::zh) return;
  auto words = std::make_shared<CLI::Formatter>();
  words->label("Usage", "用法");
  words->label("OPTIONS", "选项");
  words->label("SUBCOMMAND", "命令");
  words->label("SUBCOMMANDS", "命令");
  words->label("Positionals", "参数");
  words->label("REQUIRED", "必填");
  app.formatter(words);
}

void set_options(CLI::App& app, const session& with) {
  const std::string group = with.say("选项", "Options");
  app.option_defaults()->group(group);
  app.set_help_flag("-h,--help", with.say("显示帮助", "show this help"))->group(group);
  // Read before the rest of the line; it stands here for the help and so that it is no unknown
  // option.
  app.add_option_function<std::string>(
         "--lang", [](const std::string&) {},
         with.say("语言（默认按环境变量 LC_ALL、LANG）", "language (default: by LC_ALL and LANG)"))
      ->type_name("WORD")
      ->check(CLI::IsMember({"zh", "en"}));
}

}  // namespace

CLI::App* add_command(CLI::App& app, session& with, const std::string& name,
                      const std::string& description, const std::string& examples) {
  CLI::App* command = app.add_subcommand(name, description);
  command->group(with.say("命令", "Commands"));
  set_options(*command, with);
  command->footer("\n" + examples);
  return command;
}

void build_application(CLI::App& app, session& with) {
  app.name("sudui");
  app.description(with.say("速兑：企业可享受哪些政策、金额多少、为什么",
                           "sudui: which public benefits a company gets, how much, and why"));
  set_words(app, with);
  set_options(app, with);
  app.set_version_flag("--version", "sudui " SUDUI_VERSION,
                       with.say("显示版本", "show the version"))
      ->group(with.say("选项", "Options"));
  app.require_subcommand(1);
  add_match(app, with);
  add_explain(app, with);
  add_clinic(app, with);
  add_reach(app, with);
  add_check(app, with);
  add_test(app, with);
  add_list(app, with);
  add_show(app, with);
  add_report(app, with);
  add_docs(app, with);
  add_diff(app, with);
  add_feel(app, with);
  add_bench(app, with);
  add_record(app, with);
  add_replay(app, with);
  add_schema(app, with);
  app.footer("\n" + with.say("示例\n  sudui match company.json\n  sudui explain "
                             "changzhou/growth-reward company.json\n\n"
                             "用 sudui 命令 --help 查看每个命令的选项和示例",
                             "Examples\n  sudui match company.json\n  sudui explain "
                             "changzhou/growth-reward company.json\n\n"
                             "sudui COMMAND --help tells the options and examples of a command"));
}

}  // namespace sudui::cli
