#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include <sudui/profile.hpp>

#include "decide/state.hpp"
#include "tables/match.hpp"
#include "tables/program.hpp"

namespace sudui::tables {

/// Puts a company's values into slots, and works out beforehand what tables cannot: truths by rows,
/// and whole decisions where a value has no slot or null stands where tables must not see it.
/// Memory is kept; one thread at a time.
class filler {
 public:
  explicit filler(std::shared_ptr<const program> of);

  /// Nothing is known of the next company.
  void start();
  void take(const profile& company);
  /// A value of the place's type. Texts are viewed until `finish`.
  void set(std::uint32_t place, const values::cell& held);
  [[nodiscard]] values::arena& memory() noexcept { return run_.memory; }
  /// What an unknown value of that place waits for.
  [[nodiscard]] std::uint32_t missing(std::uint32_t place);

  /// Writes the company; gives how many policies rows had to decide.
  std::size_t finish(std::vector<word>& out);

 private:
  [[nodiscard]] values::cell given(std::uint32_t place) const;
  [[nodiscard]] bool put(std::size_t slot, const values::cell& held, std::vector<word>& out) const;
  void class_text(const text_classes& what, std::vector<word>& out);
  void run_rows();
  void compute(const columns::slice& what);
  void add(const worked_out& what, const values::cell& held);
  void ask(const cluster& in, std::uint32_t at);
  void collect_asks();
  void put_more(std::vector<word>& out);
  void settle(std::vector<word>& out);

  std::shared_ptr<const program> program_;
  decide::state run_;
  decider decider_;
  std::vector<std::vector<decide::year_value>> years_;  // by input
  std::vector<word> more_;                              // certain, open: of all clusters
  std::vector<word> has_rows_;                          // clusters that have some
  std::vector<word> asks_;
  std::vector<std::uint64_t> computed_;  // by position: the company it was computed for
  std::uint64_t company_ = 0;
  std::size_t settled_ = 0;
};

}  // namespace sudui::tables
