#include "score.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>
#include <iostream>
#include <set>

namespace sudui::conformance {

namespace {

std::string cell_of(const scores& from, const std::string& name) {
  const auto found = from.find(name);
  if (found == from.end()) return "-";
  const auto& held = found->second;
  return fmt::format("{:4}/{:<4} {:6.2f} %  {} failed, {} refused", held.passed, held.total(),
                     held.percent(), held.failed, held.refused);
}

boost::json::object json_of(const scores& from) {
  boost::json::object made;
  for (const auto& [name, held] : from) {
    made[name] = boost::json::object{{"passed", held.passed},
                                     {"failed", held.failed},
                                     {"refused", held.refused},
                                     {"total", held.total()}};
  }
  return made;
}

bool holds(const floor_asked& floor, const scores& in, const char* how) {
  const auto found = in.find(floor.name);
  if (found == in.end()) {
    std::cout << fmt::format("floor {}: {} has no such cases\n", floor.name, how);
    return false;
  }
  if (found->second.percent() >= floor.percent) return true;
  std::cout << fmt::format("floor {}={}: {} reaches {:.2f} %\n", floor.name, floor.percent, how,
                           found->second.percent());
  return false;
}

}  // namespace

void print_table(const scores& written, const scores& lifted) {
  std::set<std::string> names;
  for (const auto& each : written) names.insert(each.first);
  for (const auto& each : lifted) names.insert(each.first);
  std::cout << fmt::format("{:24} {:42} {}\n", "", "written", "lifted");
  for (const auto& name : names) {
    std::cout << fmt::format("{:24} {:42} {}\n", name, cell_of(written, name),
                             cell_of(lifted, name));
  }
}

void print_summary(const scores& written, const scores& lifted, bool held) {
  const boost::json::object made{
      {"written", json_of(written)}, {"lifted", json_of(lifted)}, {"floors_hold", held}};
  std::cout << boost::json::serialize(made) << "\n";
}

bool hold(const std::vector<floor_asked>& floors, const scores& written, const scores& lifted) {
  bool all = true;
  for (const auto& each : floors) {
    all = holds(each, written, "written") && all;
    all = holds(each, lifted, "lifted") && all;
  }
  return all;
}

}  // namespace sudui::conformance
