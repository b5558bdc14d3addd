#pragma once

#include <string>

#include "site/frame.hpp"

namespace sudui::site {

/// The start page of a language: the ways to look for a policy, and all of them.
[[nodiscard]] std::string index_page(const page_place& at);
/// The policies of one value of a facet.
[[nodiscard]] std::string list_page(const page_place& at, const facet& of,
                                    const facet::value& which);
/// The page at the top of the site, which leads to both languages.
[[nodiscard]] std::string start_page(const catalogue& of);

}  // namespace sudui::site
