// feel_conformance: reads files of cases, runs each twice, counts. See README.md beside this file.
#include <charconv>
#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <string_view>

#include "kit.hpp"
#include "run_case.hpp"
#include "score.hpp"
#include "table.hpp"

namespace {

using namespace sudui::conformance;
namespace json = boost::json;

struct request {
  std::vector<std::string> files;
  std::vector<floor_asked> floors;
  std::string only;
  bool is_verbose = false;
  bool is_strict = false;
};

constexpr std::string_view usage =
    "usage: feel_conformance FILE... [--floor NAME=PERCENT]... [--verbose] [--only TEXT] "
    "[--strict]\n";

bool read_floor(std::string_view written, request& into) {
  const auto sign = written.find('=');
  if (sign == std::string_view::npos) return false;
  floor_asked made{std::string(written.substr(0, sign)), 0};
  const auto number = written.substr(sign + 1);
  const auto read = std::from_chars(number.data(), number.data() + number.size(), made.percent);
  into.floors.push_back(made);
  return read.ec == std::errc() && read.ptr == number.data() + number.size();
}

std::optional<request> read_arguments(int count, char** given) {
  request made;
  for (int i = 1; i < count; ++i) {
    const std::string_view word = given[i];
    const bool has_next = i + 1 < count;
    if (word == "--verbose") {
      made.is_verbose = true;
    } else if (word == "--strict") {
      made.is_strict = true;
    } else if (word == "--floor" && has_next) {
      if (!read_floor(given[++i], made)) return std::nullopt;
    } else if (word == "--only" && has_next) {
      made.only = given[++i];
    } else if (word.starts_with("--")) {
      return std::nullopt;
    } else {
      made.files.emplace_back(word);
    }
  }
  if (made.files.empty()) return std::nullopt;
  return made;
}

class runner {
 public:
  explicit runner(const request& what) : what_(what) {}

  bool read(const std::string& file) {
    std::ifstream in(file);
    if (!in) return false;
    for (std::string line; std::getline(in, line);) {
      if (line.empty()) continue;
      const auto each = json::parse(line).as_object();
      if (each.contains("rules")) {
        table(each);
      } else if (is_wanted(text_at(each, "id"))) {
        expression(case_of(each));
      }
    }
    return true;
  }

  int finish() const {
    print_table(written_, lifted_);
    const bool held = hold(what_.floors, written_, lifted_);
    print_summary(written_, lifted_, held);
    return held ? 0 : 1;
  }

 private:
  bool is_wanted(const std::string& id) const { return id.find(what_.only) != std::string::npos; }

  template <class Judge>
  void both(const std::string& name, const std::string& told, const std::string& expected,
            Judge&& judge) {
    for (const auto how : {pass::written, pass::lifted}) {
      const auto made = judge(run_options{how, !what_.is_strict});
      (how == pass::written ? written_ : lifted_)[name].count(made.is);
      if (what_.is_verbose && made.is != fate::passed) {
        std::cout << fmt::format("{} [{}] {} expected {} got {}\n", name,
                                 how == pass::written ? "written" : "lifted", told, expected,
                                 made.got);
      }
    }
  }

  void expression(const kit_case& each) {
    const auto name =
        fmt::format("{}ring{}.{}", each.is_apart ? "apart." : "", each.ring, each.of_class);
    const auto expected = each.of_class == "reject" ? "a refusal" : shown(each.expected);
    both(name, each.id + " " + each.formula, expected,
         [&](const run_options& options) { return judge(each, options); });
  }

  void table(const json::object& from) {
    for (const auto& line : from.at("cases").as_array()) {
      const auto& each = line.as_object();
      if (!is_wanted(text_at(each, "id"))) continue;
      both("tables", text_at(each, "id"), shown(each.at("expect").as_object()),
           [&](const run_options& options) { return judge_table(from, each, options); });
    }
  }

  const request& what_;
  scores written_, lifted_;
};

}  // namespace

int main(int count, char** given) {
  const auto what = read_arguments(count, given);
  if (!what) {
    std::cerr << usage;
    return 2;
  }
  runner run(*what);
  for (const auto& file : what->files) {
    if (run.read(file)) continue;
    std::cerr << "cannot read " << file << "\n";
    return 2;
  }
  return run.finish();
}
