#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include <sudui/boundaries.hpp>

#include "decide/answers.hpp"
#include "plan/from_types.hpp"
#include "text/span.hpp"

namespace sudui::review {

/// A company to start from, on its day.
struct boundary_base {
  plan::binding on;
  profile company;
  std::string title;
};

/// How places and texts of the rule files are named.
struct boundary_request {
  std::shared_ptr<const types::typed_rules> rules;
  decide::catalogue names;
  std::function<location(text::span)> place;
  std::function<std::string(text::span)> text;
};

/// The limits of one policy, tried on each of its bases; appended to `into`.
void find_boundaries(const boundary_request& what, const policy& of,
                     std::span<const boundary_base> bases, std::vector<boundary>& into);

}  // namespace sudui::review
