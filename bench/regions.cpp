#include "regions.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace sudui::bench {
namespace {

constexpr int provinces = 31;
constexpr int cities = 11;   // of a province
constexpr int counties = 9;  // of a city
constexpr int sections = 20;
constexpr int divisions = 5;       // of a section
constexpr int groups = 5;          // of a division
constexpr int classes = 3;         // of a group
constexpr int figure_fields = 36;  // as `catalogue` has fields
constexpr int different_words = 40;

std::string region_code(int province, int city, int county) {
  return fmt::format("{:02}{:02}{:02}", 11 + province, city, county);
}

std::string industry_code(int section, int division) {
  return fmt::format("{}{:02}", static_cast<char>('A' + section), section * divisions + division);
}

class regional_writer {
 public:
  explicit regional_writer(std::uint32_t seed) : random_(seed) {}

  std::string text(int policies) {
    std::string made = dictionary();
    for (int i = 0; i < policies; ++i) made += policy(i);
    return made;
  }

 private:
  int below(int limit) { return static_cast<int>(random_() % static_cast<std::uint64_t>(limit)); }
  bool chance(int of_a_hundred) { return below(100) < of_a_hundred; }

  static std::string dictionary() {
    auto made = catalogue({0, 0, 0}, 1).text;
    for (const auto* name : {"division_code", "industry_code"}) {
      made +=
          fmt::format("  - {{field: {0}, zh: 甲{0}, en: {0}, type: string, holder: TAX}}\n", name);
    }
    return made;
  }

  std::string policy(int number) {
    std::string made = fmt::format(
        "---\npolicy: bench/p{}\ntitle: x\nauthority: x\nlevel: city\nredemption: direct\n"
        "sources: {{s: {{document: d, status: seed-only}}}}\nclauses:\n",
        number);
    std::vector<std::string> clauses;
    if (chance(80)) clauses.push_back(region());
    if (chance(50)) clauses.push_back(industry());
    fields_.clear();
    const int more = 3 + below(4);
    for (int i = 0; i < more; ++i) clauses.push_back(demand());
    for (std::size_t i = 0; i < clauses.size(); ++i) {
      made +=
          fmt::format("  - {{clause: c{}, zh: x, en: x, cite: s, require: '{}'}}\n", i, clauses[i]);
    }
    made += "benefit: {kind: cash, zh: x, en: x, cite: s, amount: 10万, round: none}\n";
    return made;
  }

  // Half of them of a county, three of ten of a city.
  std::string region() {
    const int level = below(10);
    const int city = level < 8 ? 1 + below(cities) : 0;
    const int county = level < 5 ? 1 + below(counties) : 0;
    return "in_region(division_code, \"" + region_code(below(provinces), city, county) + "\")";
  }

  std::string industry() {
    const int section = below(sections);
    const int level = below(4);
    std::string code = industry_code(section, below(divisions)).substr(0, level == 0 ? 1 : 3);
    if (level > 1) code += std::to_string(1 + below(groups));
    if (level > 2) code += std::to_string(1 + below(classes));
    return "starts with(industry_code, \"" + code + "\")";
  }

  std::string demand() {
    auto made = drawn();
    const auto kind = below(100);
    if (kind < 12) return "(" + made + ") or (" + drawn() + ")";
    return kind < 17 ? "not(" + made + ")" : made;
  }

  // One limit a field, or they clash.
  std::string drawn() {
    while (true) {
      const auto made = predicate();
      const auto field = made.substr(0, made.find(' '));
      if (std::find(fields_.begin(), fields_.end(), field) != fields_.end()) continue;
      fields_.push_back(field);
      return made;
    }
  }

  std::string amount() { return "amount_" + std::to_string(below(figure_fields)); }
  std::string round(int most) {
    constexpr int steps[] = {100, 150, 200, 300, 400, 500, 600, 800};
    int limit = steps[below(8)];
    while (limit * 10 <= most && chance(50)) limit *= 10;
    return std::to_string(limit);
  }

  std::string predicate() {
    const int kind = below(327);
    if (kind < 158)
      return amount() + (chance(50) ? " >= " + round(8000) : " < " + round(8000) + "0") + "万";
    if (kind < 194) {
      const auto* relation = chance(50) ? " >= " : " < ";
      return fmt::format("day_{}{}@\"20{:02}-{:02}-01\"", below(8), relation, 10 + below(14),
                         1 + 6 * below(2));
    }
    if (kind < 269) {
      std::string set;
      const int first = below(different_words);
      const int size = 6 + 8 * below(4);
      for (int k = 0; k < size; ++k) {
        set += fmt::format("{}\"w{}\"", k == 0 ? "" : ", ", (first + k) % different_words);
      }
      return fmt::format("text_{} in ({})", below(10), set);
    }
    if (kind < 273) return "flag_" + std::to_string(kind - 269);
    const auto a = below(figure_fields);
    if (kind < 318) {
      return fmt::format("amount_{} / amount_{} >= {}%", a, (a + 1 + below(4)) % figure_fields,
                         5 * (1 + below(12)));
    }
    return fmt::format("amount_{} + amount_{} >= {}万", a, (a + 7) % figure_fields, round(8000));
  }

  std::mt19937_64 random_;
  std::vector<std::string> fields_;  // that the policy speaks of
};

}  // namespace

source_text regional_catalogue(int policies, std::uint32_t seed) {
  return {"regional.yaml", regional_writer(seed).text(policies)};
}

std::vector<std::string> all_counties() {
  std::vector<std::string> made;
  for (int i = 0; i < provinces * cities * counties; ++i) {
    made.push_back(region_code(i / counties / cities, 1 + i / counties % cities, 1 + i % counties));
  }
  return made;
}

std::vector<std::string> all_industries() {
  std::vector<std::string> made;
  for (int i = 0; i < sections * divisions * groups * classes; ++i) {
    const int division = i / classes / groups;
    made.push_back(fmt::format("{}{}{}", industry_code(division / divisions, division % divisions),
                               1 + i / classes % groups, 1 + i % classes));
  }
  return made;
}

const profile& regional_companies::next() {
  held_ = figures_.next();
  held_.set("division_code", counties_[random_() % counties_.size()]);
  held_.set("industry_code", industries_[random_() % industries_.size()]);
  return held_;
}

}  // namespace sudui::bench
