#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <sudui/value.hpp>

#include "model/reading.hpp"
#include "model/rule_set.hpp"
#include "model/words.hpp"

namespace sudui::model {

/// Reads one mapping key by key. Keys asked for become known; `finish` reports the required keys
/// that are absent and every key nobody asked for, and suggests one that was asked for. A key whose
/// value is null counts as not given.
class mapping_reader {
 public:
  /// `what` is the key the mapping stands under, for messages. Not a mapping: reported once, and
  /// every key reads as absent without further complaint.
  mapping_reader(const text::tree& from, std::string_view what, const reading& in);

  [[nodiscard]] const text::tree* get(std::string_view key);
  /// The same, reporting `missing_key` when it is not there.
  const text::tree* require(std::string_view key);
  /// Reports, with the next `finish`, that `key` is absent; not if it is merely misspelt.
  void report_absent(std::string_view key, text::message how);
  /// Makes keys known that somebody else reads.
  void allow(std::initializer_list<std::string_view> keys);
  [[nodiscard]] bool has(std::string_view key) { return get(key) != nullptr; }

  // Values by kind; absent or unreadable ones are empty.
  [[nodiscard]] name name_of(std::string_view key);
  [[nodiscard]] name required_name(std::string_view key);
  [[nodiscard]] std::string text_of(std::string_view key) { return name_of(key).text; }
  [[nodiscard]] std::vector<name> names_of(std::string_view key);
  [[nodiscard]] bool flag(std::string_view key);
  [[nodiscard]] std::optional<std::int32_t> whole(std::string_view key);
  [[nodiscard]] std::optional<decimal> number(std::string_view key);
  [[nodiscard]] localized texts(std::string_view key);
  /// The keys `zh` and `en` of this mapping; warns when one or both are missing.
  [[nodiscard]] localized label();
  /// The same where a text may be left out altogether.
  [[nodiscard]] localized optional_label();
  /// The mapping's list below `key`: its items, none when it is no list or too long.
  [[nodiscard]] const std::vector<text::tree>& items(std::string_view key);
  [[nodiscard]] window days();  // of the keys `from` and `to`

  template <class Enum>
  [[nodiscard]] Enum word(std::string_view key, Enum otherwise) {
    const text::tree* found = get(key);
    if (found == nullptr || !has_shape(*found, text::tree::kind::scalar, key, in_))
      return otherwise;
    const auto meaning = meaning_of<Enum>(found->text());
    if (!meaning) report_word(*found, key, all_words<Enum>());
    return meaning.value_or(otherwise);
  }

  /// Reports `first` and `second` standing side by side; true if they do.
  bool refuse_both(std::string_view first, std::string_view second);
  /// Reports `key` where the key it needs is absent.
  void refuse_alone(std::string_view key, std::string_view needed);

  void finish();

  /// The mapping's first key: where a message about the whole points.
  [[nodiscard]] text::span place() const noexcept;
  [[nodiscard]] text::span key_place(std::string_view key) const;
  [[nodiscard]] const text::tree& tree() const noexcept { return from_; }
  [[nodiscard]] const reading& in() const noexcept { return in_; }

 private:
  void report_word(const text::tree& wrong, std::string_view key,
                   const std::vector<std::string_view>& known) const;

  struct known_key {
    std::string_view key;  // a literal of the reader
    bool is_allowed;       // else asked for, perhaps more than once
  };
  [[nodiscard]] std::size_t position_of(std::string_view key) const noexcept;
  [[nodiscard]] bool is_known(std::string_view key) const noexcept;
  [[nodiscard]] std::vector<std::string_view> known_keys() const;
  struct absence_report {
    std::string_view key;
    text::message how;
  };
  const text::tree& from_;
  const reading& in_;
  static constexpr std::size_t most_marked = 64;
  std::size_t size_;    // of the entries
  std::size_t marked_;  // of those that are marked, the first
  std::vector<known_key> known_;
  // Of the marked: length and first letter of each key, which tell most of them apart, and which
  // have been asked for, a bit each.
  std::array<std::uint16_t, most_marked> marks_{};
  std::uint64_t found_ = 0;
  std::vector<absence_report> absent_;
  bool is_mapping_;
};

}  // namespace sudui::model
