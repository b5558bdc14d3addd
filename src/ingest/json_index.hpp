#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

namespace sudui::ingest {

/// Where the tokens of a JSON text begin: braces, brackets, colons, commas, opening quotes, and the
/// first byte of everything else that stands outside of texts. One thread at a time.
class json_index {
 public:
  json_index();
  json_index(json_index&&) noexcept;
  json_index& operator=(json_index&&) noexcept;
  ~json_index();

  /// False where the bytes are no UTF-8, a text is not closed or has control characters, or there
  /// is nothing. Whether the tokens make sense together is for the reader to see.
  [[nodiscard]] bool read(std::string_view bytes);
  /// Of what was read last, ascending; valid until the next call.
  [[nodiscard]] std::span<const std::uint32_t> tokens() const noexcept { return tokens_; }

 private:
  struct state;
  std::unique_ptr<state> state_;
  std::span<const std::uint32_t> tokens_;
};

}  // namespace sudui::ingest
