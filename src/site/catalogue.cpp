// Tested by tests/unit/site/catalogue_test.cpp.
#include "site/catalogue.hpp"

#include <algorithm>
#include <limits>
#include <set>
#include <tuple>

#include "report/version_changes.hpp"
#include "report/words.hpp"

namespace sudui::site {
namespace {

localized spoken(std::string_view word) {
  return {std::string(report::spoken(word, language::zh)),
          std::string(report::spoken(word, language::en))};
}

date day_for(const policy& of, const matcher& by) {
  using namespace std::chrono;
  return of.timing == "year" ? date(std::chrono::year(by.year()), December, std::chrono::day(31))
                             : by.as_of();
}

entry entry_of(const policy& of, const matcher& by) {
  entry made;
  made.of = &of;
  const date day = day_for(of, by);
  made.shown = report::version_to_show(of, day);
  made.is_in_force = made.shown != nullptr && made.shown->days.holds(day);
  for (const policy_version& each : of.versions) {
    if (each.days.from && day < *each.days.from) made.is_to_come = true;
  }
  if (made.shown != nullptr) made.evidence = report::evidence_of(*made.shown);
  return made;
}

/// Collects the entries of each value, in the order of first sight or of a list of words.
class facet_maker {
 public:
  facet_maker(std::string id, localized title) {
    made_.id = std::move(id);
    made_.title = std::move(title);
  }

  void words(std::initializer_list<std::string_view> all) {
    for (const std::string_view each : all)
      made_.values.push_back({std::string(each), spoken(each), {}});
  }

  void add(const std::string& id, const localized& label, const entry& what) {
    auto found = std::find_if(made_.values.begin(), made_.values.end(),
                              [&](const facet::value& each) { return each.id == id; });
    if (found == made_.values.end()) found = made_.values.insert(found, {id, label, {}});
    if (found->entries.empty() || found->entries.back() != &what) found->entries.push_back(&what);
  }

  // The fullest first, for values that have no order of their own.
  void sort_by_size() {
    std::stable_sort(made_.values.begin(), made_.values.end(), [](const auto& a, const auto& b) {
      return a.entries.size() > b.entries.size();
    });
  }

  [[nodiscard]] facet take() {
    std::erase_if(made_.values, [](const facet::value& each) { return each.entries.empty(); });
    return std::move(made_);
  }

 private:
  facet made_;
};

facet by_level(const std::vector<entry>& all) {
  facet_maker made("level", {"层级", "Level"});
  made.words({"national", "province", "city", "district"});
  for (const entry& each : all) made.add(each.of->level, spoken(each.of->level), each);
  return made.take();
}

facet by_redemption(const std::vector<entry>& all) {
  facet_maker made("redemption", {"兑现方式", "How it is had"});
  made.words({"direct", "confirm", "apply", "self"});
  for (const entry& each : all) {
    made.add(each.shown->redemption, spoken(each.shown->redemption), each);
  }
  return made.take();
}

facet by_kind(const std::vector<entry>& all) {
  facet_maker made("kind", {"待遇种类", "Kind of benefit"});
  made.words({"cash", "tax", "deduction", "rate", "deferral", "right", "voucher", "in-kind", "loan",
              "recognition"});
  for (const entry& each : all) {
    for (const benefit& one : each.shown->benefits) made.add(one.kind, spoken(one.kind), each);
  }
  return made.take();
}

facet by_state(const std::vector<entry>& all) {
  facet_maker made("state", {"效力", "In force"});
  for (const entry& each : all) {
    if (each.is_in_force) {
      made.add("in-force", {"现行有效", "in force"}, each);
    } else if (each.is_to_come) {
      made.add("to-come", {"尚未生效", "not yet in force"}, each);
    } else {
      made.add("ended", {"已失效", "ended"}, each);
    }
  }
  return made.take();
}

facet by_evidence(const std::vector<entry>& all) {
  facet_maker made("evidence", {"依据等级", "Evidence"});
  made.words({"verified-text", "verified-secondary", "general-knowledge", "seed-only"});
  for (const entry& each : all) {
    made.add(each.evidence,
             each.evidence == "illustrative" ? localized{"示例条款", "illustrative"}
                                             : spoken(each.evidence),
             each);
  }
  return made.take();
}

// The departments whose data a policy in force reads.
facet by_department(const std::vector<entry>& all) {
  facet_maker made("department", {"数据部门", "Departments whose data it needs"});
  for (const entry& each : all) {
    if (each.ready == nullptr) continue;
    for (const policy_input& input : each.ready->inputs) {
      if (!input.what->holder.empty()) made.add(input.what->holder, input.what->holder_label, each);
    }
  }
  made.sort_by_size();
  return made.take();
}

// Authorities are texts; numbers serve as names of their pages.
facet by_authority(const std::vector<entry>& all) {
  facet_maker made("authority", {"发布部门", "Authority"});
  std::map<std::string, std::string> numbers;
  for (const entry& each : all) {
    if (each.of->authority.zh.empty()) continue;
    const auto [found, is_new] =
        numbers.emplace(each.of->authority.zh, std::to_string(numbers.size() + 1));
    made.add(found->second, each.of->authority, each);
  }
  made.sort_by_size();
  return made.take();
}

}  // namespace

catalogue::catalogue(const matcher& on) : by(on), ready(readiness_of(on)) {
  for (const policy& each : by.rules().policies()) {
    entry made = entry_of(each, by);
    if (made.shown == nullptr) continue;
    const auto found = std::find_if(ready.begin(), ready.end(),
                                    [&](const policy_readiness& one) { return one.of == &each; });
    if (found != ready.end()) made.ready = &*found;
    entries.push_back(std::move(made));
  }
  std::stable_sort(entries.begin(), entries.end(), [](const entry& a, const entry& b) {
    const auto number = [](const entry& of) {
      return of.of->entry.value_or(std::numeric_limits<std::int32_t>::max());
    };
    return std::tuple(number(a), a.of->id) < std::tuple(number(b), b.of->id);
  });
  facets = {by_level(entries),     by_redemption(entries), by_kind(entries), by_department(entries),
            by_authority(entries), by_evidence(entries),   by_state(entries)};
}

}  // namespace sudui::site
