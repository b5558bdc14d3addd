// Texts in classes. What conditions ask of a text is worked out beforehand for every text that the
// rules themselves name; texts with the same answers share a class.
//
// A county that no policy names may lie in a city which one does. Where a truth only compares the
// text with others and looks at its beginning, all texts that no policy names and whose longest
// beginning among the names is the same have the same answers, so they have a class too, and the
// answers are asked of one of them: the name with a character behind it that stands in no name.
// Other truths (an ending, a length, a pattern) are worked out one by one while the company is
// filled in, and their rows kept with it.
//
// Cost: a truth is asked of the names that begin with one of its own, so 3,400 regions with a truth
// each are not ten million questions. Tested by tests/unit/tables/texts_test.cpp.

#include "tables/texts.hpp"

#include <algorithm>
#include <map>

#include "decide/row.hpp"

namespace sudui::tables {

using columns::code_table;
using columns::state;
using plan::instruction_kind;
using values::cell;
using values::op;

namespace {
constexpr std::size_t most_texts = 65'536;  // of one slot

void add_texts(const cell& held, std::vector<std::string>& into) {
  if (held.what == values::kind::string) into.emplace_back(held.string());
  if (held.what != values::kind::list) return;
  for (const auto& each : held.list()) add_texts(each, into);
}

// A region is named by its code without the levels that are zeros.
void add_beginnings(std::vector<std::string>& names) {
  const auto given = names.size();
  for (std::size_t i = 0; i < given; ++i) {
    for (auto each = names[i]; each.ends_with('0');) {
      each.pop_back();
      names.push_back(each);
    }
  }
}

void sort_unique(std::vector<std::string>& names) {
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
}
}  // namespace

state state_in(const cell& held) noexcept {
  if (held.is_unknown()) return state::unknown;
  if (held.is_null()) return state::null;
  return held.is_true() ? state::yes : state::no;
}

std::optional<state> text_truth::at(std::uint32_t of_class) const {
  const auto found =
      std::lower_bound(of.begin(), of.end(), of_class,
                       [](const auto& each, std::uint32_t wanted) { return each.first < wanted; });
  return found != of.end() && found->first == of_class ? std::optional(found->second) : otherwise;
}

text_classes text_reader::read(const std::vector<code_table>& truths,
                               std::vector<text_truth>& made) {
  asked_.clear();
  for (const auto& each : truths) asked_.push_back({each, hangs_on_beginnings(each), {}});
  collect_names();
  collect_kinds();
  run_.prepare(plan_);
  made.assign(truths.size(), {});
  for (std::uint32_t i = 0; i < asked_.size(); ++i) ask(i, made[i]);
  text_classes classes;
  number_classes(classes);
  for (const auto& kind : kinds_) {
    for (const auto& [truth, held] : kind.states) made[truth].of.emplace_back(kind.number, held);
  }
  for (auto& each : made) {
    std::sort(each.of.begin(), each.of.end());
    each.of.erase(std::unique(each.of.begin(), each.of.end()), each.of.end());
  }
  return classes;
}

// Whether nothing but equality with constants and their being a beginning matters.
bool text_reader::hangs_on_beginnings(const code_table& what) const {
  const auto operand = [&](const plan::instruction& of, std::uint32_t i) {
    return plan_.operands[of.first + i];
  };
  return std::all_of(what.code.begin(), what.code.end(), [&](const auto& each) {
    if (each.kind != instruction_kind::apply) return false;
    switch (each.code) {
      case op::equal:
      case op::not_equal:
      case op::text_among:
      case op::logic_not:
      case op::logic_and:
      case op::logic_or:
        return true;
      case op::code_prefix:
      case op::string_starts_with:
        return operand(each, 0) == what.source && operand(each, 1) != what.source;
      default:
        return false;
    }
  });
}

void text_reader::collect_names() {
  names_.clear();
  for (auto& truth : asked_) {
    for (const auto& each : truth.code.code) {
      for (std::uint32_t i = 0; i < each.count; ++i) {
        const auto* held = known_.in(plan_.operands[each.first + i]);
        if (held != nullptr) add_texts(*held, truth.names);
      }
      if (each.kind != instruction_kind::lookup) continue;
      for (const auto& [code, held] : plan_.tables[each.index].codes) truth.names.push_back(code);
    }
    const bool has_regions =
        std::any_of(truth.code.code.begin(), truth.code.code.end(),
                    [](const auto& each) { return each.code == op::code_prefix; });
    if (has_regions) add_beginnings(truth.names);
    sort_unique(truth.names);
    names_.insert(names_.end(), truth.names.begin(), truth.names.end());
  }
  sort_unique(names_);
}

void text_reader::collect_kinds() {
  bool is_met[128] = {};
  for (const auto& name : names_) {
    for (const auto each : name) is_met[static_cast<unsigned char>(each) & 127U] = true;
  }
  foreign_ = 1;
  while (foreign_ < 127 && is_met[static_cast<unsigned char>(foreign_)]) ++foreign_;
  const bool has_foreign = !is_met[static_cast<unsigned char>(foreign_)];
  if (names_.size() > most_texts || !has_foreign) {
    names_.resize(std::min(names_.size(), most_texts));
    for (auto& each : asked_) each.is_by_beginnings = false;
  }
  const std::string other(1, foreign_);
  kinds_.assign(1, {other, false, {}, 0});
  for (const auto& each : names_) {
    kinds_.push_back({each, true, {}, 0});
    kinds_.push_back({each + other, false, {}, 0});
  }
}

state text_reader::state_of(const code_table& what, const cell& text) {
  run_.registers[what.source] = text.is_unknown() ? cell::unknown(run_.missing.leaf({})) : text;
  decide::run_code(plan_, what.code, run_);
  return state_in(run_.registers[what.result]);
}

void text_reader::ask(std::uint32_t number, text_truth& into) {
  const auto& what = asked_[number];
  into.null = state_of(what.code, cell::null(values::null_reason::given));
  into.unknown = state_of(what.code, cell::unknown(0));
  if (!what.is_by_beginnings) {
    ask_all(number);
    return;
  }
  into.otherwise = state_of(what.code, cell::of(std::string_view(kinds_.front().example)));
  ask_some(number, *into.otherwise);
}

void text_reader::ask_all(std::uint32_t number) {
  for (auto& each : kinds_) {
    if (!each.is_named) continue;
    run_.prepare(plan_);  // empties its memory
    const auto text = cell::of(std::string_view(each.example));
    each.states.emplace_back(number, state_of(asked_[number].code, text));
  }
}

void text_reader::ask_some(std::uint32_t number, state otherwise) {
  std::size_t next = 1;  // of the kinds: names of one truth may begin with one another
  for (const auto& name : asked_[number].names) {
    const auto from = std::lower_bound(names_.begin(), names_.end(), name);
    auto at = static_cast<std::size_t>(from - names_.begin());
    for (; at < names_.size() && names_[at].starts_with(name); ++at) {
      for (auto kind = std::max(next, 1 + 2 * at); kind < 3 + 2 * at; ++kind) {
        const auto text = cell::of(std::string_view(kinds_[kind].example));
        const auto held = state_of(asked_[number].code, text);
        if (held != otherwise) kinds_[kind].states.emplace_back(number, held);
      }
      next = std::max(next, 3 + 2 * at);
    }
  }
}

// Class 0 is that of other texts.
void text_reader::number_classes(text_classes& into) {
  std::map<std::vector<std::pair<std::uint32_t, state>>, std::uint32_t> numbers;
  for (auto& each : kinds_) {
    const auto next = static_cast<std::uint32_t>(numbers.size());
    each.number = numbers.emplace(each.states, next).first->second;
  }
  into.count = static_cast<std::uint32_t>(numbers.size());
  for (std::size_t i = 0; i < names_.size(); ++i) {
    into.longest = std::max(into.longest, names_[i].size());
    into.of.emplace(names_[i],
                    text_classes::named{kinds_[1 + 2 * i].number, kinds_[2 + 2 * i].number});
  }
  for (const auto& each : asked_) {
    if (each.is_by_beginnings) continue;
    into.truths.push_back(
        {each.code.source, each.code.result, {each.code.code.begin(), each.code.code.end()}, {}});
  }
}

}  // namespace sudui::tables
