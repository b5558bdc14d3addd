#pragma once

#include <string>

#include <sudui/value.hpp>

#include "ingest/place.hpp"
#include "ingest/value_reader.hpp"
#include "text/sink.hpp"
#include "text/tree.hpp"

namespace sudui::ingest {

/// A number, string, boolean, date or duration; unknown, with a report, where it does not fit.
[[nodiscard]] value scalar_of(const text::tree& what, const wanted& as, const place& where,
                              text::sink& out);

/// What stands there, for messages, in both languages: the text `abc`, the number `5`, a list.
[[nodiscard]] std::string description_of(const text::tree& what);
/// What is asked for, for messages, in both languages: a number, a list.
[[nodiscard]] std::string description_of(const types::type& of);

}  // namespace sudui::ingest
