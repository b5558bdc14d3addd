#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/excerpt.hpp"
#include "text/span.hpp"

namespace sudui::text {

/// What a YAML or JSON text says, before anyone asks what it means: mappings in the order written
/// (duplicate keys kept, for the reader to refuse), sequences, scalars with their exact text. A
/// scalar that stands in the source as it reads is a view of it: the source outlives the tree.
struct tree {
  enum class kind : std::uint8_t { missing, scalar, sequence, mapping };
  /// How a scalar was written. YAML gives `plain`, `quoted`, `block`; JSON gives the others.
  enum class style : std::uint8_t { plain, quoted, block, number, boolean, null };

  struct entry;
  kind what = kind::missing;
  style how = style::plain;
  span where;
  excerpt scalar;
  std::vector<tree> items;
  std::vector<entry> entries;

  [[nodiscard]] bool is_scalar() const noexcept { return what == kind::scalar; }
  [[nodiscard]] bool is_sequence() const noexcept { return what == kind::sequence; }
  [[nodiscard]] bool is_mapping() const noexcept { return what == kind::mapping; }
  /// YAML null: a plain `null`, `~` or nothing; JSON null.
  [[nodiscard]] bool is_null() const noexcept;
  [[nodiscard]] std::string_view text() const noexcept { return scalar.text(); }
  /// The value of the first entry of that name, or nullptr.
  [[nodiscard]] const tree* find(std::string_view key) const noexcept;
};

struct tree::entry {
  std::string key;
  span key_where;
  tree value;
};

}  // namespace sudui::text
