#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "syntax/limits.hpp"
#include "text/sink.hpp"
#include "text/tree.hpp"

namespace sudui::syntax {

/// Reads JSON texts one after the other, such as the lines of NDJSON, and keeps its memory from one
/// to the next. One thread at a time.
class json_reader {
 public:
  explicit json_reader(const limits& most = {});
  json_reader(json_reader&&) noexcept;
  json_reader& operator=(json_reader&&) noexcept;
  ~json_reader();

  /// Reads the one value of `bytes` into `out`, with spans of `file` that count from the front of
  /// `bytes`. False if it is not JSON; `out` is then empty. A duplicate key is reported, and does
  /// not make the answer false. The tree views `bytes`.
  bool read(std::string_view bytes, std::uint32_t file, text::tree& out, text::sink& findings);

 private:
  struct state;
  std::unique_ptr<state> state_;
};

/// The same for a single text.
bool read_json(std::string_view bytes, std::uint32_t file, text::tree& out, text::sink& findings,
               const limits& most = {});

}  // namespace sudui::syntax
