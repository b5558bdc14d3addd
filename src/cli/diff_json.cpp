// Tested by tests/cli/diff.sh.
#include "cli/diff_report.hpp"
#include "report/json_parts.hpp"

namespace sudui::cli {
namespace {

void write_side(report::json_writer& out, const diff_side& side) {
  out.open_object().key("title");
  report::write(out, side.by.rules().title());
  out.key("version").text(side.by.rules().version()).key("digest");
  out.text(side.by.rules().digest()).key("as_of").text(to_string(side.by.as_of()));
  out.key("year").whole(side.by.year()).close_object();
}

void write_companies(report::json_writer& out, const winners_and_losers& of) {
  out.key("gain").whole(of.gain).key("lose").whole(of.lose).key("both").whole(of.both);
}

void write_sums(report::json_writer& out, const money_sum& before, const money_sum& after,
                int places) {
  out.key("before").text(before.exact.to_fixed(places));
  out.key("after").text(after.exact.to_fixed(places));
  out.key("change").text(change_of(before, after).to_fixed(places));
  out.key("not_exact_before").whole(before.not_exact);
  out.key("not_exact_after").whole(after.not_exact);
}

void write_money(report::json_writer& out, const money_change& of, int places) {
  write_sums(out, of.before, of.after, places);
  out.key("left").open_object();
  write_sums(out, of.left_before, of.left_after, places);
  out.close_object();
}

void write_moves(report::json_writer& out, const policy_change& of) {
  out.key("changes").open_array();
  for (std::size_t from = 0; from < standings; ++from) {
    for (std::size_t to = 0; to < standings; ++to) {
      if (from == to || of.moved[from][to] == 0) continue;
      out.open_object().key("from").text(key_of(static_cast<standing>(from)));
      out.key("to").text(key_of(static_cast<standing>(to)));
      out.key("companies").whole(of.moved[from][to]).close_object();
    }
  }
  out.close_array();
}

// Keys of an open object.
void write_change(report::json_writer& out, const policy_pair& pair, const policy_change& of) {
  out.key("eligible_before").whole(of.eligible_before());
  out.key("eligible_after").whole(of.eligible_after());
  write_companies(out, of.companies);
  write_moves(out, of);
  out.key("sums").open_array();
  for (std::size_t i = 0; i < pair.benefits.size(); ++i) {
    const benefit& what = pair.benefits[i].any();
    if (!what.has_amount) continue;
    out.open_object();
    report::write_given(out, "benefit", what.id);
    out.key("kind").text(what.kind);
    report::write_given(out, "unit", what.unit);
    write_money(out, of.sums[i], pair.benefits[i].places());
    out.close_object();
  }
  out.close_array();
}

void write_policies(report::json_writer& out, const group_change& whole,
                    const std::vector<policy_pair>& pairs) {
  out.key("policies").open_array();
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    policy_change nothing;
    nothing.sums.resize(pairs[i].benefits.size());
    const bool is_counted = i < whole.policies.size() && whole.policies[i];
    out.open_object().key("policy").text(pairs[i].shown->id).key("title");
    report::write(out, pairs[i].shown->title);
    out.key("before").text(key_of(pairs[i].before.is)).key("after");
    out.text(key_of(pairs[i].after.is));
    write_change(out, pairs[i], is_counted ? *whole.policies[i] : nothing);
    out.close_object();
  }
  out.close_array();
}

void write_group(report::json_writer& out, const std::optional<std::string>& name,
                 const group_change& of, const std::vector<policy_pair>& pairs) {
  out.open_object().key("group");
  name ? out.text(*name) : out.null();
  out.key("companies").whole(of.companies);
  write_companies(out, of.changed);
  out.key("sums").open_array();
  for (const auto& [kind, sum] : sums_by_kind(of, pairs)) {
    out.open_object().key("kind").text(kind.kind);
    report::write_given(out, "unit", kind.unit);
    write_money(out, sum.money, sum.places);
    out.close_object();
  }
  out.close_array().key("policies").open_array();
  for (std::size_t i = 0; i < of.policies.size(); ++i) {
    if (!of.policies[i] || !of.policies[i]->is_change()) continue;
    out.open_object().key("policy").text(pairs[i].shown->id);
    write_change(out, pairs[i], *of.policies[i]);
    out.close_object();
  }
  out.close_array().close_object();
}

}  // namespace

std::string diff_json(const diff_report& of) {
  const auto& pairs = of.tally.pairs();
  const group_change whole = of.tally.whole();
  report::json_writer out;
  out.open_object().key("before");
  write_side(out, of.before);
  out.key("after");
  write_side(out, of.after);
  out.key("companies").whole(of.counts.decided).key("rejected").whole(of.counts.rejected);
  write_companies(out, whole.changed);
  write_policies(out, whole, pairs);
  report::write_given(out, "by", of.by.to_string());
  if (!of.by.name.empty()) {
    out.key("groups").open_array();
    for (const auto& [name, change] : of.tally.groups()) write_group(out, name, change, pairs);
    out.close_array();
  }
  out.close_object();
  return out.take() + '\n';
}

}  // namespace sudui::cli
