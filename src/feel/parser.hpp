#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "feel/ast.hpp"
#include "text/excerpt.hpp"
#include "text/sink.hpp"

namespace sudui::feel {

struct parse_options {
  std::uint32_t max_depth = 200;  // nesting; deeper is refused
  std::uint32_t max_nodes = 20'000;
  /// Names in scope that hold spaces or signs; the longest wins.
  std::span<const std::string_view> names{};
};

/// Reads one expression. Never fails: what cannot be read becomes an `error` node and a diagnostic.
[[nodiscard]] expression parse(const text::excerpt& formula, text::sink& out,
                               const parse_options& options = {});

/// Reads unary tests, `"a", "b"`, `[1..5]`, `> 3`, `not(1)`, `-`: a comma list of tests. The root
/// is an `in` node whose first child is a `name` node with the text `?`.
[[nodiscard]] expression parse_tests(const text::excerpt& tests, text::sink& out,
                                     const parse_options& options = {});

}  // namespace sudui::feel
