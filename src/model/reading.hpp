#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "text/messages.hpp"
#include "text/sink.hpp"
#include "text/source.hpp"
#include "text/span.hpp"
#include "text/tree.hpp"

namespace sudui::model {

/// How much one document may ask for. Beyond it there is a diagnostic and the rest is not read.
struct model_limits {
  std::size_t max_formula_bytes = std::size_t{64} << 10;
  std::size_t max_list_items = 100'000;
  std::size_t max_policies = 100'000;
  // What versions may repeat of their policies in all, in bytes; the first few of each are free.
  std::size_t max_repeated_bytes = std::size_t{256} << 20;
  bool has_tests = true;  // false: `test:` documents are passed over
};

class known_formulas;

/// What every reader of this folder is handed: where the texts are and where findings go.
struct reading {
  const text::sources& files;
  text::sink& out;
  model_limits bounds{};
  std::size_t* repeated = nullptr;  // bytes repeated so far, where they are counted
  known_formulas* known = nullptr;  // where formulas of one place are read more than once

  void report(text::message what, text::span where, text::sink::arguments args = {}) const {
    out.report(what, where, std::move(args));
  }
  /// `file:line`, for messages that speak of a second place.
  [[nodiscard]] std::string place(text::span where) const;
};

/// The help that follows an unknown word: the nearest known one, else a list of them; empty, and so
/// no help, when there are none.
[[nodiscard]] std::string suggest(std::string_view wrong, std::span<const std::string_view> known);

/// Whether a tree has the shape; reports `wrong_shape` of `key` when it has not.
[[nodiscard]] bool has_shape(const text::tree& what, text::tree::kind wanted, std::string_view key,
                             const reading& in);

}  // namespace sudui::model
