// Reading rule sets from folders, files and texts: what is found, what is refused, and the limits.
#include <filesystem>
#include <fstream>
#include <unistd.h>

#include <sudui/rule_tests.hpp>

#include "catch.hpp"
#include "support/rules.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

namespace fs = std::filesystem;

// A folder of this process alone, for tests run side by side, and gone when the test is over.
class folder {
 public:
  folder() : path_(fs::temp_directory_path() / ("sudui-load-" + std::to_string(::getpid()))) {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  ~folder() { fs::remove_all(path_); }
  folder(const folder&) = delete;
  folder& operator=(const folder&) = delete;

  void write(const std::string& name, const std::string& text) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << text;
  }
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

std::vector<source_text> texts(const std::vector<std::string>& documents) {
  std::vector<source_text> made{{"dictionary.yaml", small_dictionary}};
  for (const auto& each : documents) made.push_back({"more.yaml", each});
  return made;
}

bool reports(const result<rule_set>& loaded, const std::string& code) {
  if (loaded) return false;
  for (const auto& each : loaded.error().details) {
    if (each.code == code) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("a folder is read with its subfolders, and texts in memory give the same rules",
          "[api][load]") {
  const folder here;
  here.write("dictionary.yaml", small_dictionary);
  here.write("city/one.yaml", policy_text("demo/one", "staff > 300"));
  here.write("city/notes.txt", "not a rule");
  const auto read = load(here.path());
  REQUIRE(read);
  REQUIRE(read->policies().size() == 1);
  CHECK(read->policies()[0].id == "demo/one");
  const auto again = load(texts({policy_text("demo/one", "staff > 300")}));
  REQUIRE(again);
  CHECK(again->policies()[0].title.en == read->policies()[0].title.en);
}

TEST_CASE("test documents are passed over where nobody runs them", "[api][load]") {
  const std::string policy = policy_text("demo/one", "staff > 300");
  const std::string test =
      "---\ntest: T\nas_of: 2023-12-31\nprofile: {staff: 301}\nexpect: {demo/one: eligible}\n";
  const auto with = load(texts({policy + test}));
  load_options options;
  options.tests = false;
  const auto without = load(texts({policy + test}), options);
  REQUIRE(with);
  REQUIRE(without);
  CHECK(run_tests(*with).results.size() == 1);
  CHECK(run_tests(*without).results.empty());
  CHECK(without->digest() == with->digest());
  // Not even read, where the file is plain; and dropped where it is not.
  for (const char* broken : {"---\ntest: [\n", "---\ntest: T\nstaff: &odd 1\n"}) {
    CHECK_FALSE(load(texts({policy + broken})));
    CHECK(load(texts({policy + broken}), options));
  }
  const std::string odd = "---\ndefine: d\nzh: &same d\nen: *same\nformula: 1\n";
  CHECK(load(texts({policy + odd + "---\ntest: T\nexpect: nothing\n"}), options));
}

TEST_CASE("one file alone is a rule set", "[api][load]") {
  const folder here;
  here.write("all.yaml",
             std::string(small_dictionary) + "---\n" + policy_text("demo/one", "staff > 300"));
  CHECK(load(here.path() / "all.yaml").has_value());
}

TEST_CASE("a folder that is not there cannot be read", "[api][load]") {
  const auto read = load(fs::path("/no/such/folder"));
  REQUIRE(!read);
  CHECK(read.error().code == errc::cannot_read);
  CHECK_THAT(read.error().message.en, ContainsSubstring("/no/such/folder"));
  CHECK_THROWS_AS(read.value(), sudui::exception);
}

TEST_CASE("errors of every file are reported together", "[api][load]") {
  const auto read =
      load(texts({policy_text("demo/one", "stafff > 300"), policy_text("demo/two", "score")}));
  REQUIRE(!read);
  CHECK(read.error().code == errc::bad_rules);
  CHECK(reports(read, "unknown-name"));
  CHECK(reports(read, "clause-not-boolean"));
  CHECK(count(read.error().details, severity::error) == 2);
  CHECK_THAT(to_text(read.error(), language::en), ContainsSubstring("2 errors"));
}

TEST_CASE("warnings do not keep a rule set from being read", "[api][load]") {
  const auto read = load(texts({policy_text("demo/one", "1 < 2")}));
  REQUIRE(read);
  REQUIRE(read->warnings().size() == 1);
  CHECK(read->warnings()[0].code == "always-met");
  CHECK(read->warnings()[0].level == severity::warning);
}

TEST_CASE("a misspelt field in a test's profile is found when the rules are read", "[api][load]") {
  const std::string test =
      "test: one\nas_of: 2021-12-31\nprofile: {stafff: 400}\nexpect: {demo/one: eligible}\n";
  const auto read = load(texts({policy_text("demo/one", "staff > 300"), test}));
  REQUIRE(read);
  REQUIRE(read->warnings().size() == 1);
  CHECK(read->warnings()[0].code == "profile-unknown-field");
  CHECK_THAT(read->warnings()[0].help.en, ContainsSubstring("staff"));
}

TEST_CASE("texts beyond the limits are refused", "[api][load]") {
  load_options options;
  options.max_file_bytes = 100;
  const auto read = load(texts({}), options);
  REQUIRE(!read);
  CHECK(read.error().code == errc::limit_exceeded);
  CHECK_THAT(read.error().message.en, ContainsSubstring("dictionary.yaml"));
}

TEST_CASE("the total of all texts has a limit of its own", "[api][load]") {
  load_options options;
  options.max_total_bytes = std::string(small_dictionary).size() + 10;
  CHECK(load(texts({}), options).has_value());
  const auto read = load(texts({policy_text("demo/one", "staff > 300")}), options);
  REQUIRE(!read);
  CHECK(read.error().code == errc::limit_exceeded);
}

TEST_CASE("nesting, nodes and policies have limits that are diagnostics", "[api][load]") {
  load_options options;
  options.max_depth = 2;
  CHECK(!load(texts({}), options).has_value());
  options = {};
  options.max_nodes = 20;
  CHECK(!load(texts({}), options).has_value());
  options = {};
  options.max_policies = 1;
  const auto read =
      load(texts({policy_text("demo/one", "staff > 300"), policy_text("demo/two", "staff > 300")}),
           options);
  REQUIRE(!read);
  CHECK(read.error().details.size() == 1);
}

TEST_CASE("at most so many diagnostics are kept, and one tells how many were not", "[api][load]") {
  std::string require;
  for (int i = 0; i < 20; ++i) require += "zz" + std::to_string(i) + " > 1 or ";
  load_options options;
  options.max_diagnostics = 5;
  const auto read = load(texts({policy_text("demo/one", require + "staff > 1")}), options);
  REQUIRE(!read);
  CHECK(read.error().details.size() == 6);
  CHECK(read.error().details.back().level == severity::note);
}

TEST_CASE("the digest depends on the texts and not on when they are read", "[api][load]") {
  const auto one = load(texts({policy_text("demo/one", "staff > 300")})).value();
  const auto same = load(texts({policy_text("demo/one", "staff > 300")})).value();
  const auto other = load(texts({policy_text("demo/one", "staff > 301")})).value();
  CHECK(one.digest() == same.digest());
  CHECK(one.digest() != other.digest());
  CHECK(one.digest().size() == 64);
}

TEST_CASE("lists and formulas have limits that are diagnostics", "[api][load]") {
  const auto codes = [&](const load_options& options) {
    const auto read = load(texts({policy_text("demo/one", "staff > 300 and score > 1")}), options);
    return read ? std::string() : read.error().details.at(0).code;
  };
  load_options options;
  CHECK(codes(options).empty());
  options.max_list_items = 5;  // the dictionary has more fields
  CHECK(codes(options) == "list-too-long");
  options = {};
  options.max_formula_bytes = 10;
  CHECK(codes(options) == "formula-too-long");
}
