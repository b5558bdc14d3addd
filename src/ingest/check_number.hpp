#pragma once

#include <optional>
#include <string_view>

#include <sudui/decimal.hpp>

#include "ingest/place.hpp"
#include "ingest/value_reader.hpp"
#include "text/sink.hpp"
#include "text/span.hpp"
#include "text/tree.hpp"

namespace sudui::ingest {

/// A number as written, brought into the base unit of its field and checked against its range;
/// nullopt, with a report, where unit or range do not fit.
[[nodiscard]] std::optional<decimal> check_number(const decimal& written, const wanted& as,
                                                  text::span at, const place& where,
                                                  text::sink& out);

/// Whether numbers of the field may be given in that unit; a report where they may not. `of` is
/// nothing where the values are no numbers.
bool check_unit(const text::tree& said, const model::field* of, std::string_view name,
                text::sink& out);

}  // namespace sudui::ingest
