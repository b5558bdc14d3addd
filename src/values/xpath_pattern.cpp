// From XPath's regular expressions to PCRE2's.
//
// The two agree on most of what people write, and differ where it hurts: XPath has classes taken
// from classes (`[a-z-[aeiou]]`), `\i` and `\c` for the letters of XML names, blocks
// (`\p{IsGreek}`), a dot that passes over both line ends; and it has no lookaround, no possessive
// quantifiers, no
// `\b`. So the pattern is read by XPath's grammar and written anew, and what XPath does not have is
// no pattern, whatever PCRE2 would make of it.
//
// A class becomes an alternative of what PCRE2 can hold in brackets and of classes that are
// complements; taking away becomes a look ahead: `[A-Z-[OI]]` is `(?:(?![OI])[A-Z])`.
//
// Source: XML Schema part 2 (1.1), appendix G; XPath functions 3.1, 5.6.1.
// Tested by tests/unit/values/regex_test.cpp and tests/data/feel/patterns.csv.

#include <algorithm>
#include <array>

#include "values/regex.hpp"
#include "values/xpath_classes.hpp"

namespace sudui::values {
namespace {

constexpr std::string_view any_letter = "[^\\n\\r]";
constexpr int deepest = 100;

bool is_blank(char c) noexcept { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// With the flag `x` blanks mean nothing, but for those inside of classes.
std::string without_blanks(std::string_view pattern) {
  std::string kept;
  int depth = 0;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const char c = pattern[i];
    if (depth == 0 && is_blank(c)) continue;
    kept += c;
    if (c == '\\' && i + 1 < pattern.size() && !is_blank(pattern[i + 1])) {
      kept += pattern[++i];
      continue;
    }
    depth += c == '[' ? 1 : (c == ']' && depth > 0 ? -1 : 0);
  }
  return kept;
}

std::string as_literal(std::string_view text) {
  std::string made;
  for (const char c : text) {
    if (std::string_view("\\^$.|?*+()[]{}-#").find(c) != std::string_view::npos) made += '\\';
    made += c;
  }
  return made;
}

/// One part of a class: what may stand in brackets, or a matcher of its own.
struct class_parts {
  std::string inside;
  std::vector<std::string> alone;
};

class translator {
 public:
  translator(std::string_view pattern, std::string_view flags)
      : rest_(pattern), has_dot_all_(flags.find('s') != std::string_view::npos) {}

  std::optional<std::string> run() {
    branches();
    if (failed_ || !rest_.empty()) return std::nullopt;
    return std::move(made_);
  }

 private:
  void branches() {
    if (++depth_ > deepest) failed_ = true;
    do {
      while (!failed_ && !rest_.empty() && rest_.front() != '|' && rest_.front() != ')') piece();
      if (take('|')) {
        made_ += '|';
        continue;
      }
      break;
    } while (!failed_);
    --depth_;
  }

  void piece() {
    const auto sign = rest_.front();
    if (sign == '^' || sign == '$') {
      made_ += sign;
      rest_.remove_prefix(1);
      return;  // no atom: a quantifier behind it is none
    }
    atom();
    if (!failed_) quantifier();
  }

  void atom() {
    const auto sign = rest_.front();
    if (sign == '(') return group();
    if (sign == '[') return add(character_class());
    if (sign == '\\') return escape();
    rest_.remove_prefix(1);
    if (sign == '.') return add(std::string(has_dot_all_ ? "(?s:.)" : any_letter));
    if (std::string_view("?*+{})]|").find(sign) != std::string_view::npos) return fail();
    made_ += as_literal(std::string_view(&sign, 1));
    while (!rest_.empty() && (static_cast<unsigned char>(rest_.front()) & 0xC0U) == 0x80) {
      made_ += rest_.front();  // the rest of one letter
      rest_.remove_prefix(1);
    }
  }

  void group() {
    rest_.remove_prefix(1);
    const bool is_plain = take("?:");
    if (!is_plain && !rest_.empty() && rest_.front() == '?') return fail();
    const int number = is_plain ? 0 : ++opened_;
    made_ += is_plain ? "(?:" : "(";
    branches();
    if (!take(')')) return fail();
    made_ += ')';
    if (number > 0) closed_.push_back(number);
  }

  void quantifier() {
    if (rest_.empty()) return;
    const auto sign = rest_.front();
    if (sign == '{') {
      counted();
    } else if (sign == '?' || sign == '*' || sign == '+') {
      made_ += sign;
      rest_.remove_prefix(1);
    } else {
      return;
    }
    if (!failed_ && take('?')) made_ += '?';
  }

  // `{2}`, `{2,}`, `{2,5}`.
  void counted() {
    const auto close = rest_.find('}');
    if (close == std::string_view::npos) return fail();
    const auto inside = rest_.substr(1, close - 1);
    const auto comma = inside.find(',');
    const auto low = inside.substr(0, comma);
    const auto high = comma == std::string_view::npos ? low : inside.substr(comma + 1);
    const auto is_count = [](std::string_view digits) {
      return digits.size() <= 5 &&
             std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    };
    if (low.empty() || !is_count(low) || !is_count(high)) return fail();
    made_ += rest_.substr(0, close + 1);
    rest_.remove_prefix(close + 1);
  }

  void escape() {
    if (rest_.size() < 2) return fail();
    const auto letter = rest_[1];
    if (letter >= '1' && letter <= '9') return back_reference();
    class_parts parts;
    if (!class_escape(parts)) return fail();
    add(matcher_of(parts));
  }

  // The longest number that a group of which the end has been seen has.
  void back_reference() {
    std::size_t length = 1;
    int number = 0;
    const auto exists = [&](int wanted) {
      return std::find(closed_.begin(), closed_.end(), wanted) != closed_.end();
    };
    number = rest_[length] - '0';
    if (!exists(number)) return fail();
    while (length + 1 < rest_.size() && rest_[length + 1] >= '0' && rest_[length + 1] <= '9') {
      const int longer = number * 10 + (rest_[length + 1] - '0');
      if (!exists(longer)) break;
      number = longer;
      ++length;
    }
    rest_.remove_prefix(length + 1);
    made_ += "\\g{" + std::to_string(number) + "}";
  }

  // ---- classes ----

  // At a backslash: a letter that stands for itself, or a class with a name.
  bool class_escape(class_parts& into) {
    const auto letter = rest_[1];
    if (letter == 'p' || letter == 'P') return property(into, letter == 'P');
    rest_.remove_prefix(2);
    if (const auto single = single_escape(letter); !single.empty()) {
      into.inside += single;
      return true;
    }
    const auto known = multi_escape(letter);
    if (!known) return false;
    (known->is_complement ? into.alone.emplace_back() : into.inside) += known->written;
    return true;
  }

  // `\p{Lu}`, `\P{IsGreek}`.
  bool property(class_parts& into, bool is_complement) {
    const auto close = rest_.find('}');
    if (rest_.size() < 3 || rest_[2] != '{' || close == std::string_view::npos) return false;
    const auto name = rest_.substr(3, close - 3);
    rest_.remove_prefix(close + 1);
    if (is_category(name)) {
      // Not bound to the case of letters, whatever the flags say.
      into.alone.push_back(std::string("(?-i:\\") + (is_complement ? 'P' : 'p') + '{' +
                           std::string(name) + "})");
      return true;
    }
    const auto block = block_named(name);
    if (block.empty()) return false;
    if (is_complement) {
      into.alone.push_back("[^" + std::string(block) + "]");
    } else {
      into.inside += block;
    }
    return true;
  }

  // One letter of a class as it is written, or nothing where it is none by itself.
  std::optional<std::string> class_letter() {
    if (rest_.empty() || rest_.front() == '[' || rest_.front() == ']') return std::nullopt;
    if (rest_.front() == '\\') {
      const auto single = rest_.size() > 1 ? single_escape(rest_[1]) : std::string();
      if (single.empty()) return std::nullopt;
      rest_.remove_prefix(2);
      return single;
    }
    std::size_t length = 1;
    while (length < rest_.size() && (static_cast<unsigned char>(rest_[length]) & 0xC0U) == 0x80) {
      ++length;
    }
    const auto letter = rest_.substr(0, length);
    rest_.remove_prefix(length);
    return as_literal(letter);
  }

  bool is_named_class() const {
    return rest_.size() > 1 && rest_[0] == '\\' && single_escape(rest_[1]).empty();
  }

  // One member of a class, or a run of letters.
  void class_member(class_parts& into) {
    if (is_named_class()) {
      if (!class_escape(into)) fail();
      return;
    }
    const auto from = class_letter();
    if (!from) return fail();
    into.inside += *from;
    const bool is_run = rest_.size() > 1 && rest_[0] == '-' && rest_[1] != ']' && rest_[1] != '[';
    if (!is_run) return;
    rest_.remove_prefix(1);
    const auto to = is_named_class() ? std::nullopt : class_letter();
    if (!to) return fail();
    into.inside += "-" + *to;
  }

  std::string character_class() {
    if (++depth_ > deepest) failed_ = true;
    rest_.remove_prefix(1);
    const bool is_complement = take('^');
    class_parts parts;
    std::string taken_away;
    bool is_empty = true;
    while (!failed_ && !rest_.empty() && rest_.front() != ']') {
      if (!is_empty && take("-[")) {
        rest_ = std::string_view(rest_.data() - 1, rest_.size() + 1);  // back to its bracket
        taken_away = character_class();
        break;
      }
      class_member(parts);
      is_empty = false;
    }
    if (is_empty || !take(']')) fail();
    --depth_;
    auto made = matcher_of(parts);
    if (is_complement) made = "(?:(?!" + made + ")(?s:.))";
    if (!taken_away.empty()) made = "(?:(?!" + taken_away + ")" + made + ")";
    return made;
  }

  static std::string matcher_of(const class_parts& parts) {
    std::string made = parts.inside.empty() ? "" : "[" + parts.inside + "]";
    if (parts.alone.empty()) return made;
    for (const auto& each : parts.alone) made += (made.empty() ? "" : "|") + each;
    return "(?:" + made + ")";
  }

  // ---- the way through the text ----

  void add(const std::string& text) { made_ += text; }
  void fail() { failed_ = true; }

  bool take(char sign) {
    if (rest_.empty() || rest_.front() != sign) return false;
    rest_.remove_prefix(1);
    return true;
  }
  bool take(std::string_view text) {
    if (!rest_.starts_with(text)) return false;
    rest_.remove_prefix(text.size());
    return true;
  }

  std::string_view rest_;
  bool has_dot_all_;
  bool failed_ = false;
  int depth_ = 0;
  int opened_ = 0;
  std::vector<int> closed_;
  std::string made_;
};

}  // namespace

std::optional<std::string> translate_pattern(std::string_view pattern, std::string_view flags) {
  if (flags.find_first_not_of("smixq") != std::string_view::npos) return std::nullopt;
  if (flags.find('q') != std::string_view::npos) return as_literal(pattern);
  if (flags.find('x') == std::string_view::npos) return translator(pattern, flags).run();
  return translator(without_blanks(pattern), flags).run();
}

}  // namespace sudui::values
