#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include <sudui/decision.hpp>

#include "columns/match.hpp"
#include "portfolio/resolve.hpp"

namespace sudui::portfolio {

/// What groups make of a policy of one company of a batch.
struct company_standing {
  std::uint32_t row = 0, policy = 0;
  standing to = standing::kept;
  std::size_t first = 0, count = 0;  // of `company_standings::effects`
};
struct company_standings {
  std::vector<company_standing> all;  // by company and policy
  std::vector<group_effect> effects;
};

/// Resolves the groups of whole batches: only companies with something to settle are looked at, by
/// the row executor. One thread at a time.
class company_resolver {
 public:
  company_resolver(std::shared_ptr<const program> of,
                   std::shared_ptr<const columns::compiled> compiled,
                   const decide::catalogue& names, std::span<const group> groups);
  ~company_resolver();
  company_resolver(const company_resolver&) = delete;
  company_resolver& operator=(const company_resolver&) = delete;

  /// Of the batch that gave the verdicts, and the awards that are known, in the order of companies.
  /// `one` is asked for the others, and enters its companies anew.
  void resolve(const columns::batch& from, const columns::verdicts& of,
               std::span<const columns::awards* const> awards, columns::lane& one,
               company_standings& into);

 private:
  class lane_source;
  void find_rows(const columns::verdicts& of, std::size_t words);

  std::shared_ptr<const program> program_;
  std::shared_ptr<const columns::compiled> compiled_;
  std::unique_ptr<lane_source> source_;
  resolver resolver_;
  resolution resolved_;
  std::vector<columns::word> rows_, seen_;
};

}  // namespace sudui::portfolio
