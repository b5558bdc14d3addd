#pragma once

#include <cstdint>
#include <string_view>

#include "ingest/place.hpp"
#include "text/sink.hpp"
#include "text/tree.hpp"
#include "types/type.hpp"

namespace sudui::ingest {

/// What the sender says of a value: `missing` and `conflict` are unknown, `not_applicable` is null.
enum class value_status : std::uint8_t { known, missing, conflict, not_applicable };

/// What may stand in an envelope.
inline constexpr std::string_view envelope_keys[] = {"value",       "unit",        "period",
                                                     "source_dept", "observed_at", "status"};

/// A value with what travels beside it: `{value: 5000, unit: 万元, period: 2021, status: known}`.
struct envelope {
  value_status status = value_status::known;
  const text::tree* held = nullptr;  // the value; nullptr when the status says there is none
  const text::tree* unit = nullptr;
  const text::tree* period = nullptr;
};

/// Whether a mapping is an envelope around a value of this type, and not a record of its own.
[[nodiscard]] bool is_envelope(const text::tree& what, const types::type& of);

/// Opens an envelope; a key or status word that is none is reported.
[[nodiscard]] envelope open_envelope(const text::tree& what, const place& where, text::sink& out);

}  // namespace sudui::ingest
