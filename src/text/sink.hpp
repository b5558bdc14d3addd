#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <sudui/diagnostic.hpp>

#include "text/finding.hpp"
#include "text/messages.hpp"
#include "text/source.hpp"
#include "text/span.hpp"

namespace sudui::text {

/// Collects what the stages find. A finding is a message of the catalogue with its arguments;
/// the same message at the same place with the same arguments is kept once.
class sink {
 public:
  using arguments = std::vector<std::string>;

  /// `{0}`, `{1}`, ... of the catalogue's texts are the arguments, in order. An argument that
  /// differs by language is given through `both`. A help text that names an argument which is
  /// empty or not given is left out: pass "" where there is nothing to suggest.
  void report(message what, span where, arguments args = {});

  [[nodiscard]] bool has_errors() const noexcept { return errors_ != 0; }
  [[nodiscard]] std::size_t errors() const noexcept { return errors_; }
  [[nodiscard]] bool empty() const noexcept { return found_.empty(); }
  void clear() noexcept;

  /// Rendered findings, ordered by file name, place and severity; at most `limit` (errors are kept
  /// before warnings), then one note that says how many were left out.
  [[nodiscard]] diagnostics render(const sources& files, std::size_t limit = 1000) const;

 private:
  std::set<finding> found_;
  std::size_t errors_ = 0;
};

/// An argument with a text per language.
[[nodiscard]] std::string both(std::string_view zh, std::string_view en);

}  // namespace sudui::text
