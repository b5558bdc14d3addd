#pragma once

/// The catalogue of a rule set as a static site: plain HTML and one style sheet, no script, nothing
/// from elsewhere, in Chinese and English.

#include <string>
#include <vector>

#include <sudui/export.hpp>
#include <sudui/matcher.hpp>

namespace sudui {
inline namespace v1 {

/// One file of the site. `path` is relative, with forward slashes, and stays below its folder.
struct site_page {
  std::string path;
  std::string content;
};

/// The whole catalogue, as it stands on the day of the matcher: an index and lists by level, kind,
/// way of redemption, department, authority and evidence, and a page for each policy. Every text of
/// the rules is escaped. Equal rules and days give equal bytes. O(rules).
[[nodiscard]] SUDUI_API std::vector<site_page> make_site(const matcher& by);

}  // namespace v1
}  // namespace sudui
