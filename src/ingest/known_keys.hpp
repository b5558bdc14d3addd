#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
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
  known_keys(known_keys&&) = default;
  known_keys& operator=(known_keys&&) = default;
  known_keys(const known_keys&) = delete;  // marks view its own texts
  known_keys& operator=(const known_keys&) = delete;
  ~known_keys() = default;

  void start_row() noexcept;
  /// Passes a key and its colon and gives its number, or `none` where it is not plain, stands in
  /// the row for the second time (or another name of its field does), or there are too many
  /// different ones.
  [[nodiscard]] std::uint32_t take(json_tokens& from) {
    auto found = guess([&](const key_mark& mark) { return from.take_key(mark); });
    if (found == none) found = look_up(from);
    if (found == none || !is_first(found)) return none;
    pass(found);
    return found;
  }
  /// The key that stands there, where it is one of the next; nothing is passed.
  [[nodiscard]] std::uint32_t expected(const plain_entry& at) const noexcept {
    const auto found =
        guess([&](const key_mark& mark) { return mark.stands_at(at.key, at.readable); });
    return found != none && is_first(found) ? found : none;
  }
  /// The key stands in the row.
  void pass(std::uint32_t key) noexcept {
    keys_[keys_[key].first_of_field].row = row_;
    last_ = key;
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
    key_mark mark;
    std::uint32_t field = none, next = none;
    std::uint32_t first_of_field = 0;  // the first key that names the same field, or itself
    bool is_told = false;
    std::uint64_t row = 0;  // where it, or another name of its field, stood last
  };
  [[nodiscard]] bool is_first(std::uint32_t key) const noexcept {
    return keys_[keys_[key].first_of_field].row != row_;
  }
  template <class Stands>
  [[nodiscard]] std::uint32_t guess(Stands&& stands) const noexcept {
    auto at = keys_[last_].next;
    for (int i = 0; i < most_guesses && at != none; ++i, at = keys_[at].next) {
      if (stands(keys_[at].mark)) return at;
    }
    return none;
  }
  [[nodiscard]] std::uint32_t look_up(json_tokens& from);
  [[nodiscard]] std::uint32_t add(std::string_view key);

  field_names names_;
  std::vector<entry> keys_;        // the first stands for the beginning of a row
  std::deque<std::string> texts_;  // that marks view
  plan::name_table numbers_;
  std::uint64_t row_ = 0;
  std::uint32_t last_ = 0;
};

}  // namespace sudui::ingest
