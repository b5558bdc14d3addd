// Names. At a word the longest name in scope wins: names of the caller, names with spaces that the
// formula declares itself (keys, parameters, variables), built-in functions with spaces. Where none
// fits, the word alone is the name.
//
// A built-in that holds a reserved word, such as `date and time`, counts only before `(`: elsewhere
// `date and time` is far more likely a conjunction.
//
// Tested by tests/unit/feel/names_test.cpp.
#include <algorithm>

#include "feel/names.hpp"
#include "feel/reader.hpp"

namespace sudui::feel {

node_id reader::name() {
  const std::uint32_t first = pos_;
  const auto [text, length] = known_name();
  node made{.kind = node_kind::name};
  made.text = length == 0 ? peek().text : text;
  pos_ += std::max<std::uint32_t>(length, 1);
  return add(std::move(made), first);
}

// The longest known name that begins here, and its number of tokens; 0 if there is none.
std::pair<std::string_view, std::uint32_t> reader::known_name() const {
  const std::span<const token> rest(tokens_.begin() + pos_, tokens_.end() - 1);
  std::pair<std::string_view, std::uint32_t> longest{{}, 0};
  const auto consider = [&](std::string_view name) {
    const auto length = static_cast<std::uint32_t>(spelled(name, rest));
    if (length > longest.second) longest = {name, length};
  };
  for (const std::string_view name : options_.names) consider(name);
  for (const std::string& name : locals_) consider(name);
  // Of built-ins every one has two words at least, which most formulas never have side by side.
  if (!peek(1).is_word()) return longest;
  const char first = peek().text[0];
  for (const std::string_view name : spaced_functions()) {
    if (name.front() != first) continue;
    const auto length = static_cast<std::uint32_t>(spelled(name, rest));
    const auto words = rest.subspan(0, length);
    const bool has_reserved = std::any_of(words.begin(), words.end(),
                                          [](const token& word) { return word.is_reserved(); });
    if (!has_reserved || peek(length).kind == token_kind::left_paren) consider(name);
  }
  return longest;
}

// How many words stand from here to the `stop` that follows them; 0 if something else does.
std::uint32_t reader::words_before(token_kind stop) const noexcept {
  std::uint32_t count = 0;
  while (peek(count).is_word()) ++count;
  return peek(count).kind == stop ? count : 0;
}

// The same for the colon behind a key, which may hold signs: `Date-Time: 1`.
std::uint32_t reader::name_parts_before_colon() const noexcept {
  if (!peek().is_word()) return 0;
  std::uint32_t count = 1;
  for (;; ++count) {
    const token& next = peek(count);
    if (next.kind == token_kind::colon) return count;
    const bool is_part = next.is_word() || next.kind == token_kind::number ||
                         (next.kind >= token_kind::plus && next.kind <= token_kind::slash) ||
                         next.kind == token_kind::dot;
    if (!is_part) return 0;
  }
}

// As one name: blanks become one, signs that cling to a word keep clinging.
std::string reader::take_words(std::uint32_t count) {
  std::string words;
  std::uint32_t end = peek().begin;
  for (; count > 0; --count) {
    const token& next = take();
    if (next.begin != end) words += ' ';
    words += next.text;
    end = next.end;
  }
  return words;
}

// From here on a name with spaces can be used, if no word of it is reserved.
void reader::declare(const std::string& local) {
  if (local.find(' ') == std::string::npos || !is_plain_name(local)) return;
  if (std::find(locals_.begin(), locals_.end(), local) == locals_.end()) locals_.push_back(local);
}

// The variable of a loop (before `in`) or a parameter (before `,`, `:` or `)`).
void reader::read_variable(node& owner) {
  const std::uint32_t first = pos_;
  std::uint32_t count = 0;
  while (peek(count).kind == token_kind::word) ++count;
  if (count == 0 && peek().is_reserved()) {
    fail(text::message::reserved_word, place(peek()), {std::string(peek().text)});
  } else if (count == 0) {
    unexpected({"名称", "a name"});
  }
  owner.names.push_back(take_words(count));
  owner.name_places.push_back(where(first));
  declare(owner.names.back());
}

}  // namespace sudui::feel
