#pragma once

#include <cstdint>

#include <sudui/profile.hpp>

#include "text/sink.hpp"
#include "text/source.hpp"
#include "text/tree.hpp"

namespace sudui::ingest {

/// The one value that a JSON or YAML text says; of the kind `missing` where there is none. A second
/// YAML document is reported.
[[nodiscard]] text::tree read_text(const text::sources& files, std::uint32_t file,
                                   profile_format format, text::sink& out);

}  // namespace sudui::ingest
