#pragma once

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

  /// A field of the profile. A yearly one gives a context of years, or a single value, which is
  /// that of the assessment year.
  [[nodiscard]] value field(const text::tree& what, const types::field_entry& of);

  [[nodiscard]] value read(const text::tree& what, const wanted& as, const place& where);
  /// A mapping from year to value.
  [[nodiscard]] value years(const text::tree& what, const wanted& as, const place& where);

 private:
  [[nodiscard]] value yearly(const text::tree& what, const wanted& as, const place& where);
  [[nodiscard]] value yearly_envelope(const text::tree& what, const wanted& as, const place& where);
  [[nodiscard]] value year_value(const text::tree& what, const wanted& as, const place& where);
  [[nodiscard]] value enveloped(const text::tree& what, const wanted& as, const place& where);
  [[nodiscard]] value bare(const text::tree& what, const wanted& as, const place& where);
  [[nodiscard]] value items(const text::tree& what, const wanted& as, const place& where);
  [[nodiscard]] value members(const text::tree& what, const wanted& as, const place& where);
  [[nodiscard]] value wrong(const text::tree& what, const types::type& of, const place& where);

  text::sink& out_;
};

}  // namespace sudui::ingest
