#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include <sudui/decimal.hpp>

namespace sudui::report {

/// Appends a string with its quotes.
void append_json_text(std::string& out, std::string_view what);

/// Writes JSON, keys in the order they are given, so that equal content gives equal bytes. The
/// caller keeps to the grammar: a key before each value of an object, every `open` closed.
class json_writer {
 public:
  json_writer& open_object() { return open('{'); }
  json_writer& close_object() { return close('}'); }
  json_writer& open_array() { return open('['); }
  json_writer& close_array() { return close(']'); }
  json_writer& key(std::string_view name);

  json_writer& text(std::string_view what);
  json_writer& flag(bool what) { return raw(what ? "true" : "false"); }
  json_writer& null() { return raw("null"); }
  template <std::integral Int>
  requires(!std::same_as<Int, bool>) json_writer& whole(Int what) {
    return raw(std::to_string(what));
  }

  /// Exact digits as a JSON number, for what is read back by us: other readers make floats of it.
  json_writer& number(const decimal& what) { return raw(what.to_string()); }

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  json_writer& open(char bracket);
  json_writer& close(char bracket);
  json_writer& raw(std::string_view what);
  void separate();

  std::string out_;
  bool is_first_ =
      true;  // nothing stands yet in the innermost object or array, or a key just ended
};

}  // namespace sudui::report
