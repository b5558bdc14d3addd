// A chunk is evaluated as a whole first, so that every node finds its operands; then any node may
// run again and again. It runs on data in cache, while in a batch it often waits for memory: what
// comes out are shares, not sums of a run's time.
//
// Tested by tests/unit/api/column_parts_test.cpp.

#include "columns/probe.hpp"

#include <algorithm>
#include <utility>

namespace sudui::columns {

namespace {

std::uint64_t or_of(const column& from, std::size_t first, std::size_t count) {
  std::uint64_t all = 0;
  const auto take = [&](const auto& values) {
    if (values.empty()) return;
    for (std::size_t i = first; i < first + count; ++i)
      all |= static_cast<std::uint64_t>(values[i]);
  };
  take(from.numbers);
  take(from.days);
  take(from.codes);
  const auto begin = first / kernels::word_bits;
  for (std::size_t i = begin; i < begin + kernels::words_for(count); ++i) {
    all |= from.known.data()[i];
    if (from.kind.of == form::flag) all |= from.flags.data()[i];
  }
  return all;
}

std::uint64_t read_frame(const frame& of) {
  constexpr std::size_t chunk = 2048;
  std::uint64_t all = 0;
  for (std::size_t first = 0; first < of.rows; first += chunk) {
    for (const auto& each : of.columns) all |= or_of(each, first, std::min(chunk, of.rows - first));
  }
  for (const auto& each : of.columns) {
    if (each.items) all |= read_frame(*each.items);
  }
  return all;
}

}  // namespace

probe::probe(std::shared_ptr<const compiled> what, const batch& from)
    : compiled_(std::move(what)), from_(from), by_(compiled_) {
  by_.decide(from_, verdicts_);
}

std::size_t probe::chunks() const { return (from_.rows() + by_.chunk_rows_ - 1) / by_.chunk_rows_; }

std::size_t probe::enter(std::size_t chunk) {
  first_ = chunk * by_.chunk_rows_;
  count_ = std::min(by_.chunk_rows_, from_.rows() - first_);
  by_.runner_.run(first_, count_);
  return count_;
}

std::span<const code_plane> probe::planes() const { return by_.runner_.code_planes_; }

void probe::settle(std::size_t policy) {
  if (by_.open_[policy]) by_.settle(policy, first_, count_, verdicts_);
}

std::uint64_t read_all(const batch& from) { return read_frame(from.companies()); }

}  // namespace sudui::columns
