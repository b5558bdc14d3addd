// Catch2 in either of the versions Debian ships: 3 where it is there, else 2.13. Tests include this
// file and use what both have: TEST_CASE, SECTION, CHECK, REQUIRE, GENERATE, CAPTURE, INFO, and
// CHECK_THAT with the matchers named below.
#pragma once

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
namespace sudui::tests {
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::EndsWith;
using Catch::Matchers::StartsWith;
}  // namespace sudui::tests
#else
#include <catch2/catch.hpp>
namespace sudui::tests {
using Catch::Matchers::EndsWith;
using Catch::Matchers::StartsWith;
inline auto ContainsSubstring(const std::string& text) { return Catch::Matchers::Contains(text); }
}  // namespace sudui::tests
#endif
