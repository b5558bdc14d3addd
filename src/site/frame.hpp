#pragma once

#include <string>
#include <string_view>

#include <sudui/text.hpp>

#include "site/catalogue.hpp"
#include "site/html_writer.hpp"

namespace sudui::site {

/// Where a page stands and in which language it is.
struct page_place {
  const catalogue& in;
  language speaks = language::zh;
  std::string path;  // below the folder of the language: `policies/national/hnte-15.html`

  [[nodiscard]] std::string_view say(std::string_view zh, std::string_view en) const {
    return speaks == language::zh ? zh : en;
  }
  /// The relative address of a page of the same language.
  [[nodiscard]] std::string to(std::string_view other) const;
  /// The way up to the top of the site, `../../`.
  [[nodiscard]] std::string up() const;
};

[[nodiscard]] std::string_view folder_of(language speaks);
[[nodiscard]] std::string policy_path(const policy& of);
[[nodiscard]] std::string facet_path(const facet& of, const facet::value& which);

/// Head of the document and of the page, up to the opened `main`.
void open_page(html_writer& out, const page_place& at, std::string_view title);
/// The foot: which rules, which day, and what a reader must not take the page for.
void close_page(html_writer& out, const page_place& at);

}  // namespace sudui::site
