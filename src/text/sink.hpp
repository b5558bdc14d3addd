#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <vector>

#include <sudui/diagnostic.hpp>

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
  /// differs by language is given as "zh|en" through `both`.
  void report(message what, span where, arguments args = {});

  [[nodiscard]] bool has_errors() const noexcept { return errors_ != 0; }
  [[nodiscard]] std::size_t errors() const noexcept { return errors_; }

  /// Rendered findings, ordered by file name, place and severity; at most `limit`, then one note
  /// that says how many were left out.
  [[nodiscard]] diagnostics render(const sources& files, std::size_t limit = 1000) const;

 private:
  struct finding {
    message what;
    span where;
    arguments args;
  };
  std::vector<finding> found_;
  std::size_t errors_ = 0;
};

/// An argument with a text per language.
[[nodiscard]] std::string both(std::string_view zh, std::string_view en);

}  // namespace sudui::text
