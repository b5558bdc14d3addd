// Verdicts of single companies in public: handles around tables, a company's slots and the memory
// of one decision.
//
// Tested by tests/api/verdicts_test.cpp.

#include <algorithm>
#include <bit>
#include <utility>

#include <sudui/verdicts.hpp>

#include "api/bound.hpp"
#include "tables/fill.hpp"
#include "tables/match.hpp"
#include "types/cells.hpp"

namespace sudui {
inline namespace v1 {
namespace api {

struct verdict_program {
  matcher by;
  std::shared_ptr<const tables::program> compiled;
  std::vector<const policy*> policies;
};

struct verdict_memory {
  std::optional<tables::decider> run;
  std::shared_ptr<const tables::program> of;
};

struct slot_memory {
  std::shared_ptr<const tables::program> of;
  tables::filler run;
  std::vector<tables::word> company;
};

}  // namespace api

namespace {
constexpr std::size_t head = 3;
}

std::size_t company_slots::settled_by_rows() const noexcept {
  return words_ ? static_cast<std::size_t>(words_[2]) : 0;
}

std::size_t company_slots::bytes() const noexcept {
  return words_ ? (head + static_cast<std::size_t>(words_[0])) * sizeof(std::uint64_t) : 0;
}

std::span<const std::uint64_t> company_slots::company() const noexcept {
  if (!words_) return {};
  return {words_.get() + head, static_cast<std::size_t>(words_[1])};
}

// One block, so that a company out of cache is one wait for memory and not two.
void company_slots::assign(std::span<const std::uint64_t> company, std::size_t settled) {
  if (!words_ || words_[0] < company.size()) {
    words_ = std::make_unique<std::uint64_t[]>(head + company.size());
    words_[0] = company.size();
  }
  words_[1] = company.size();
  words_[2] = settled;
  std::copy(company.begin(), company.end(), words_.get() + head);
}

company_slots::company_slots(const company_slots& other) {
  if (other.words_) assign(other.company(), other.settled_by_rows());
}

company_slots& company_slots::operator=(const company_slots& other) {
  if (this == &other) return *this;
  if (other.words_) {
    assign(other.company(), other.settled_by_rows());
  } else {
    words_.reset();
  }
  return *this;
}

company_verdicts::company_verdicts() : held_(std::make_unique<api::verdict_memory>()) {}
company_verdicts::company_verdicts(company_verdicts&&) noexcept = default;
company_verdicts& company_verdicts::operator=(company_verdicts&&) noexcept = default;
company_verdicts::~company_verdicts() = default;

std::span<const std::uint64_t> company_verdicts::eligible() const& noexcept {
  return held_->run ? held_->run->eligible() : std::span<const std::uint64_t>();
}

std::span<const std::uint64_t> company_verdicts::possible() const& noexcept {
  return held_->run ? held_->run->possible() : std::span<const std::uint64_t>();
}

verdict company_verdicts::of(std::size_t policy) const noexcept {
  if (kernels::bit_at(eligible().data(), policy)) return verdict::eligible;
  return kernels::bit_at(possible().data(), policy) ? verdict::undetermined : verdict::ineligible;
}

slot_writer::slot_writer(std::unique_ptr<api::slot_memory> held) noexcept
    : held_(std::move(held)) {}
slot_writer::slot_writer(slot_writer&&) noexcept = default;
slot_writer& slot_writer::operator=(slot_writer&&) noexcept = default;
slot_writer::~slot_writer() = default;

void slot_writer::write(const profile& company, company_slots& into) {
  held_->run.take(company);
  write(into);
}

void slot_writer::start() { held_->run.start(); }

void slot_writer::set(std::size_t slot, const value& held) {
  const auto place = static_cast<std::uint32_t>(slot);
  auto& run = held_->run;
  const auto& of = *held_->of->of->inputs[held_->of->places.places[place].input].of;
  run.set(place, types::to_cell(held, of, run.memory(), run.missing(place)));
}

void slot_writer::write(company_slots& into) {
  const auto settled = held_->run.finish(held_->company);
  into.assign(held_->company, settled);
}

verdict_matcher::verdict_matcher(const matcher& by) {
  const auto& planned = by.held().planned;
  auto made = std::make_shared<api::verdict_program>(
      api::verdict_program{by, tables::compile(planned), {}});
  for (const auto& each : planned->policies) {
    made->policies.push_back(&by.rules().policies()[each.index]);
  }
  held_ = std::move(made);
}

const matcher& verdict_matcher::by() const noexcept { return held_->by; }

std::span<const policy* const> verdict_matcher::policies() const noexcept {
  return held_->policies;
}

std::size_t verdict_matcher::conditions_by_rows() const noexcept {
  return held_->compiled->by_rows.size();
}

std::size_t verdict_matcher::policies_by_rows() const noexcept {
  std::size_t count = 0;
  for (const auto each : held_->compiled->never) {
    count += static_cast<std::size_t>(std::popcount(each));
  }
  return count;
}

std::optional<std::size_t> verdict_matcher::slot(std::string_view field,
                                                 std::optional<int> year) const {
  const auto& from = *held_->compiled;
  const auto found = from.of->input_names.find(field);
  if (found == from.of->input_names.end()) return std::nullopt;
  const auto wanted = year.value_or(values::missing_graph::input::no_year);
  const auto place = from.places.find(found->second, wanted);
  return place ? std::optional<std::size_t>(*place) : std::nullopt;
}

slot_writer verdict_matcher::writer() const {
  auto made = std::make_unique<api::slot_memory>(
      api::slot_memory{held_->compiled, tables::filler(held_->compiled), {}});
  slot_writer writer(std::move(made));
  writer.start();
  return writer;
}

void verdict_matcher::match(const company_slots& company, company_verdicts& into) const {
  auto& memory = *into.held_;
  if (memory.of != held_->compiled) {
    memory.run.emplace(held_->compiled);
    memory.of = held_->compiled;
  }
  memory.run->decide(company.company());
}

}  // namespace v1
}  // namespace sudui
