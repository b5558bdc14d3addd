// Cuts the values of one field where a clause may turn, by the signs that motion asks to be cut at.
//
// A stretch is decided at both ends. Where motion finds a sign that changes in between, the first
// position with another sign than the lower end is found by halving, and both parts are looked at
// anew; a single position needs no proof. What stays unclear is tried position by position when
// there are few, and else left open.
//
// Cost: a comparison is cut at most twice, each time by some 60 decisions of one policy of a few
// microseconds.
//
// Tested by tests/unit/repair/pieces_test.cpp and tests/property/reach_test.cpp.

#include "repair/pieces.hpp"

#include <algorithm>
#include <utility>

#include "decide/outcomes.hpp"
#include "decide/row.hpp"
#include "repair/motion.hpp"

namespace sudui::repair {

namespace {

class cutter {
 public:
  cutter(const plan::plan& of, const profile& company, const axis& along, const limits& within)
      : plan_(of), along_(along), within_(within) {
    for (const auto& entry : company.entries()) {
      if (of.input_names.contains(std::string_view(entry.name)))
        company_.set(entry.name, entry.held);
    }
  }

  std::vector<piece> run() {
    open_.emplace_back(along_.low, along_.high);
    while (!open_.empty()) {
      const auto [first, last] = open_.back();
      open_.pop_back();
      look_at(first, last);
    }
    std::sort(made_.begin(), made_.end(),
              [](const piece& a, const piece& b) { return a.first < b.first; });
    return std::move(made_);
  }

 private:
  // A company at one position, decided: texts of the registers are views into it.
  struct sample {
    profile company;
    decide::state run;
  };

  void decide(std::int64_t position, sample& into) {
    into.company = with_value(company_, plan_.rules->dictionary, along_.field, along_.year,
                              plan_.year, along_.at(position));
    into.run.prepare(plan_);
    decide::bind_profile(plan_, into.company, into.run);
    decide::run_block(plan_, 0, into.run);
  }

  void look_at(std::int64_t first, std::int64_t last) {
    decide(first, low_);
    if (first == last) return close(first, last, nullptr);
    if (along_.of != axis::form::number) return each_alone(first, last);
    decide(last, high_);
    motion moving(plan_, along_, low_.run, high_.run);
    const auto wish = moving.run();
    if (wish && made_.size() + open_.size() < within_.max_pieces) return cut_at(first, last, *wish);
    const auto points = static_cast<std::uint64_t>(last) - static_cast<std::uint64_t>(first);
    const bool is_clear = !wish && clear(moving);
    if (!is_clear && points < within_.max_points) return each_alone(first, last);
    close(first, last, wish ? nullptr : &moving, wish.has_value());
  }

  [[nodiscard]] bool clear(const motion& moving) const {
    const auto& clauses = plan_.policies.front().clauses;
    return std::all_of(clauses.begin(), clauses.end(), [&](const plan::clause& each) {
      return each.kind != model::clause_kind::require ||
             moving.of(each.condition) == movement::still;
    });
  }

  void each_alone(std::int64_t first, std::int64_t last) {
    for (auto at = first; at <= last; ++at) {
      decide(at, low_);
      close(at, at, nullptr);
    }
  }

  // The first position whose sign is not that of the lower end: the sign changes within, once or by
  // way of zero, so halving finds it.
  void cut_at(std::int64_t first, std::int64_t last, const watch& wish) {
    const int sign = wish.sign(low_.run);
    auto same = first;
    auto other = last;
    while (other - same > 1) {
      const auto middle = same + (other - same) / 2;
      decide(middle, middle_);
      (wish.sign(middle_.run) == sign ? same : other) = middle;
    }
    open_.emplace_back(first, same);
    open_.emplace_back(other, last);
  }

  // A piece with the outcomes of its lower end. Clauses that are not clear count as unknown for the
  // policy: what they cannot change is proven all the same.
  void close(std::int64_t first, std::int64_t last, const motion* moving,
             bool is_given_up = false) {
    const auto& clauses = plan_.policies.front().clauses;
    piece made;
    made.first = first;
    made.last = last;
    const auto all = decide::clause_outcomes(clauses, low_.run, made.clauses);
    made.is_clear.assign(clauses.size(), !is_given_up);
    if (moving != nullptr) mark_unclear(clauses, *moving, made.is_clear);
    const bool is_clear =
        std::find(made.is_clear.begin(), made.is_clear.end(), false) == made.is_clear.end();
    if (is_clear) {
      made.all = all;
    } else if (!is_given_up) {
      made.all = proven(clauses, made.is_clear);
    }
    made_.push_back(std::move(made));
  }

  static void mark_unclear(std::span<const plan::clause> clauses, const motion& moving,
                           std::vector<bool>& is_clear) {
    for (std::size_t i = 0; i < clauses.size(); ++i) {
      if (clauses[i].kind == model::clause_kind::require) {
        is_clear[i] = moving.of(clauses[i].condition) == movement::still;
      }
    }
    for (std::size_t i = 0; i < clauses.size(); ++i) {
      for (std::size_t below = i + 1; below < i + clauses[i].size; ++below) {
        if (clauses[below].kind == model::clause_kind::require && !is_clear[below]) {
          is_clear[i] = false;
        }
      }
    }
  }

  std::optional<outcome> proven(std::span<const plan::clause> clauses,
                                const std::vector<bool>& is_clear) {
    std::vector<std::pair<plan::reg, values::cell>> kept;
    for (std::size_t i = 0; i < clauses.size(); ++i) {
      if (clauses[i].kind != model::clause_kind::require || is_clear[i]) continue;
      auto& held = low_.run.registers[clauses[i].condition];
      kept.emplace_back(clauses[i].condition, held);
      held = values::cell();
    }
    const auto all = decide::all_met(clauses, low_.run);
    for (const auto& [where, held] : kept) low_.run.registers[where] = held;
    return all == outcome::unknown ? std::nullopt : std::optional(all);
  }

  const plan::plan& plan_;
  const axis& along_;
  const limits& within_;
  profile company_;
  sample low_, high_, middle_;
  std::vector<std::pair<std::int64_t, std::int64_t>> open_;
  std::vector<piece> made_;
};

}  // namespace

std::vector<piece> cut(const plan::plan& of, const profile& company, const axis& along,
                       const limits& within) {
  return cutter(of, company, along, within).run();
}

decimal distance(const axis& along, const value& from, std::int64_t position) {
  const auto to = along.at(position);
  const auto* a = from.get_if<decimal>();
  const auto* b = to.get_if<decimal>();
  if (a == nullptr || b == nullptr) return from == to ? decimal(0) : decimal(1);
  const auto far = subtract(*b, *a).value_or(decimal(0));
  return far.is_negative() ? negate(far) : far;
}

std::int64_t closest(const piece& in, const axis& along, const value& from) {
  const auto* number = from.get_if<decimal>();
  const auto steps = number != nullptr ? divide(*number, along.step) : std::nullopt;
  if (!steps) return in.first;
  if (*steps <= decimal(in.first)) return in.first;
  if (*steps >= decimal(in.last)) return in.last;
  const auto below = round(*steps, 0, rounding::floor).value_or(decimal(in.first));
  const auto position = below.to_int64().value_or(in.first);
  if (position == in.last) return position;
  return distance(along, from, position) < distance(along, from, position + 1) ? position
                                                                               : position + 1;
}

}  // namespace sudui::repair
