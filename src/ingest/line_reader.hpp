#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <istream>
#include <memory>
#include <string>
#include <string_view>

#include "ingest/gb18030.hpp"

namespace sudui::ingest {

/// One line of a stream.
struct raw_line {
  std::string bytes;         // without its line end; of a line that is too long, the beginning
  std::uint64_t number = 0;  // from 1
  std::uint64_t offset = 0;  // of its first byte, from 0
  bool is_too_long = false;
  bool is_undecodable = false;  // not of the encoding of the stream; the bytes are as they came
};

/// A complete line of UTF-8 where it stands.
struct line_view {
  std::string_view bytes;  // without its line end
  std::uint64_t number = 0;
};

/// Asked whether it has read a line on its own.
using line_taker = std::function<bool(const line_view&)>;

/// Where bytes begin that are a later part of a stream.
struct stream_origin {
  std::uint64_t lines = 0;  // before them
  std::uint64_t bytes = 0;
};

/// Lines of a stream, which end with LF or CRLF. A line over the limit is passed over to its end
/// and only its beginning is kept, so that memory does not grow with the input. A byte order mark
/// is dropped.
class line_reader {
 public:
  static constexpr std::size_t longest_line = std::size_t{16} << 20;
  static constexpr std::size_t kept_of_too_long = 4096;

  explicit line_reader(std::istream& input, std::size_t limit = longest_line,
                       stream_origin from = {})
      : input_(&input), limit_(limit), lines_(from.lines), bytes_(from.bytes) {}
  /// Of bytes that outlive it, without a copy.
  explicit line_reader(std::string_view bytes, std::size_t limit = longest_line,
                       stream_origin from = {})
      : limit_(limit), lines_(from.lines), bytes_(from.bytes), held_(bytes) {}

  /// Lines are converted to UTF-8.
  void decode(text_encoding from) {
    if (from == text_encoding::gb18030) decoder_ = std::make_unique<gb18030_decoder>();
  }

  /// The line that `next` gives, where it can be seen without a copy. False of some lines: those
  /// that are decoded, lie in two pieces of the stream, are too long, or begin or end it.
  [[nodiscard]] bool peek(line_view& line);
  /// Passes the line that was seen.
  void pass() noexcept;
  /// False at the end of the stream.
  [[nodiscard]] bool next(raw_line& line);

 private:
  void drop_mark(raw_line& line);
  [[nodiscard]] bool fill();

  std::istream* input_ = nullptr;  // null where all is held
  std::size_t limit_;
  std::uint64_t lines_;
  std::uint64_t bytes_;  // of the stream, up to what was taken out of the buffer
  std::string buffer_;
  std::string_view held_;  // the buffer, or all there is
  std::size_t at_ = 0;
  std::size_t seen_ = 0;  // of the line that was seen, with its line end
  std::unique_ptr<gb18030_decoder> decoder_;
};

}  // namespace sudui::ingest
