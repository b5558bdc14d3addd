// How one version of a policy differs from the one before, in the words of an officer. Clauses and
// benefits are the same by their id; what a reader would not see (places in files) is no change.
//
// Tested by tests/unit/report/version_changes_test.cpp.
#include "report/version_changes.hpp"

#include <algorithm>
#include <array>

#include "report/parts_text.hpp"
#include "report/words.hpp"

namespace sudui::report {
namespace {

struct flat_clause {
  const clause* of = nullptr;
  std::string group;  // id of the group it stands in
};

void flatten(const std::vector<clause>& from, const std::string& group,
             std::vector<flat_clause>& into) {
  for (const clause& each : from) {
    into.push_back({&each, group});
    flatten(each.children, each.id, into);
  }
}

std::vector<flat_clause> flattened(const policy_version& of) {
  std::vector<flat_clause> all;
  flatten(of.clauses, {}, all);
  return all;
}

bool is_same_source(const citation& a, const citation& b) {
  return a.document == b.document && a.clause == b.clause && a.status == b.status;
}

std::string limits_of(const benefit& from) {
  std::string made = from.rounding;
  for (const benefit_limit& each : from.limits) {
    made += (each.is_maximum ? "<=" : ">=") + each.formula + (each.of_total ? "*" : "");
  }
  return made;
}

class change_list {
 public:
  explicit change_list(language in) : in_(in) {}

  void clauses(const policy_version& before, const policy_version& after) {
    const auto old = flattened(before);
    const auto now = flattened(after);
    for (const flat_clause& each : now) {
      const auto was = find(old, each.of->id);
      if (was == nullptr) {
        add("新增条件：", "new clause: ", label_of(*each.of, in_));
      } else {
        compare(*was, *each.of);
      }
    }
    for (const flat_clause& each : old) {
      if (find(now, each.of->id) == nullptr) {
        add("取消条件：", "clause gone: ", label_of(*each.of, in_));
      }
    }
  }

  void benefits(const policy_version& before, const policy_version& after) {
    for (const benefit& each : after.benefits) {
      const benefit* was = find(before.benefits, each.id);
      if (was == nullptr) {
        add("新增待遇：", "new benefit: ", label_of(each, in_));
      } else {
        compare(*was, each);
      }
    }
    for (const benefit& each : before.benefits) {
      if (find(after.benefits, each.id) == nullptr) {
        add("取消待遇：", "benefit gone: ", label_of(each, in_));
      }
    }
  }

  void standing(const policy_version& before, const policy_version& after) {
    if (before.redemption != after.redemption) {
      add("兑现方式改为", "redemption becomes ", spoken(after.redemption, in_));
    }
    if (before.discretionary != after.discretionary) {
      add(after.discretionary ? "改为竞争性或总量控制" : "不再是竞争性或总量控制",
          after.discretionary ? "becomes competitive or pooled"
                              : "is competitive or pooled no more",
          {});
    }
    if (before.note.in(in_) != after.note.in(in_) && !after.note.in(in_).empty()) {
      add("说明：", "note: ", after.note.in(in_));
    }
  }

  [[nodiscard]] std::vector<std::string> take() { return std::move(all_); }

 private:
  static const clause* find(const std::vector<flat_clause>& in, const std::string& id) {
    const auto found = std::find_if(in.begin(), in.end(),
                                    [&](const flat_clause& each) { return each.of->id == id; });
    return found == in.end() ? nullptr : found->of;
  }
  static const benefit* find(const std::vector<benefit>& in, const std::string& id) {
    const auto found =
        std::find_if(in.begin(), in.end(), [&](const benefit& each) { return each.id == id; });
    return found == in.end() ? nullptr : &*found;
  }

  void add(std::string_view zh, std::string_view en, std::string_view what) {
    all_.push_back(std::string(say(in_, zh, en)).append(what));
  }

  [[nodiscard]] std::string named(std::string_view zh, std::string_view en,
                                  const std::string& label) const {
    return in_ == language::zh ? std::string(zh) + "“" + label + "”"
                               : std::string(en) + " `" + label + "`";
  }

  void compare(const clause& was, const clause& now) {
    const std::string name = named("条件", "clause", label_of(now, in_));
    if (was.formula != now.formula) {
      all_.push_back(name + std::string(say(in_, "原为 ", " was ")) + was.formula);
    } else if (label_of(was, in_) != label_of(now, in_)) {
      all_.push_back(name + std::string(say(in_, "原文为：", " was worded: ")) +
                     label_of(was, in_));
    }
    source(name, was.cite, now.cite);
  }

  void compare(const benefit& was, const benefit& now) {
    const std::string name = named("待遇", "benefit", label_of(now, in_));
    if (was.formula != now.formula) {
      all_.push_back(name + std::string(say(in_, "原为 ", " was ")) +
                     (was.formula.empty() ? std::string(say(in_, "无金额", "without an amount"))
                                          : was.formula));
    }
    if (limits_of(was) != limits_of(now)) {
      const std::string sentence = amount_sentence(now, in_);
      all_.push_back(name + std::string(say(in_, "改为", " becomes ")) +
                     (sentence.empty() ? std::string(say(in_, "无上限", "unlimited")) : sentence));
    }
    source(name, was.cite, now.cite);
  }

  void source(const std::string& name, const citation& was, const citation& now) {
    if (is_same_source(was, now)) return;
    all_.push_back(name + std::string(say(in_, "依据改为 ", " now cites ")) +
                   citation_text(now, in_));
  }

  language in_;
  std::vector<std::string> all_;
};

}  // namespace

std::vector<std::string> version_changes(const policy_version& before, const policy_version& after,
                                         language in) {
  change_list made(in);
  made.standing(before, after);
  made.clauses(before, after);
  made.benefits(before, after);
  return made.take();
}

std::string amount_sentence(const benefit& of, language in) {
  std::string made;
  const auto add = [&](const std::string& part) {
    if (!made.empty()) made += say(in, "，", ", ");
    made += part;
  };
  if (of.is_per_item) {
    add(std::string(say(in, "逐项计算", "for each item")) + bracketed(of.items, in));
  }
  for (const benefit_limit& each : of.limits) {
    const std::string_view total = each.of_total ? say(in, "合计", "in all ") : "";
    add(std::string(total) +
        std::string(each.is_maximum ? say(in, "最高 ", "at most ")
                                    : say(in, "最低 ", "at least ")) +
        each.formula);
  }
  const std::size_t blank = of.rounding.find(' ');
  if (blank != std::string::npos) {
    const std::string mode(spoken(std::string_view(of.rounding).substr(blank + 1), in));
    const std::string to = of.rounding.substr(0, blank);
    add(in == language::zh
            ? mode + "到 " + to + (of.unit.empty() ? "" : " " + of.unit)
            : "rounded " + mode + " to " + to + (of.unit.empty() ? "" : " " + of.unit));
  }
  return made;
}

// As the list of policies counts entries: what the amount stands on, not every side fact.
std::string evidence_of(const policy_version& of) {
  if (of.illustrative) return "illustrative";
  static constexpr std::array<std::string_view, 4> words = {"verified-text", "verified-secondary",
                                                            "general-knowledge", "seed-only"};
  for (const std::string_view word : words) {
    const bool is_cited =
        std::any_of(of.benefits.begin(), of.benefits.end(),
                    [&](const benefit& each) { return each.cite.status == word; });
    if (is_cited) return std::string(word);
  }
  return "seed-only";
}

const policy_version* version_to_show(const policy& of, date day) {
  const policy_version* found = of.versions.empty() ? nullptr : &of.versions.back();
  for (const policy_version& each : of.versions) {
    if (each.days.holds(day)) found = &each;
  }
  return found;
}

}  // namespace sudui::report
