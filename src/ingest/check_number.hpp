#pragma once

#include <optional>

#include <sudui/decimal.hpp>

#include "ingest/place.hpp"
#include "ingest/value_reader.hpp"
#include "text/sink.hpp"
#include "text/span.hpp"

namespace sudui::ingest {

/// A number as written, brought into the base unit of its field and checked against its range;
/// nullopt, with a report, where unit or range do not fit.
[[nodiscard]] std::optional<decimal> check_number(const decimal& written, const wanted& as,
                                                  text::span at, const place& where,
                                                  text::sink& out);

}  // namespace sudui::ingest
