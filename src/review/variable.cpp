// Tested by tests/unit/review/variable_test.cpp.
#include "review/variable.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

namespace sudui::review {
namespace {

constexpr std::int64_t far = 1'000'000'000'000'000;  // steps; ten billions of yuan in fen
constexpr std::int64_t most_records = 50;

std::int64_t day_number(date day) { return std::chrono::sys_days(day).time_since_epoch().count(); }

date day_at(std::int64_t number) { return {std::chrono::sys_days(std::chrono::days(number))}; }

// Steps that fit into a number; what is left over is dropped, so that a company stands on a step.
std::optional<std::int64_t> steps_in(const decimal& number, const decimal& step, rounding how) {
  const auto steps = divide(number, step);
  if (!steps) return std::nullopt;
  const auto whole = round(*steps, 0, how);
  return whole ? whole->to_int64() : std::nullopt;
}

decimal step_of(const field& of) { return of.step.value_or(decimal(1)); }

void put(value::context& into, const std::string& key, value held) {
  const auto found =
      std::find_if(into.begin(), into.end(), [&](const auto& each) { return each.first == key; });
  if (found != into.end()) {
    found->second = std::move(held);
  } else {
    into.emplace_back(key, std::move(held));
  }
}

void put_year(profile& into, const field& what, std::optional<int> year, value held) {
  if (!year) return into.set(what.name, std::move(held));
  const value* all = into.find(what.name);
  const auto* known = all == nullptr ? nullptr : all->get_if<value::context>();
  value::context years = known == nullptr ? value::context{} : *known;
  put(years, std::to_string(*year), std::move(held));
  into.set(what.name, value(std::move(years)));
}

}  // namespace

variable variable::count_of(const field& list, std::optional<int> year) {
  variable made(list, year, nullptr);
  made.is_count_ = true;
  return made;
}

std::string variable::name() const {
  std::string made = is_count_ ? "count(" + what_->name : what_->name;
  if (year_) made += "(" + std::to_string(*year_) + ")";
  if (member_ != nullptr) made += "." + member_->name;
  return is_count_ ? made + ")" : made;
}

const value* variable::held_in(const profile& of) const {
  const value* held = of.find(what_->name);
  if (held != nullptr && year_) held = held->find(std::to_string(*year_));
  if (held == nullptr || member_ == nullptr) return held;
  const auto* items = held->get_if<value::list>();
  return items == nullptr || items->empty() ? nullptr : items->front().find(member_->name);
}

std::optional<std::int64_t> variable::position(const profile& of) const {
  const value* held = held_in(of);
  if (held == nullptr) return std::nullopt;
  if (is_count_) {
    const auto* items = held->get_if<value::list>();
    return items == nullptr || items->empty() ? std::nullopt : std::optional(std::ssize(*items));
  }
  if (const auto* day = held->get_if<date>()) return day_number(*day);
  const auto* number = held->get_if<decimal>();
  if (number == nullptr) return std::nullopt;
  return steps_in(*number, step_of(moved()), rounding::down);
}

value variable::at(std::int64_t position) const {
  if (is_count_) return value(position);
  if (moved().type == "date") return value(day_at(position));
  return value(multiply(decimal(position), step_of(moved())).value_or(decimal()));
}

void variable::move(profile& into, std::int64_t position) const {
  if (is_count_) return repeat(into, position);
  if (member_ == nullptr) return put_year(into, *what_, year_, at(position));
  const value* held = into.find(what_->name);
  if (held != nullptr && year_) held = held->find(std::to_string(*year_));
  const auto* known = held == nullptr ? nullptr : held->get_if<value::list>();
  value::list items = known == nullptr ? value::list{} : *known;
  if (items.empty()) items.emplace_back(value::context{});
  const auto* first = items.front().get_if<value::context>();
  value::context record = first == nullptr ? value::context{} : *first;
  put(record, member_->name, at(position));
  items.front() = value(std::move(record));
  put_year(into, *what_, year_, value(std::move(items)));
}

void variable::fill_list(profile& into, const filling& with) const {
  fill(into, *what_, year_, with);
}

// Every record is like the first; a list that has none stays as it is.
void variable::repeat(profile& into, std::int64_t position) const {
  const value* held = held_in(into);
  const auto* known = held == nullptr ? nullptr : held->get_if<value::list>();
  const value first = known == nullptr || known->empty() ? value() : known->front();
  put_year(into, *what_, year_, value(value::list(static_cast<std::size_t>(position), first)));
}

std::int64_t variable::least() const {
  if (is_count_) return 0;
  if (moved().type == "date") return day_number({std::chrono::year(1950) / 1 / 1});
  if (!moved().minimum) return -far;
  return steps_in(*moved().minimum, step_of(moved()), rounding::ceiling).value_or(-far);
}

std::int64_t variable::most() const {
  if (is_count_) return most_records;
  if (moved().type == "date") return day_number({std::chrono::year(2099) / 12 / 31});
  if (!moved().maximum) return far;
  return steps_in(*moved().maximum, step_of(moved()), rounding::floor).value_or(far);
}

value made_up(const field& of, const filling& with) {
  if (of.type == "number") {
    const variable itself(of, std::nullopt, nullptr);
    return itself.at(std::clamp(with.steps, itself.least(), itself.most()));
  }
  if (of.type == "boolean") return value(true);
  if (of.type == "string") return value(of.codes.empty() ? std::string("x") : of.codes.front());
  if (of.type == "date") return value(day_at(day_number(with.as_of) - 400));
  if (of.type == "context" || of.item_type == "context") {
    value::context record;
    for (const field& each : of.members) record.emplace_back(each.name, made_up(each, with));
    if (of.type == "context") return value(std::move(record));
    return value(value::list{value(std::move(record))});
  }
  return of.type == "list" ? value(value::list{}) : value();
}

void fill(profile& into, const field& what, std::optional<int> year, const filling& with) {
  put_year(into, what, what.per_year ? year : std::nullopt, made_up(what, with));
}

bool keep_first_records(profile& of) {
  std::vector<std::pair<std::string, value>> cut;
  for (const auto& each : of.entries()) {
    const auto* items = each.held.get_if<value::list>();
    if (items == nullptr || items->size() < 2) continue;
    if (items->front().get_if<value::context>() == nullptr) continue;
    cut.emplace_back(each.name, value(value::list{items->front()}));
  }
  for (auto& [name, held] : cut) of.set(name, std::move(held));
  return !cut.empty();
}

}  // namespace sudui::review
