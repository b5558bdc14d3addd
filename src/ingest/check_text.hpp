#pragma once

#include <string>

#include "ingest/place.hpp"
#include "model/rule_set.hpp"
#include "text/sink.hpp"
#include "text/span.hpp"

namespace sudui::ingest {

/// Checks a text against the codes and the shape its field asks for, and completes it where that is
/// safe
/// (`3841` is the industry `C3841`). False where it cannot be used.
[[nodiscard]] bool check_text(std::string& held, const model::field& from, text::span at,
                              const place& where, text::sink& out);

}  // namespace sudui::ingest
