#pragma once

#include <map>
#include <string>
#include <vector>

#include <sudui/matcher.hpp>
#include <sudui/readiness.hpp>

namespace sudui::site {

/// A policy as the pages show it: the version of the day, else the last one.
struct entry {
  const policy* of = nullptr;
  const policy_version* shown = nullptr;
  const policy_readiness* ready = nullptr;  // null where it is not in force
  bool is_in_force = false;
  bool is_to_come = false;
  std::string evidence;
};

/// One way of listing policies: by level, by kind of benefit ...
struct facet {
  std::string id;  // part of the path
  localized title;
  struct value {
    std::string id;
    localized label;
    std::vector<const entry*> entries;
  };
  std::vector<value> values;
};

struct catalogue {
  explicit catalogue(const matcher& on);
  catalogue(const catalogue&) = delete;
  catalogue& operator=(const catalogue&) = delete;

  const matcher& by;
  std::vector<policy_readiness> ready;
  std::vector<entry> entries;  // by number in the list, then by id
  std::vector<facet> facets;
};

}  // namespace sudui::site
