#include "catalogue.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace sudui::bench {
namespace {

constexpr int amounts = 36;
constexpr int days = 8;
constexpr int texts = 10;
constexpr int flags = 6;
constexpr int words = 40;  // different texts of a field

std::string amount_field(int i) { return "amount_" + std::to_string(i); }
std::string day_field(int i) { return "day_" + std::to_string(i); }
std::string text_field(int i) { return "text_" + std::to_string(i); }
std::string flag_field(int i) { return "flag_" + std::to_string(i); }

class writer {
 public:
  explicit writer(std::uint32_t seed) : random_(seed) {}

  std::string text(const catalogue_size& of) {
    std::string made = dictionary();
    std::vector<std::string> pool;
    for (int i = 0; i < of.predicates; ++i) pool.push_back(predicate(i));
    std::shuffle(pool.begin(), pool.end(), random_);
    std::vector<std::string> unused = pool;
    std::vector<std::string> fields;  // that the policy speaks of: one limit each, or they clash
    const auto is_new = [&](const std::string& predicate) {
      const auto field = predicate.substr(0, predicate.find(' '));
      return std::find(fields.begin(), fields.end(), field) == fields.end();
    };
    const auto drawn = [&] {  // every predicate once, then any
      const auto found = std::find_if(unused.rbegin(), unused.rend(), is_new);
      std::string chosen;
      if (found != unused.rend()) {
        chosen = *found;
        unused.erase(std::next(found).base());
      } else {
        do chosen = pool[random_() % pool.size()];
        while (!is_new(chosen));
      }
      fields.push_back(chosen.substr(0, chosen.find(' ')));
      return chosen;
    };
    for (int i = 0; i < of.policies; ++i) {
      fields.clear();
      const int clauses = of.clauses / of.policies + (i < of.clauses % of.policies ? 1 : 0);
      made += "---\npolicy: bench/p" + std::to_string(i) +
              "\ntitle: x\nauthority: x\nlevel: city\nredemption: direct\n"
              "sources: {s: {document: d, status: seed-only}}\nclauses:\n";
      for (int c = 0; c < clauses; ++c) {
        std::string test = drawn();
        const auto chance = below(100);
        if (chance < 12) {
          test = "(" + test + ") or (" + drawn() + ")";
        } else if (chance < 17) {
          test = "not(" + test + ")";
        }
        made += "  - {clause: c" + std::to_string(c) + ", zh: x, en: x, cite: s, require: '" +
                test + "'}\n";
      }
      made += "benefit: {kind: cash, zh: x, en: x, cite: s, amount: '(" + amount_field(below(12)) +
              " - " + std::to_string(below(20)) + "万) * " + std::to_string(1 + below(20)) +
              "%', at_most: " + std::to_string(100 + below(400)) + "万, round: 0.01 half up}\n";
    }
    return made;
  }

 private:
  int below(int limit) { return static_cast<int>(random_() % static_cast<std::uint64_t>(limit)); }

  static std::string dictionary() {
    std::string made =
        "rule_set: bench\ntitle: bench\nversion: \"1\"\nholders: {TAX: tax}\n---\n"
        "fields: bench\nentries:\n";
    const auto field = [&](const std::string& name, const std::string& type) {
      made += "  - {field: " + name + ", zh: 甲" + name + ", en: " + name + ", type: " + type +
              ", holder: TAX}\n";
    };
    for (int i = 0; i < amounts; ++i) field(amount_field(i), "number, unit: 元");
    for (int i = 0; i < days; ++i) field(day_field(i), "date");
    for (int i = 0; i < texts; ++i) field(text_field(i), "string");
    for (int i = 0; i < flags; ++i) field(flag_field(i), "boolean");
    return made;
  }

  // The i-th of the pool: 158 limits on amounts, 36 on days, 75 sets of texts, 4 flags, 45 ratios,
  // 9 sums, in these shares.
  std::string predicate(int i) {
    const int kind = i % 327;
    const auto money = [&](int limit) { return std::to_string(1 + below(limit)); };
    if (kind < 158) {
      const bool is_least = below(2) == 0;
      return amount_field(below(amounts)) + (is_least ? " >= " : " < ") +
             money(is_least ? 2500 : 7500) + "万";
    }
    if (kind < 194) {
      return day_field(below(days)) + (below(2) == 0 ? " >= " : " < ") + "@\"20" +
             std::to_string(10 + below(14)) + "-0" + std::to_string(1 + below(9)) + "-" +
             std::to_string(10 + below(18)) + "\"";
    }
    if (kind < 269) {
      std::string set;
      const int size = 8 + below(24);
      for (int k = 0; k < size; ++k) {
        set += (k == 0 ? "\"w" : ", \"w") + std::to_string(below(words)) + "\"";
      }
      return text_field(below(texts)) + " in (" + set + ")";
    }
    if (kind < 273) return flag_field(kind - 269);
    if (kind < 318) {
      const int a = below(amounts);
      const int b = (a + 1 + below(amounts - 1)) % amounts;
      return amount_field(a) + " / " + amount_field(b) + " >= " + money(60) + "%";
    }
    const int a = below(amounts);
    return amount_field(a) + " + " + amount_field((a + 7) % amounts) + " >= " + money(9000) + "万";
  }

  std::mt19937_64 random_;
};

}  // namespace

source_text catalogue(const catalogue_size& of, std::uint32_t seed) {
  return {"bench.yaml", writer(seed).text(of)};
}

rule_set load_large(source_text text) {
  load_options wide;
  wide.max_file_bytes = wide.max_total_bytes = std::size_t{4} << 30;
  wide.max_nodes = ~std::size_t{0};
  const std::vector<source_text> files{std::move(text)};
  return load(files, wide).value();
}

std::vector<std::string> field_names() {
  std::vector<std::string> made;
  for (int i = 0; i < amounts; ++i) made.push_back(amount_field(i));
  for (int i = 0; i < days; ++i) made.push_back(day_field(i));
  for (int i = 0; i < texts; ++i) made.push_back(text_field(i));
  for (int i = 0; i < flags; ++i) made.push_back(flag_field(i));
  return made;
}

company_source::company_source(std::uint32_t seed) : random_(seed) {
  for (int i = 0; i < amounts + days + texts + flags; ++i) {
    missing_.push_back(i % 4 == 0 ? 0 : static_cast<int>(random_() % 31));
  }
}

const profile& company_source::next() {
  held_.clear();
  std::size_t field = 0;
  const auto is_given = [&] { return static_cast<int>(random_() % 100) >= missing_[field++]; };
  for (int i = 0; i < amounts; ++i) {
    const auto fen = static_cast<std::int64_t>(random_() % 10'000'000'000);
    if (is_given()) held_.set(amount_field(i), decimal::scaled(fen, -2));
  }
  for (int i = 0; i < days; ++i) {
    const auto day = std::chrono::sys_days(std::chrono::days(10'957 + random_() % 9'000));
    if (is_given()) held_.set(day_field(i), date(day));
  }
  for (int i = 0; i < texts; ++i) {
    const auto word = "w" + std::to_string(random_() % words);
    if (is_given()) held_.set(text_field(i), word);
  }
  for (int i = 0; i < flags; ++i) {
    const bool flag = random_() % 2 == 0;
    if (is_given()) held_.set(flag_field(i), flag);
  }
  return held_;
}

}  // namespace sudui::bench
