#include "model/find_files.hpp"

#include <fstream>
#include <string>
#include <unistd.h>

#include "catch.hpp"

using namespace sudui;
namespace fs = std::filesystem;

namespace {

// A folder that is there for one test.
class scratch_folder {
 public:
  scratch_folder()
      : path_(fs::temp_directory_path() / ("sudui-files-" + std::to_string(::getpid()))) {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  ~scratch_folder() { fs::remove_all(path_); }
  scratch_folder(const scratch_folder&) = delete;
  scratch_folder& operator=(const scratch_folder&) = delete;

  void write(const std::string& name, const std::string& text) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name) << text;
  }
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

std::vector<std::string> names_in(const fs::path& folder) {
  const auto found = model::find_files(folder);
  REQUIRE(found.has_value());
  std::vector<std::string> names;
  for (const fs::path& each : *found) names.push_back(each.lexically_relative(folder).string());
  return names;
}

}  // namespace

TEST_CASE("rule files are found at any depth, in the order of their paths", "[model][find_files]") {
  const scratch_folder folder;
  for (const char* name :
       {"b.yaml", "a/z.yml", "a/c.yaml", "a-b.yaml", "readme.md", "x.yaml.bak"}) {
    folder.write(name, "");
  }
  CHECK(names_in(folder.path()) ==
        std::vector<std::string>{"a/c.yaml", "a/z.yml", "a-b.yaml", "b.yaml"});
}

TEST_CASE("hidden files and folders are passed over", "[model][find_files]") {
  const scratch_folder folder;
  for (const char* name : {".a.yaml", ".git/b.yaml", ".git/c/d.yaml", "e.yaml"}) {
    folder.write(name, "");
  }
  CHECK(names_in(folder.path()) == std::vector<std::string>{"e.yaml"});
}

TEST_CASE("a file stands for itself, whatever its name", "[model][find_files]") {
  const scratch_folder folder;
  folder.write("rules.txt", "x");
  const auto found = model::find_files(folder.path() / "rules.txt");
  REQUIRE(found.has_value());
  CHECK(found->size() == 1);
}

TEST_CASE("files are read as they are, under their paths", "[model][find_files]") {
  const scratch_folder folder;
  folder.write("a.yaml", "one: 1\r\n");
  folder.write("b.yaml", "");
  const auto files = model::read_files(folder.path());
  REQUIRE(files.has_value());
  REQUIRE(files->size() == 2);
  CHECK((*files)[0].bytes() == "one: 1\r\n");
  CHECK((*files)[0].name() == (folder.path() / "a.yaml").generic_string());
  CHECK((*files)[1].bytes().empty());
}

TEST_CASE("what is not there cannot be read", "[model][find_files]") {
  const auto found = model::read_files("no/such/folder");
  REQUIRE_FALSE(found.has_value());
  CHECK(found.error().code == errc::cannot_read);
  CHECK(found.error().message.en.find("`no/such/folder`") != std::string::npos);
  CHECK(found.error().message.zh != found.error().message.en);
}

TEST_CASE("more than the limits allow is refused before it is read", "[model][find_files]") {
  const scratch_folder folder;
  folder.write("a.yaml", "12345");
  folder.write("b.yaml", "12345");
  model::file_limits limits;
  limits.file_bytes = 5;
  limits.total_bytes = 10;
  limits.files = 2;
  CHECK(model::read_files(folder.path(), limits).has_value());
  const auto code_with = [&](std::size_t files, std::size_t each, std::size_t total) {
    const auto read = model::read_files(folder.path(), {files, each, total});
    return read.has_value() ? errc{} : read.error().code;
  };
  CHECK(code_with(1, 5, 10) == errc::limit_exceeded);
  CHECK(code_with(2, 4, 10) == errc::limit_exceeded);
  CHECK(code_with(2, 5, 9) == errc::limit_exceeded);
}
