// A stream of YAML documents. What is plainly written gives its events at once (plain_yaml.hpp);
// all else is read by yaml-cpp, from the memory of the source without a copy. When yaml-cpp gives
// up, the finding is explained, and reading starts again with the next line that begins with
// `---`, so that all mistakes of a file show at once, one a document.
//
// Tested by tests/unit/syntax/yaml_test.cpp and the fuzz target `yaml`.
#include "syntax/yaml.hpp"

#include <algorithm>
#include <istream>
#include <streambuf>
#include <string_view>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include "syntax/check_bytes.hpp"
#include "syntax/plain_trees.hpp"
#include "syntax/plain_yaml.hpp"
#include "syntax/yaml_builder.hpp"
#include "syntax/yaml_error.hpp"

namespace sudui::syntax {
namespace {

constexpr int most_errors = 100;  // of syntax, in one file

class memory : public std::streambuf {
 public:
  explicit memory(std::string_view bytes) {
    char* begin = const_cast<char*>(bytes.data());  // NOLINT: only ever read
    setg(begin, begin, begin + bytes.size());
  }
};

// The next line behind `at` that starts a document; the end if there is none.
std::uint32_t next_document(std::string_view bytes, std::uint32_t at) {
  const auto from = at == 0 ? 0 : at - 1;  // `at` may be the marker itself
  const auto found = bytes.find("\n---", from);
  return static_cast<std::uint32_t>(found == std::string_view::npos ? bytes.size() : found + 1);
}

class yaml_reading {
 public:
  yaml_reading(const text::source& from, std::uint32_t file, text::sink& out, const limits& most)
      : from_(from), file_(file), out_(out), builder_(from, file, out, most) {}

  std::vector<text::tree> read() {
    const auto size = static_cast<std::uint32_t>(from_.bytes().size());
    std::uint32_t base = 0;
    for (int errors = 0; base < size && errors < most_errors; ++errors) {
      base = std::max(read_from(base), base + 1);
    }
    return builder_.take();
  }

 private:
  // Reads documents up to the end or an error; returns where to go on.
  std::uint32_t read_from(std::uint32_t base) {
    const std::string_view bytes = from_.bytes();
    const auto size = static_cast<std::uint32_t>(bytes.size());
    memory buffer(bytes.substr(base));
    std::istream in(&buffer);
    builder_.restart(base);
    try {
      YAML::Parser parser(in);
      while (parser.HandleNextDocument(builder_)) continue;
      builder_.finish();
      return size;
    } catch (const reading_stopped&) {
      return size;  // reported where it was thrown
    } catch (const YAML::Exception& thrown) {
      return explain(thrown, base);
    }
  }

  std::uint32_t explain(const YAML::Exception& thrown, std::uint32_t base) {
    const auto size = static_cast<std::uint32_t>(from_.bytes().size());
    const auto behind = static_cast<std::uint32_t>(std::max(thrown.mark.pos, 0));
    const std::uint32_t at = std::min(base + behind, size);
    report_yaml_error(thrown, {from_, file_, at, builder_.last_node(), builder_.innermost_begin()},
                      out_);
    return next_document(from_.bytes(), std::max(at, base + 1));
  }

  const text::source& from_;
  std::uint32_t file_;
  text::sink& out_;
  yaml_builder builder_;
};

}  // namespace

std::vector<text::tree> read_yaml(const text::sources& files, std::uint32_t file, text::sink& out,
                                  const limits& most, std::string_view leave_out) {
  const text::source& from = files[file];
  if (!check_bytes(from.bytes(), file, out, most)) return {};
  if (const auto plain = read_plain_yaml(from.bytes(), leave_out)) {
    if (auto made = trees_of(*plain, from, file, out, most)) return std::move(*made);
  }
  return yaml_reading(from, file, out, most).read();
}

}  // namespace sudui::syntax
