// Types behind `instance of` and behind parameters, brought to one spelling: `list<number>`,
// `context<a: number, b: string>`, `function<number, string> -> number`. Nothing here knows which
// types there are; that is the checker's.
#include <algorithm>

#include "feel/names.hpp"
#include "feel/reader.hpp"

namespace sudui::feel {
namespace {

bool takes_arguments(std::string_view name) noexcept {
  return name == "list" || name == "range" || name == "context" || name == "function";
}

}  // namespace

std::string reader::type() {
  if (!enter()) return {};
  const std::span<const token> rest(tokens_.begin() + pos_, tokens_.end() - 1);
  std::uint32_t count = peek().is_word() ? 1 : 0;
  for (const std::string_view name : spaced_types()) {
    count = std::max(count, static_cast<std::uint32_t>(spelled(name, rest)));
  }
  if (count == 0) unexpected({"类型", "a type"});
  std::string name = take_words(count);
  while (at(token_kind::dot) && peek(1).is_word()) {
    take();
    name.append(1, '.').append(take().text);
  }
  if (takes_arguments(name) && at(token_kind::less)) name += type_arguments(name);
  leave();
  return name;
}

// At the `<`.
std::string reader::type_arguments(std::string_view name) {
  std::string text(1, '<');
  take();
  while (!at_any({token_kind::greater, token_kind::end})) {
    if (text.size() > 1) {
      expect(token_kind::comma, {"`,` 或 `>`", "`,` or `>`"});
      text += ", ";
    }
    if (name == "context") {
      text += take_words(words_before(token_kind::colon)) + ": ";
      expect(token_kind::colon, {"`:`", "`:`"});
    }
    text += type();
  }
  expect(token_kind::greater, {"`,` 或 `>`", "`,` or `>`"});
  text += '>';
  if (name == "function" && accept(token_kind::arrow)) text += " -> " + type();
  return text;
}

}  // namespace sudui::feel
