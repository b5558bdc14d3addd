// `sudui schema`: JSON Schemas, for editors and for whoever delivers data.
//
// Tested by tests/cli/schema.sh.
#include <memory>

#include <sudui/report.hpp>

#include "cli/format_option.hpp"
#include "cli/rules_option.hpp"

namespace sudui::cli {
namespace {

struct schema_command {
  const session& with;
  rules_option rules;
  std::string what;

  [[nodiscard]] int run() const {
    if (what == "rules") return write_answer(rule_file_schema() + "\n", done);
    int status = done;
    const auto loaded = load_rules(rules, with, status);
    return loaded ? write_answer(profile_schema(*loaded) + "\n", done) : status;
  }
};

}  // namespace

void add_schema(CLI::App& app, session& with) {
  auto made = std::make_shared<schema_command>(schema_command{with, {}, {}});
  CLI::App* command = add_command(
      app, with, "schema", with.say("输出 JSON Schema", "JSON Schema of profiles or of rule files"),
      with.say("示例\n  sudui schema profile > profile.schema.json    企业画像，取自字段字典\n"
               "  sudui schema rules > rules.schema.json        规则文件的一个文档",
               "Examples\n  sudui schema profile > profile.schema.json    a profile, from the "
               "field dictionary\n"
               "  sudui schema rules > rules.schema.json        a document of a rule file"));
  command->add_option("what", made->what, with.say("profile 或 rules", "profile or rules"))
      ->required()
      ->check(CLI::IsMember({"profile", "rules"}))
      ->type_name("WHAT");
  made->rules.add_folder(*command, with);
  command->callback([&with, made] { with.chosen = [made] { return made->run(); }; });
}

}  // namespace sudui::cli
