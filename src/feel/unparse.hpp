#pragma once

#include <string>

#include "feel/ast.hpp"

namespace sudui::feel {

/// The expression as FEEL text with no more brackets than it needs; reading it again gives the same
/// tree. The expression must hold no `error` nodes.
[[nodiscard]] std::string unparse(const expression& tree);
/// The same for a part of it.
[[nodiscard]] std::string unparse(const expression& tree, node_id part);
/// The tests below the root, which `parse_tests` has made: `"a", > 5`.
[[nodiscard]] std::string unparse_tests(const expression& tree);

}  // namespace sudui::feel
