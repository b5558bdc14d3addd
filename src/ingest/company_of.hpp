#pragma once

#include <sudui/profile.hpp>

#include "ingest/field_names.hpp"
#include "text/sink.hpp"
#include "text/tree.hpp"

namespace sudui::ingest {

/// A mapping of field names to values, checked against the dictionary. Values that do not fit and
/// unknown names are reported and left out.
[[nodiscard]] profile company_of(const text::tree& what, field_names& names, text::sink& out);

}  // namespace sudui::ingest
