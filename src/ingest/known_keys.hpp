#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>

#include "ingest/field_names.hpp"
#include "ingest/json_tokens.hpp"
#include "plan/plan.hpp"

namespace sudui::ingest {

/// A key that rows of a stream have had.
struct known_key {
  static constexpr std::uint32_t no_field = UINT32_MAX;

  key_mark mark;
  known_key* next = nullptr;            // that followed it when it was looked up last
  known_key* first_of_field = nullptr;  // the first key that names the same field, or itself
  std::uint64_t row = 0;                // where it, or another name of its field, stood last
  std::uint32_t field = no_field;       // by name, alias or label
  std::uint32_t lane = 0;               // the field, or where there is none how many there are
  bool is_told = false;                 // that it is unknown
};

/// The keys that rows of a stream have had, each with the key that followed it: the next row tends
/// to have the same ones in the same order, so that most are found by one comparison of bytes.
class known_keys {
 public:
  explicit known_keys(const types::schema& dictionary);
  known_keys(known_keys&&) = default;
  known_keys& operator=(known_keys&&) = default;
  known_keys(const known_keys&) = delete;  // keys view its own texts
  known_keys& operator=(const known_keys&) = delete;
  ~known_keys() = default;

  void start_row() noexcept {
    ++row_;
    last_ = begin_;
  }
  /// Passes a key and its colon. Null where it is not plain, stands in the row for the second time
  /// (or another name of its field does), or there are too many different ones.
  [[nodiscard]] known_key* take(json_tokens& from) {
    auto* found = guess([&](const key_mark& mark) { return from.take_key(mark); });
    if (found == nullptr) found = look_up(from);
    if (found == nullptr || !is_first(*found)) return nullptr;
    pass(*found);
    return found;
  }
  /// The key that stands there, where it is one of the next; nothing is passed.
  [[nodiscard]] known_key* expected(const plain_entry& at) const noexcept {
    auto* const found =
        guess([&](const key_mark& mark) { return mark.stands_at(at.key, at.key_size); });
    return found != nullptr && is_first(*found) ? found : nullptr;
  }
  /// The key stands in the row.
  void pass(known_key& key) noexcept {
    key.first_of_field->row = row_;
    last_ = &key;
  }

 private:
  static constexpr std::size_t most = 10'000;
  static constexpr int most_guesses = 4;  // keys in sequence that a row may leave out

  [[nodiscard]] bool is_first(const known_key& key) const noexcept {
    return key.first_of_field->row != row_;
  }
  template <class Stands>
  [[nodiscard]] known_key* guess(Stands&& stands) const noexcept {
    auto* at = last_->next;
    for (int i = 0; i < most_guesses && at != nullptr; ++i, at = at->next) {
      if (stands(at->mark)) return at;
    }
    return nullptr;
  }
  [[nodiscard]] known_key* look_up(json_tokens& from);
  [[nodiscard]] std::uint32_t add(std::string_view key);

  field_names names_;
  std::uint32_t fields_;
  std::deque<known_key>
      keys_;  // the first stands for the beginning of a row; all stay where they are
  std::deque<std::string> texts_;  // that marks view
  plan::name_table numbers_;
  std::uint64_t row_ = 0;
  known_key* begin_;
  known_key* last_;
};

}  // namespace sudui::ingest
