#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "syntax/limits.hpp"
#include "syntax/plain_yaml.hpp"
#include "text/sink.hpp"
#include "text/source.hpp"
#include "text/tree.hpp"

namespace sudui::syntax {

/// The documents of a plainly written stream, whose events these are. Keys given twice are
/// reported; `std::nullopt` where a limit is exceeded or a name stands within what it names, which
/// the reader by yaml-cpp is to report. The trees view the source.
[[nodiscard]] std::optional<std::vector<text::tree>> trees_of(const plain_stream& plain,
                                                              const text::source& from,
                                                              std::uint32_t file, text::sink& out,
                                                              const limits& most);

}  // namespace sudui::syntax
