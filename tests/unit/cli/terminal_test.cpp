#include "cli/terminal.hpp"

#include <cstdlib>

#include "catch.hpp"

using namespace sudui;
using sudui::cli::language_of;

namespace {

// The language variables set as given, and put back afterwards.
struct environment {
  environment(const char* all, const char* messages, const char* lang) {
    set("LC_ALL", all);
    set("LC_MESSAGES", messages);
    set("LANG", lang);
  }
  ~environment() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) unsetenv(name);
  }
  environment(const environment&) = delete;
  environment& operator=(const environment&) = delete;
  static void set(const char* name, const char* to) { setenv(name, to, 1); }
};

}  // namespace

TEST_CASE("the option for the language wins over the environment", "[cli][terminal]") {
  const environment held("zh_CN.UTF-8", "", "");
  const char* apart[] = {"sudui", "match", "--lang", "en"};
  const char* joined[] = {"sudui", "--lang=en"};
  CHECK(language_of(4, apart) == language::en);
  CHECK(language_of(2, joined) == language::en);
  const char* none[] = {"sudui", "match"};
  CHECK(language_of(2, none) == language::zh);
}

TEST_CASE("the first variable that says something counts", "[cli][terminal]") {
  const char* none[] = {"sudui"};
  {
    const environment held("", "", "zh_TW.UTF-8");
    CHECK(language_of(1, none) == language::zh);
  }
  {
    const environment held("C", "zh_CN", "zh_CN");
    CHECK(language_of(1, none) == language::en);
  }
  {
    const environment held("", "zh_CN", "en_US");
    CHECK(language_of(1, none) == language::zh);
  }
}

TEST_CASE("without any word the language is English", "[cli][terminal]") {
  const environment held("", "", "");
  const char* none[] = {"sudui", "--lang"};
  CHECK(language_of(2, none) == language::en);
}
