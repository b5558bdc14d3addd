// Literals of an expression as inputs: what was a constant is then computed while matching.
#pragma once

#include <vector>

#include "api/evaluate.hpp"
#include "feel/ast.hpp"

namespace sudui::conformance {

/// Puts a name in the place of every literal of the tree and adds the variable that it names. Null
/// stays (it has no type to be an input of), and so does what cannot be read as a value.
void lift(feel::expression& tree, std::vector<api::variable>& into);

}  // namespace sudui::conformance
