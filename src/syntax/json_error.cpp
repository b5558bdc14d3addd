// What is wrong with a JSON text, in plain words. The parser's error says little ("syntax"), the
// place where it stopped says more: the character there, and the one before it.
//
// Tested by tests/unit/syntax/json_error_test.cpp.
#include "syntax/json_error.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "syntax/cursor.hpp"
#include "text/utf8.hpp"

namespace sudui::syntax {
namespace {

using boost::json::error;
using text::message;

class json_explainer {
 public:
  json_explainer(const json_trouble& found, std::uint32_t file, text::sink& out)
      : bytes_(found.bytes), at_(found.at), file_(file), out_(out) {}

  void report(message what, std::size_t at, text::sink::arguments args = {}) {
    const std::size_t begin = std::min(at, bytes_.size());
    const std::size_t end = begin + word_at(begin).size();
    out_.report(what, {file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
                std::move(args));
  }

  void end() {
    const auto last = bytes_.find_last_not_of(" \t\r\n");
    const bool is_empty = last == std::string_view::npos;
    report(is_empty ? message::json_empty : message::json_ends_early, is_empty ? 0 : last + 1);
  }

  // All of the number in which the parser stopped.
  void number() {
    constexpr std::string_view of_numbers = "+-.0123456789eE";
    const auto before = bytes_.substr(0, at_).find_last_not_of(of_numbers);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    const std::size_t end = std::min(bytes_.find_first_not_of(of_numbers, begin), bytes_.size());
    out_.report(message::json_number,
                {file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  }

  // The backslash of the escape in which the parser stopped.
  void escape() {
    const auto slash = bytes_.substr(0, std::min<std::size_t>(at_ + 1, bytes_.size())).rfind('\\');
    report(message::json_escape, slash == std::string_view::npos ? at_ : slash);
  }

  // From the most certain to the least: broken bytes, an end too early, an escape, a comma before a
  // closing bracket; else the character where the parser stopped.
  void syntax() {
    if (const auto bad = text::first_invalid(bytes_); bad <= at_ + std::size_t{3}) {
      return report(message::bad_utf8, bad);
    }
    if (at_ >= bytes_.size()) return end();
    const std::string shown(word_at(at_));
    if (static_cast<unsigned char>(shown[0]) < 0x20) return report(message::json_control, at_);
    if (at_ > 0 && bytes_[at_ - 1] == '\\') return escape();
    if (follows_lone_surrogate()) return report(message::json_escape, at_ - 6);
    const auto before = bytes_.substr(0, at_).find_last_not_of(" \t\r\n");
    const bool closes = shown == "}" || shown == "]";
    if (closes && before != std::string_view::npos && bytes_[before] == ',') {
      return report(message::json_last_comma, before, {shown});
    }
    report(message::json_syntax, at_, {shown});
  }

 private:
  // A word such as `NaN`, a backslash with what follows, else one character; nothing at the end.
  [[nodiscard]] std::string_view word_at(std::size_t at) const {
    const std::string_view rest = bytes_.substr(at);
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const auto end = std::find_if_not(rest.begin(), rest.end(), is_letter);
    if (end != rest.begin()) return rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
    if (rest.starts_with('\\')) return rest.substr(0, rest.starts_with("\\u") ? 6 : 2);
    return rest.substr(0, rest.empty() ? 0 : text::decode(rest, 0).length);
  }

  // `\ud83d` needs a second half.
  [[nodiscard]] bool follows_lone_surrogate() const {
    if (at_ < 6) return false;
    const std::string_view before = bytes_.substr(at_ - 6, 4);
    return before.substr(0, 2) == "\\u" && (before[2] | 0x20) == 'd' && before[3] >= '8';
  }

  std::string_view bytes_;
  std::uint32_t at_;
  std::uint32_t file_;
  text::sink& out_;
};

bool is_escape_error(const boost::json::error_code& what) {
  return what == error::illegal_leading_surrogate || what == error::illegal_trailing_surrogate ||
         what == error::expected_hex_digit || what == error::expected_utf16_escape;
}

}  // namespace

bool report_json_error(const json_trouble& found, std::uint32_t file, const limits& most,
                       text::sink& out) {
  json_explainer explain(found, file, out);
  if (!found.error) {
    cursor rest(found.bytes, found.at);
    rest.skip_any(" \t\r\n");
    if (rest.is_at_end()) return false;
    explain.report(message::json_extra, rest.at());
  } else if (found.error == error::too_deep) {
    explain.report(message::too_deep, found.at, {std::to_string(most.depth)});
  } else if (found.error == error::exponent_overflow) {
    explain.number();
  } else if (found.error == error::incomplete) {
    explain.end();
  } else if (is_escape_error(found.error)) {
    explain.escape();
  } else {
    explain.syntax();
  }
  return true;
}

}  // namespace sudui::syntax
