#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "syntax/limits.hpp"
#include "text/sink.hpp"
#include "text/source.hpp"
#include "text/tree.hpp"

namespace sudui::syntax {

/// All documents of a YAML stream, in order; documents in which nothing stands are left out. What
/// is wrong is reported; a document with a syntax error is left out, the others are still read.
/// Documents whose first key is `leave_out` may be passed over, whatever else they hold.
[[nodiscard]] std::vector<text::tree> read_yaml(const text::sources& files, std::uint32_t file,
                                                text::sink& out, const limits& most = {},
                                                std::string_view leave_out = {});

}  // namespace sudui::syntax
