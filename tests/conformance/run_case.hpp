// One expression of the kit, run in one of the two ways.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <sudui/value.hpp>

#include "kit.hpp"

namespace sudui::conformance {

enum class pass : std::uint8_t { written, lifted };

struct run_options {
  pass how = pass::written;
  bool null_operands = true;
};

/// What became of an expression: a value, or what was said against it.
struct ran {
  std::optional<value> held;
  types::type of;
  std::string codes;     // of the findings
  bool is_read = false;  // the grammar takes it
};

[[nodiscard]] ran run(std::string_view formula, const std::vector<api::variable>& variables,
                      const run_options& options);

enum class fate : std::uint8_t { passed, failed, refused };
struct judged {
  fate is = fate::failed;
  std::string got;
};
[[nodiscard]] judged judge(const kit_case& what, const run_options& options);

}  // namespace sudui::conformance
