#pragma once

#include <string>

#include <sudui/decision.hpp>
#include <sudui/text.hpp>

namespace sudui::report {

[[nodiscard]] std::string with_unit(std::string digits, const benefit& of);
[[nodiscard]] std::string interval_text(const amount& how_much, const benefit& of, language in);
/// Of a pooled or competitive policy, where nobody is promised anything: `may apply, up to ...`.
[[nodiscard]] std::string discretionary_text(const amount& how_much, const benefit& of,
                                             language in);

}  // namespace sudui::report
