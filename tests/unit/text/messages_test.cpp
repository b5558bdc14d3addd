#include "text/messages.hpp"

#include <cctype>
#include <set>
#include <string>

#include "catch.hpp"
#include "text/render.hpp"

using namespace sudui;
using namespace sudui::text;

namespace {

std::set<char> arguments_of(std::string_view text) {
  std::set<char> named;
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    const bool digit = std::isdigit(static_cast<unsigned char>(text[i + 1])) != 0;
    if (text[i] == '{' && digit && text[i + 2] == '}') named.insert(text[i + 1]);
  }
  return named;
}

// Lower case, but for words that are written in capitals, such as YAML.
bool starts_like_a_message(std::string_view text) {
  const auto is_upper = [&](std::size_t i) {
    return i < text.size() && std::isupper(static_cast<unsigned char>(text[i])) != 0;
  };
  return !is_upper(0) || is_upper(1);
}

bool ends_like_a_message(std::string_view text) {
  if (text.ends_with("...")) return true;
  return text.empty() || (!text.ends_with('.') && !text.ends_with("。") && !text.ends_with(' '));
}

bool has_chinese(std::string_view text) {
  return text.find_first_of("\xE3\xE4\xE5\xE6\xE7\xE8\xE9") != text.npos;
}

// Chinese may be quoted in English.
bool is_ascii_outside_quotes(std::string_view text) {
  bool quoted = false;
  for (const char each : text) {
    if (each == '`') quoted = !quoted;
    if (!quoted && static_cast<unsigned char>(each) >= 0x80) return false;
  }
  return true;
}

template <class Check>
void for_each_message(Check check) {
  for (std::size_t i = 0; i < message_count(); ++i) {
    const auto which = static_cast<message>(i);
    CAPTURE(entry_of(which).code);
    check(which, entry_of(which));
  }
}

}  // namespace

TEST_CASE("every message exists in both languages", "[text][messages]") {
  for_each_message([](message, const message_entry& entry) {
    CHECK_FALSE(entry.en.empty());
    CHECK(has_chinese(entry.zh));
    CHECK(is_ascii_outside_quotes(entry.en));
    CHECK(is_ascii_outside_quotes(entry.help_en));
    CHECK(entry.help_en.empty() == entry.help_zh.empty());
  });
}

TEST_CASE("both languages of a message name the same arguments", "[text][messages]") {
  for_each_message([](message, const message_entry& entry) {
    CHECK(arguments_of(entry.en) == arguments_of(entry.zh));
    CHECK(arguments_of(entry.help_en) == arguments_of(entry.help_zh));
  });
}

TEST_CASE("messages start in lower case and end without a full stop", "[text][messages]") {
  for_each_message([](message, const message_entry& entry) {
    CHECK(starts_like_a_message(entry.en));
    CHECK(starts_like_a_message(entry.help_en));
    for (const auto text : {entry.en, entry.zh, entry.help_en, entry.help_zh}) {
      CHECK(ends_like_a_message(text));
    }
  });
}

TEST_CASE("every message can be filled, even without arguments", "[text][messages]") {
  const sources files;
  for_each_message([&](message which, const message_entry& entry) {
    CHECK_NOTHROW(render({which, {}, {}}, files));
    const diagnostic made = render({which, {}, {"one", "two", "three", "four", "five"}}, files);
    CHECK(made.level == entry.level);
    for (const auto& text : {made.message.en, made.message.zh, made.help.en, made.help.zh}) {
      CHECK(arguments_of(text).empty());
    }
  });
}

TEST_CASE("codes are the names with dashes, each once", "[text][messages]") {
  std::set<std::string_view> seen;
  for_each_message([&](message, const message_entry& entry) {
    CHECK(seen.insert(entry.code).second);
    CHECK(entry.code.find('_') == std::string_view::npos);
  });
  CHECK(entry_of(message::too_many_findings).code == "too-many-findings");
}
