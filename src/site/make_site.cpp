// Every page in both languages. Names of pages come from ids of policies, which are paths of lower
// case words, and from words and codes of the rules, so they need no escaping and cannot leave the
// folder.
//
// Tested by tests/unit/site/make_site_test.cpp and, in a browser, by tests/site/browser.sh.
#include <array>

#include <sudui/site.hpp>

#include "site/catalogue.hpp"
#include "site/frame.hpp"
#include "site/index_pages.hpp"
#include "site/policy_page.hpp"
#include "site/style.hpp"

namespace sudui {
inline namespace v1 {

std::vector<site_page> make_site(const matcher& by) {
  const site::catalogue all(by);
  std::vector<site_page> made;
  made.push_back({"index.html", site::start_page(all)});
  made.push_back({"style.css", std::string(site::style_sheet())});
  for (const language speaks : std::array{language::zh, language::en}) {
    const std::string folder = std::string(site::folder_of(speaks)) + "/";
    site::page_place at{all, speaks, "index.html"};
    made.push_back({folder + at.path, site::index_page(at)});
    for (const site::facet& facet : all.facets) {
      for (const site::facet::value& each : facet.values) {
        at.path = site::facet_path(facet, each);
        made.push_back({folder + at.path, site::list_page(at, facet, each)});
      }
    }
    for (const site::entry& each : all.entries) {
      at.path = site::policy_path(*each.of);
      made.push_back({folder + at.path, site::policy_page(at, each)});
    }
  }
  return made;
}

}  // namespace v1
}  // namespace sudui
