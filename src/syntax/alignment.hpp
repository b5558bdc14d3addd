#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "syntax/cursor.hpp"
#include "text/excerpt.hpp"

namespace sudui::syntax {

/// A decoded text laid beside the source it came from. Both ends move forward together; each step
/// says how much of the source stands for how much of the text, and records it in the excerpt.
class alignment {
 public:
  using offset = std::uint32_t;

  alignment(std::string_view bytes, std::uint32_t file, offset begin, std::string decoded)
      : source(bytes), at(begin), text_(std::move(decoded), file, begin), value(text_.text()) {}
  alignment(const alignment&) = delete;
  alignment& operator=(const alignment&) = delete;

  [[nodiscard]] bool is_done() const noexcept { return done == value.size(); }
  [[nodiscard]] char here() const noexcept { return at < source.size() ? source[at] : '\0'; }

  /// The source moves on without giving text.
  void jump(offset to) {
    at = to;
    text_.anchor(done, at);
  }
  bool copy_byte() {
    if (at >= source.size() || source[at] != value[done]) return false;
    ++at;
    ++done;
    return true;
  }
  /// A byte, and what is alike behind it up to a line end.
  bool copy_in_line() {
    if (!copy_byte()) return false;
    while (at < source.size() && source[at] != '\n' && source[at] != '\r' && !is_done() &&
           source[at] == value[done]) {
      ++at;
      ++done;
    }
    return true;
  }
  /// Source bytes up to `to` stand for the next `length` bytes of the text as a whole.
  void stand_for(offset to, std::size_t length) {
    text_.anchor_whole(done, at, to);
    done += static_cast<offset>(length);
    jump(to);
  }
  /// `breaks` line ends up to `to` stand for one space or for that many line feeds, or fewer.
  bool fold(offset to, std::size_t breaks, bool may_vanish) {
    std::size_t length = 0;
    if (breaks == 1 && value[done] == ' ' && !may_vanish) {
      length = 1;
    } else {
      while (length < breaks && done + length < value.size() && value[done + length] == '\n') {
        ++length;
      }
    }
    if (length == 0 && !may_vanish) return false;
    stand_for(to, length);
    return true;
  }

  [[nodiscard]] text::excerpt take() { return std::move(text_); }

  const std::string_view source;
  offset at;        // in the source
  offset done = 0;  // in the text

 private:
  text::excerpt text_;

 public:
  const std::string_view value;  // all of the text
};

}  // namespace sudui::syntax
