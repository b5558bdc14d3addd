// From a finding to a diagnostic: the catalogue's texts are filled with the arguments, once for
// each language, and the place becomes file, line, column and snippet.
//
// The catalogue is fixed text of our own, checked by a test; arguments are foreign text. They are
// shortened, and control characters in them replaced, before they enter a message.
//
// Tested by tests/unit/text/sink_test.cpp and tests/unit/text/messages_test.cpp.
#include "text/render.hpp"

#include <algorithm>
#include <fmt/args.h>
#include <fmt/format.h>
#include <functional>

#include "text/utf8.hpp"

namespace sudui::text {
namespace {

constexpr char language_mark = '\x1F';  // in front of each of the two texts made by `both`
constexpr std::size_t most_arguments = 8;
constexpr std::size_t longest_argument = 200;  // code points

// An argument made by `both` holds two texts; any other is the same in both languages.
std::string_view in_language(std::string_view argument, language which) {
  if (argument.empty() || argument.front() != language_mark) return argument;
  const auto middle = argument.find(language_mark, 1);
  if (middle == std::string_view::npos) return argument;
  return which == language::zh ? argument.substr(1, middle - 1) : argument.substr(middle + 1);
}

// Foreign text as it may stand in a message: no longer than people read, nothing a terminal would
// obey.
std::string shown(std::string_view argument) {
  std::string out;
  std::size_t count = 0;
  for (std::size_t i = 0; i < argument.size(); ++count) {
    if (count == longest_argument) return out + "...";
    const code_point next = decode(argument, i);
    append_utf8(out, is_printable(next.value) ? next.value : U'\uFFFD');
    i += next.length;
  }
  return out;
}

std::vector<std::string> arguments_in(const finding& what, language which) {
  std::vector<std::string> all;
  for (const std::string& each : what.args) all.push_back(shown(in_language(each, which)));
  all.resize(std::max(all.size(), most_arguments));
  return all;
}

std::string fill(std::string_view text, const std::vector<std::string>& args) {
  fmt::dynamic_format_arg_store<fmt::format_context> store;
  for (const std::string& each : args) store.push_back(std::cref(each));
  return fmt::vformat(fmt::string_view(text.data(), text.size()), store);
}

// Help with a hole in it, such as `did you mean ``?`, is left out.
bool names_empty_argument(std::string_view text, const std::vector<std::string>& args) {
  for (std::size_t i = 0; i < args.size(); ++i) {
    if (args[i].empty() && text.find(fmt::format("{{{}}}", i)) != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

struct filled {
  std::string message, help;
};

filled fill_in(const finding& what, language which) {
  const message_entry& entry = entry_of(what.what);
  const bool chinese = which == language::zh;
  const std::vector<std::string> args = arguments_in(what, which);
  const std::string_view help = chinese ? entry.help_zh : entry.help_en;
  return {fill(chinese ? entry.zh : entry.en, args),
          names_empty_argument(help, args) ? std::string() : fill(help, args)};
}

}  // namespace

diagnostic render(const finding& what, const sources& files) {
  filled zh = fill_in(what, language::zh);
  filled en = fill_in(what, language::en);
  diagnostic made;
  made.level = entry_of(what.what).level;
  made.code = entry_of(what.what).code;
  made.message = {std::move(zh.message), std::move(en.message)};
  made.help = {std::move(zh.help), std::move(en.help)};
  if (what.where.has_place() && what.where.file < files.size()) {
    const source& from = files[what.where.file];
    const auto [line, column] = from.locate(what.where.begin);
    made.where = {from.name(), line, column};
    made.snippet = snippet(from, what.where.begin, what.where.end);
  }
  return made;
}

}  // namespace sudui::text
