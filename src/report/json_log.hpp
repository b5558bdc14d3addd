#pragma once

#include <string>

#include <sudui/decision.hpp>
#include <sudui/matcher.hpp>
#include <sudui/profile.hpp>

#include "types/schema.hpp"

namespace sudui::report {

/// A company in canonical form (see sudui/audit.hpp); values of fields of sensitivity `mask_from`
/// and above as `{"masked":"S2"}`, 5 masks nothing. `masked` tells whether any was.
[[nodiscard]] std::string canonical_of(const types::schema& dictionary, const profile& company,
                                       int year, int mask_from, bool& masked);

/// Verdict, amounts and what is missing of one policy, as in the lines of a batch.
[[nodiscard]] std::string brief_of(const decision& from);

/// What a line of a log says besides the profile.
struct logged {
  std::string id, profile_digest, profile;
  bool masked = false;
};
[[nodiscard]] std::string log_line_of(const matcher& by, const decisions& made, const logged& what);

}  // namespace sudui::report
