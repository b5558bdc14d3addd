#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sudui::site {

using attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

/// Writes HTML in order. Every text and attribute is escaped; tags are closed in the order they
/// were opened, so what comes out is well formed whatever goes in.
class html_writer {
 public:
  html_writer& open(std::string_view tag, attributes with = {});
  html_writer& close();
  html_writer& text(std::string_view what);
  /// An element with nothing but text in it.
  html_writer& element(std::string_view tag, std::string_view content, attributes with = {});
  /// An element that has no content and no closing tag: `meta`, `link`, `br`.
  html_writer& lone(std::string_view tag, attributes with = {});
  html_writer& link(std::string_view to, std::string_view content, attributes with = {});
  html_writer& line();  // a line feed between blocks

  /// Everything; whatever is still open is closed.
  [[nodiscard]] std::string take();

 private:
  void start(std::string_view tag, attributes with);

  std::string out_;
  std::vector<std::string> open_;
};

/// `&`, `<`, `>`, quotes as entities; control characters that HTML forbids are left out.
void append_escaped(std::string& out, std::string_view what);

}  // namespace sudui::site
