// Ten lines from rules to decisions: load, bind to a day, match one company, print what it gets.
#include <iostream>

#include <sudui/sudui.hpp>

int main(int argc, char** argv) {
  using namespace std::chrono_literals;
  const auto rules = sudui::load(argc > 1 ? argv[1] : "rules").value();  // throws file:line:column
  const auto matcher = rules.bind(2023y / 12 / 31).value();
  const sudui::profile company{{"is_resident_enterprise", true},
                               {"taxable_income", 2'600'000},
                               {"cit_avg_headcount", 48},
                               {"cit_avg_assets", 12'000'000},
                               {"in_restricted_industry", false}};
  const auto decisions = matcher.match(company);
  for (const auto* one : decisions.eligible()) {
    std::cout << one->of->id << "  " << one->of->title.zh << '\n';
  }
}
