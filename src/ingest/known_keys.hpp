#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "ingest/field_names.hpp"
#include "ingest/json_tokens.hpp"
#include "plan/plan.hpp"

namespace sudui::ingest {

/// The keys that rows of a stream have had, each with the key that followed it: the next row tends
/// to have the same ones in the same order, so that most are found by one comparison of bytes.
class known_keys {
 public:
  static constexpr std::uint32_t none = UINT32_MAX;

  explicit known_keys(const types::schema& dictionary);

  void start_row() noexcept;
  /// Passes a key and its colon and gives its number, or `none` where it is not plain, stands in
  /// the row for the second time, or there are too many different ones.
  [[nodiscard]] std::uint32_t take(json_tokens& from) {
    auto found = guess(from);
    if (found == none) found = look_up(from);
    if (found == none || keys_[found].row == row_) return none;
    keys_[found].row = row_;
    last_ = found;
    return found;
  }
  /// The field it names, by name, alias or label; `none` where the dictionary has no such field.
  [[nodiscard]] std::uint32_t field(std::uint32_t key) const noexcept { return keys_[key].field; }
  /// Whether nobody has been told yet that the key is unknown.
  [[nodiscard]] bool is_news(std::uint32_t key) const noexcept { return !keys_[key].is_told; }
  void tell(std::uint32_t key) noexcept { keys_[key].is_told = true; }

 private:
  static constexpr std::size_t most = 10'000;
  static constexpr int most_guesses = 4;  // keys in sequence that a row may leave out
  struct entry {
    std::string text;
    std::uint32_t field = none, next = none;
    std::uint64_t row = 0;  // where it stood last
    bool is_told = false;
  };
  [[nodiscard]] std::uint32_t guess(json_tokens& from) const noexcept {
    auto at = keys_[last_].next;
    for (int i = 0; i < most_guesses && at != none; ++i, at = keys_[at].next) {
      if (from.take_key(keys_[at].text)) return at;
    }
    return none;
  }
  [[nodiscard]] std::uint32_t look_up(json_tokens& from);

  field_names names_;
  std::vector<entry> keys_;  // the first stands for the beginning of a row
  plan::name_table numbers_;
  std::uint64_t row_ = 0;
  std::uint32_t last_ = 0;
};

}  // namespace sudui::ingest
