#pragma once

#include <cstdint>
#include <vector>

#include "syntax/limits.hpp"
#include "text/sink.hpp"
#include "text/source.hpp"
#include "text/tree.hpp"

namespace sudui::syntax {

/// All documents of a YAML stream, in order; documents in which nothing stands are left out. What
/// is wrong is reported; a document with a syntax error is left out, the others are still read.
[[nodiscard]] std::vector<text::tree> read_yaml(const text::sources& files, std::uint32_t file,
                                                text::sink& out, const limits& most = {});

}  // namespace sudui::syntax
