#pragma once

#include <optional>
#include <string_view>

#include <sudui/value.hpp>

#include "ingest/envelope.hpp"
#include "ingest/place.hpp"
#include "model/rule_set.hpp"
#include "text/sink.hpp"
#include "text/tree.hpp"
#include "types/schema.hpp"
#include "types/type.hpp"

namespace sudui::ingest {

/// What a value must be: its type, and the entry of the dictionary that says its unit, range and
/// codes.
struct wanted {
  const types::type& of;
  const model::field* from = nullptr;  // null: nothing but the type is asked
  const text::tree* unit = nullptr;    // of the envelope around it
};

/// Turns what was written into values. What does not fit is reported and becomes unknown; nothing
/// stops the reading of the rest.
class value_reader {
 public:
  explicit value_reader(text::sink& out) : out_(out) {}

  /// A value, unknown where its status says so, or nothing: it was left out or did not fit.
  using said = std::optional<value>;

  /// A field of the profile. A yearly one gives a context of years, or a single value, which is
  /// that of the assessment year.
  [[nodiscard]] said field(const text::tree& what, const types::field_entry& of);

  [[nodiscard]] said read(const text::tree& what, const wanted& as, const place& where);
  /// A mapping from year to value.
  [[nodiscard]] said years(const text::tree& what, const wanted& as, const place& where);

 private:
  [[nodiscard]] said yearly(const text::tree& what, const wanted& as, const place& where);
  [[nodiscard]] said yearly_envelope(const text::tree& what, const wanted& as, const place& where);
  [[nodiscard]] said year_value(const text::tree& what, const wanted& as, const place& where);
  [[nodiscard]] said enveloped(const text::tree& what, const wanted& as, const place& where);
  [[nodiscard]] said bare(const text::tree& what, const wanted& as, const place& where);
  [[nodiscard]] said items(const text::tree& what, const wanted& as, const place& where);
  [[nodiscard]] said members(const text::tree& what, const wanted& as, const place& where);
  [[nodiscard]] said wrong(const text::tree& what, const types::type& of, const place& where);

  text::sink& out_;
};

}  // namespace sudui::ingest
