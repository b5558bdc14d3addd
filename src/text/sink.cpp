// Findings arrive in the order of the stages and leave in the order of the files, so that a person
// works through a folder from top to bottom. When there are too many, errors stay and warnings go.
//
// Tested by tests/unit/text/sink_test.cpp.
#include "text/sink.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "text/render.hpp"

namespace sudui::text {
namespace {

using shown_findings = std::vector<const finding*>;

severity level_of(const finding& what) { return entry_of(what.what).level; }

// Errors first, and among equals in the order of their kind: which are left out does not depend on
// the order of the stages.
void keep_worst(shown_findings& all, std::size_t limit) {
  if (all.size() <= limit) return;
  std::stable_sort(all.begin(), all.end(),
                   [](const finding* a, const finding* b) { return level_of(*a) > level_of(*b); });
  all.resize(limit);
}

void order_by_place(shown_findings& all, const sources& files) {
  const auto name_of = [&](const finding& each) {
    const bool known = each.where.has_place() && each.where.file < files.size();
    return known ? std::string_view(files[each.where.file].name()) : std::string_view();
  };
  const auto key = [&](const finding& each) {
    return std::tuple(name_of(each), each.where.file, each.where.begin,
                      -static_cast<int>(level_of(each)));
  };
  std::stable_sort(all.begin(), all.end(),
                   [&](const finding* a, const finding* b) { return key(*a) < key(*b); });
}

}  // namespace

void sink::report(message what, span where, arguments args) {
  const bool is_new = found_.insert({what, where, std::move(args)}).second;
  if (is_new && entry_of(what).level == severity::error) ++errors_;
}

void sink::clear() noexcept {
  found_.clear();
  errors_ = 0;
}

// The limit is on what is shown, not on what is found: the last note says how much is left out.
diagnostics sink::render(const sources& files, std::size_t limit) const {
  shown_findings shown;
  for (const finding& each : found_) shown.push_back(&each);
  keep_worst(shown, limit);
  order_by_place(shown, files);
  diagnostics out;
  for (const finding* each : shown) out.push_back(text::render(*each, files));
  if (const std::size_t hidden = found_.size() - shown.size(); hidden > 0) {
    const finding note{message::too_many_findings, {}, {std::to_string(hidden)}};
    out.push_back(text::render(note, files));
  }
  return out;
}

std::string both(std::string_view zh, std::string_view en) {
  std::string joined;
  joined.reserve(zh.size() + en.size() + 2);
  joined.append(1, '\x1F').append(zh).append(1, '\x1F').append(en);
  return joined;
}

}  // namespace sudui::text
