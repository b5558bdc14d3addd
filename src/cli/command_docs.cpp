// `sudui docs`: the catalogue of policies as a static site.
//
// Tested by tests/cli/docs.sh and tests/site/browser.sh.
#include <filesystem>
#include <memory>
#include <spdlog/spdlog.h>

#include <sudui/site.hpp>

#include "cli/format_option.hpp"
#include "cli/rules_option.hpp"

namespace sudui::cli {
namespace {

namespace fs = std::filesystem;

struct docs_command {
  const session& with;
  rules_option rules;
  std::string folder;

  [[nodiscard]] int run() const {
    int status = done;
    const auto loaded = load_rules(rules, with, status);
    if (!loaded) return status;
    const auto by = bind_rules(*loaded, rules, with, status);
    if (!by) return status;
    const auto pages = make_site(*by);
    for (const site_page& each : pages) {
      if (!write(each)) {
        spdlog::error("{} `{}`", with.say("无法写入", "cannot write"),
                      (fs::path(folder) / each.path).string());
        return no_access;
      }
    }
    return write_answer(std::to_string(pages.size()) +
                            with.say(" 个文件写入 ", " files written to ") + folder + "\n",
                        done);
  }

 private:
  [[nodiscard]] bool write(const site_page& page) const {
    const fs::path path = fs::path(folder) / page.path;
    std::error_code failed;
    fs::create_directories(path.parent_path(), failed);
    if (failed) return false;
    output out(path.string());
    if (!out.is_good()) return false;
    out.write(page.content);
    return out.complete();
  }
};

}  // namespace

void add_docs(CLI::App& app, session& with) {
  auto made = std::make_shared<docs_command>(docs_command{with, {}, {}});
  CLI::App* command = add_command(
      app, with, "docs",
      with.say("把全部政策写成静态网站", "the catalogue of policies as a static site"),
      with.say("示例\n  sudui docs --out site\n  sudui docs --out site --as-of 2023-12-31 --policy "
               "'wujin/*'\n\n打开 site/index.html 即可：没有脚本，不引用外部资源",
               "Examples\n  sudui docs --out site\n  sudui docs --out site --as-of 2023-12-31 "
               "--policy 'wujin/*'\n\nOpen site/index.html: no script, nothing from elsewhere"));
  command->add_option("--out", made->folder, with.say("写入的文件夹", "folder to write to"))
      ->required()
      ->type_name("DIR");
  made->rules.add_dates(*command, with);
  made->rules.add_policies(*command, with);
  made->rules.add_folder(*command, with);
  command->callback([&with, made] { with.chosen = [made] { return made->run(); }; });
}

}  // namespace sudui::cli
