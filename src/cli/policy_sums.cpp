// What the decisions of a part came to, as the manifest keeps it, so that the statistics of a run
// that was gone on with are those of a run that nothing ended. Sums are exact: what is added up
// here again is what was counted, digit by digit.
//
// Tested by tests/unit/cli/policy_sums_test.cpp and tests/cli/resume.sh.
#include <algorithm>
#include <boost/json.hpp>

#include "api/bound.hpp"
#include "cli/policy_summary.hpp"

namespace sudui::cli {
namespace {

namespace json = boost::json;

std::optional<std::uint64_t> count_in(const json::object& from, std::string_view name) {
  const json::value* held = from.if_contains(name);
  const std::int64_t* whole = held == nullptr ? nullptr : held->if_int64();
  if (whole == nullptr || *whole < 0) return std::nullopt;
  return static_cast<std::uint64_t>(*whole);
}

std::string_view text_in(const json::object& from, std::string_view name) {
  const json::value* held = from.if_contains(name);
  const json::string* text = held == nullptr ? nullptr : held->if_string();
  return text == nullptr ? std::string_view() : std::string_view(*text);
}

const json::object* object_in(const json::object& from, std::string_view name) {
  const json::value* held = from.if_contains(name);
  return held == nullptr ? nullptr : held->if_object();
}

const benefit* find_benefit(const policy_version& in, std::string_view id) {
  const auto found = std::find_if(in.benefits.begin(), in.benefits.end(),
                                  [&](const benefit& each) { return each.id == id; });
  return found == in.benefits.end() ? nullptr : &*found;
}

}  // namespace

std::string policy_summary::to_part() const {
  report::json_writer out;
  out.open_array();
  for (const line& each : lines_) {
    out.open_object().key("policy").text(each.of->id).key("eligible").whole(each.eligible);
    out.key("undetermined").whole(each.undetermined).key("ineligible").whole(each.ineligible);
    out.key("sums").open_object();
    for (const auto& [id, sum] : each.sums) out.key(id).text(sum.granted.to_string());
    out.close_object().key("left").open_object();
    for (const auto& [id, sum] : each.sums) out.key(id).text(sum.left.to_string());
    out.close_object().key("not_exact").whole(each.without_sum);
    out.key("left_not_exact").whole(each.without_left).close_object();
  }
  out.close_array();
  return out.take();
}

bool policy_summary::add_part(std::string_view text, const matcher& by) {
  json::error_code failed;
  const json::value read = json::parse(text, failed);
  const json::array* all = failed ? nullptr : read.if_array();
  const auto& planned = by.held().planned->policies;
  if (all == nullptr || (!all->empty() && all->size() != planned.size())) return false;
  policy_summary made;
  for (std::size_t i = 0; i < all->size(); ++i) {
    const policy& of = by.rules().policies()[planned[i].index];
    const json::object* held = (*all)[i].if_object();
    if (held == nullptr || text_in(*held, "policy") != of.id) return false;
    if (!made.add_line(*held, of, of.versions[planned[i].version])) return false;
  }
  add(made);
  return true;
}

bool policy_summary::add_line(const json::object& from, const policy& of,
                              const policy_version& version) {
  const auto eligible = count_in(from, "eligible");
  const auto undetermined = count_in(from, "undetermined");
  const auto ineligible = count_in(from, "ineligible");
  const auto without_sum = count_in(from, "not_exact");
  const auto without_left = count_in(from, "left_not_exact");
  const json::object* sums = object_in(from, "sums");
  const json::object* left = object_in(from, "left");
  if (!eligible || !undetermined || !ineligible || !without_sum || !without_left) return false;
  if (sums == nullptr || left == nullptr || sums->size() != left->size()) return false;
  line made{&of, *eligible, *undetermined, *ineligible, {}, *without_sum, *without_left};
  for (const auto& each : *sums) {
    const benefit* what = find_benefit(version, each.key());
    const auto granted = decimal::parse(text_in(*sums, each.key()));
    const auto rest = decimal::parse(text_in(*left, each.key()));
    if (what == nullptr || !granted || !rest) return false;
    made.sums[what->id] = {what, *granted, *rest};
  }
  lines_.push_back(std::move(made));
  return true;
}

}  // namespace sudui::cli
