// Batches to and from other programs' tables. A verdict is a nullable boolean, which is what Arrow
// calls one: eligible, not eligible, or null while inputs are missing.
//
// Texts of awards repeat (a policy has many winners); they are few bytes beside the company's own,
// and a receiver that wants codes makes them in one call.
//
// Tested by tests/unit/api/batch_arrow_test.cpp.
#include <algorithm>
#include <cstring>
#include <optional>
#include <utility>

#include <sudui/arrow.h>
#include <sudui/batch.hpp>

#include "api/arrow_export.hpp"
#include "api/batch_held.hpp"
#include "ingest/arrow_rows.hpp"
#include "report/words.hpp"
#include "values/coefficient.hpp"

namespace sudui {
inline namespace v1 {
namespace {

using api::arrow_bits;
using api::arrow_export;
using api::arrow_texts;

template <class T>
arrow_export::bytes bytes_of(const std::vector<T>& values) {
  arrow_export::bytes made(std::max<std::size_t>(values.size(), 1) * sizeof(T));
  if (!values.empty()) std::memcpy(made.data(), values.data(), values.size() * sizeof(T));
  return made;
}

arrow_export::bytes bytes_of(std::span<const std::uint64_t> words, std::size_t rows) {
  arrow_export::bytes made(std::max<std::size_t>(words.size_bytes(), 1));
  if (rows != 0) std::memcpy(made.data(), words.data(), words.size_bytes());
  return made;
}

// Whole multiples of 10^-places. Ends that are open are null.
class decimal_column {
 public:
  explicit decimal_column(std::int32_t places) : places_(places) {}

  [[nodiscard]] bool push(const std::optional<decimal>& number) {
    known_.push(number.has_value());
    values_.push_back(0);
    if (!number || number->is_zero()) return true;
    const auto more = std::int64_t{places_} + number->exponent();
    const auto magnitude = values::magnitude_of(*number);
    if (more < 0 || values::digit_count(magnitude) + more > most_digits) return false;
    const auto scaled =
        static_cast<values::int128>(magnitude * values::power_of_ten(static_cast<int>(more)));
    values_.back() = number->is_negative() ? -scaled : scaled;
    return true;
  }

  [[nodiscard]] arrow_export take(std::string_view name) && {
    const std::string format = "d:38," + std::to_string(places_);
    const auto rows = values_.size();
    return {format, name, rows, {std::move(known_).take(), bytes_of(values_)}};
  }

 private:
  static constexpr std::int64_t most_digits = 38;
  std::int32_t places_;
  arrow_bits known_;
  std::vector<values::int128> values_;
};

// Digits behind the point that every figure finds room in.
std::int32_t places_of(std::span<const batch_award> awards) {
  std::int32_t most = 2;
  for (const auto& each : awards) {
    for (const auto& end : {each.how_much.low, each.how_much.high}) {
      if (end && !end->is_zero()) most = std::max(most, -end->exponent());
    }
  }
  return most;
}

}  // namespace

result<diagnostics> profile_batch::append(const ArrowSchema& schema, const ArrowArray& table) {
  text::sink out;
  ingest::arrow_rows rows({schema, table}, held_->held, out);
  diagnostics found = out.render(text::sources{});
  if (out.has_errors()) {
    return failure{
        errc::bad_profile, {"无法读取该表", "the table cannot be read"}, std::move(found)};
  }
  rows.append();
  return found;
}

void batch_matcher::export_verdicts(const decision_batch& of, ArrowSchema& schema,
                                    ArrowArray& table) const {
  arrow_export all(of.size());
  std::vector<std::uint64_t> known;
  for (std::size_t i = 0; i < policies().size(); ++i) {
    const auto eligible = of.eligible(i);
    const auto possible = of.possible(i);
    known.assign(eligible.begin(), eligible.end());
    for (std::size_t k = 0; k < known.size(); ++k) known[k] |= ~possible[k];
    all.add({"b",
             policies()[i]->id,
             of.size(),
             {bytes_of(known, of.size()), bytes_of(eligible, of.size())}});
  }
  std::move(all).hand_over(schema, table);
}

bool batch_matcher::export_awards(const decision_batch& of, ArrowSchema& schema,
                                  ArrowArray& table) const {
  const auto awards = of.awards();
  std::vector<std::uint32_t> rows;
  arrow_texts policy;
  arrow_texts benefit;
  arrow_texts kind;
  arrow_texts unit;
  arrow_texts state;
  decimal_column low(places_of(awards));
  decimal_column high(places_of(awards));
  for (const auto& each : awards) {
    rows.push_back(each.row);
    const bool fits = policy.push(policies()[each.policy]->id) && benefit.push(each.what->id) &&
                      kind.push(each.what->kind) && unit.push(each.what->unit) &&
                      state.push(report::key_of(each.how_much.is)) && low.push(each.how_much.low) &&
                      high.push(each.how_much.high);
    if (!fits) return false;
  }
  arrow_export all(awards.size());
  all.add({"I", "row", awards.size(), {{}, bytes_of(rows)}});
  all.add(std::move(policy).take("policy"));
  all.add(std::move(benefit).take("benefit"));
  all.add(std::move(kind).take("kind"));
  all.add(std::move(unit).take("unit"));
  all.add(std::move(state).take("amount"));
  all.add(std::move(low).take("low"));
  all.add(std::move(high).take("high"));
  std::move(all).hand_over(schema, table);
  return true;
}

}  // namespace v1
}  // namespace sudui
