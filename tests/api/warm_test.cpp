// A warm match allocates nothing. Counted here, where `operator new` is replaced for the program.
#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <new>

#include <sudui/verdicts.hpp>

#include "catch.hpp"
#include "support/rules.hpp"

namespace {
std::atomic<std::size_t> allocations{0};
}

void* operator new(std::size_t size) {
  ++allocations;
  if (void* made = std::malloc(size == 0 ? 1 : size)) return made;
  throw std::bad_alloc();
}
// The standard library's own buffers come this way; a sanitizer would otherwise bring its own.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  ++allocations;
  return std::malloc(size == 0 ? 1 : size);
}
// Not inlined, or the compiler sees `free` of what `new` gave and warns.
[[gnu::noinline]] void operator delete(void* held) noexcept { std::free(held); }
[[gnu::noinline]] void operator delete(void* held, std::size_t) noexcept { std::free(held); }
[[gnu::noinline]] void operator delete(void* held, const std::nothrow_t&) noexcept {
  std::free(held);
}

using namespace sudui;
using namespace sudui::tests;

namespace {

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::size_t allocations_of_a_warm_match(const matcher& by, const profile& company) {
  scratch reuse;
  static_cast<void>(by.match(company, reuse));
  const auto before = allocations.load();
  static_cast<void>(by.match(company, reuse));
  return allocations.load() - before;
}

}  // namespace

TEST_CASE("allocations are counted", "[api][warm]") {
  const auto by = bound({policy_text("demo/one", "staff > 300")});
  const auto before = allocations.load();
  const auto made = by.match({{"staff", 5}});
  CHECK(allocations.load() > before);
}

TEST_CASE("a warm match of every shipped company allocates nothing", "[api][warm]") {
  const std::filesystem::path project = SUDUI_PROJECT_DIR;
  const auto rules = load(project / "rules").value();
  const auto by = rules.bind(day(2023, 12, 31)).value();
  std::size_t companies = 0;
  for (const auto& each : std::filesystem::directory_iterator(project / "examples/companies")) {
    const auto format =
        each.path().extension() == ".yaml" ? profile_format::yaml : profile_format::json;
    diagnostics findings;
    const auto company = read_profile(rules, bytes_of(each.path()), format, findings).value();
    INFO(each.path().filename().string());
    CHECK(allocations_of_a_warm_match(by, company) == 0);
    ++companies;
  }
  CHECK(companies >= 7);
}

TEST_CASE("neither lists, texts, tiers nor items make a warm match allocate", "[api][warm]") {
  const auto by = bound(
      {policy_text("demo/texts", "upper case(region) + \"-\" + region = \"A-a\""),
       policy_text("demo/lists",
                   "count(hires[degree = \"master\"]) > 1 and max(figures) > 2 and "
                   "sum(for h in hires return h.wage) > 5"),
       policy_text(
           "demo/tiers", "staff > 1",
           benefit_text("tiers:\n  on: [staff]\n  rows:\n    - {when: ['< 10'], amount: 100}\n"
                        "    - {when: ['>= 10'], amount: 200}")),
       policy_text("demo/items", "staff > 1",
                   benefit_text("for_each: h in hires\namount: h.wage * 2\ntotal_at_most: 10万"))});
  const profile company{{"region", "a"},
                        {"figures", value::list{1, 2, 3}},
                        {"hires", value::list{value::context{{"degree", "master"}, {"wage", 5000}},
                                              value::context{{"degree", "master"}}}}};
  CHECK(allocations_of_a_warm_match(by, company) == 0);
}

TEST_CASE("warm slots and verdicts allocate nothing", "[api][warm]") {
  const std::filesystem::path project = SUDUI_PROJECT_DIR;
  const auto rules = load(project / "rules").value();
  const verdict_matcher quick(rules.bind(day(2023, 12, 31)).value());
  std::vector<profile> companies;
  for (const auto& each : std::filesystem::directory_iterator(project / "examples/companies")) {
    const auto format =
        each.path().extension() == ".yaml" ? profile_format::yaml : profile_format::json;
    diagnostics findings;
    companies.push_back(read_profile(rules, bytes_of(each.path()), format, findings).value());
  }
  auto writer = quick.writer();
  company_slots slots;
  company_verdicts decided;
  const auto all = [&] {
    for (const auto& each : companies) {
      writer.write(each, slots);
      quick.match(slots, decided);
    }
  };
  all();
  const auto before = allocations.load();
  all();
  CHECK(allocations.load() == before);
}
