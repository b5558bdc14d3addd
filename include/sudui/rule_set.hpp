#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <sudui/diagnostic.hpp>
#include <sudui/export.hpp>
#include <sudui/result.hpp>
#include <sudui/value.hpp>

namespace sudui {
inline namespace v1 {

class matcher;
namespace api {
struct loaded;  // what a rule_set holds
}

/// Where a clause or an amount stands in the law, and how well that is known.
struct citation {
  std::string document;
  std::string clause;
  std::string url;
  std::string note;
  std::string status;  ///< verified-text, verified-secondary, general-knowledge, seed-only
  [[nodiscard]] bool is_verified() const noexcept { return status.starts_with("verified"); }
};

/// Days [from, to], both included; a missing end is open.
struct window {
  std::optional<date> from, to;
  [[nodiscard]] bool holds(date day) const noexcept {
    return (!from || *from <= day) && (!to || day <= *to);
  }
};

/// One named condition of a policy, or a group of them.
struct clause {
  enum class kind : std::uint8_t { require, all, any, none };
  kind what = kind::require;
  std::string id;
  localized label;
  std::string formula;  ///< FEEL as written; empty for a group
  bool veto = false;
  citation cite;
  location where;
  std::vector<clause> children;  ///< of a group
};

/// `at_most` or `at_least` of an amount, as written.
struct benefit_limit {
  bool is_maximum = true;
  bool of_total = false;  ///< of a benefit that pays by item: of the sum
  std::string formula;
  citation cite;
};

/// What a policy offers.
struct benefit {
  std::string id;    ///< empty when the policy has just one
  std::string kind;  ///< cash tax deduction rate deferral right voucher in-kind loan recognition
  localized label;
  std::string unit;     ///< of the amount: `元`; empty for a bare number
  std::string formula;  ///< the amount as written, for people; may be empty
  bool has_amount = false;
  bool is_per_item = false;
  int places = 2;                     ///< digits after the point that the rounding rule leaves
  std::string rounding;               ///< `0.01 half up`; `none` where the text rounds nothing
  std::vector<benefit_limit> limits;  ///< in the order applied
  std::string items;                  ///< of one that pays by item: `h in new_hires`
  std::vector<clause> item_clauses;   ///< what an item must meet
  citation cite;
  location where;
};

/// A policy as it stands in one window of time.
struct policy_version {
  window days;
  std::vector<clause> clauses;
  std::vector<benefit> benefits;
  std::string redemption;  ///< direct confirm apply self
  bool illustrative = false;
  bool discretionary = false;
  localized note;
};

/// One published measure a company may get.
struct policy {
  std::string id;
  localized title;
  localized authority;
  std::string level;   ///< national province city district
  std::string timing;  ///< day or year: which date picks the version
  std::optional<std::int32_t> entry;
  std::vector<std::string> tags;
  std::vector<policy_version> versions;  ///< by time, windows do not overlap
  location where;
};

/// A way to read the text of a group. Several where the text leaves it open.
struct group_reading {
  std::string id;    ///< empty where there is only one
  std::string rule;  ///< highest exclusive difference sum_to_cap
  localized label;
};

/// How policies live together. Benefits of one kind in one unit are compared.
struct group {
  std::string id;
  localized title;
  localized matter;        ///< what the members are all given for; may be empty
  std::string per;         ///< year, or item: one item counts for one member
  std::string kind, unit;  ///< of the benefits that are compared
  bool ambiguous = false;  ///< the text allows every one of the readings
  std::vector<group_reading> readings;
  std::vector<const policy*> members;  ///< by id
  /// One a member: the id of the benefit that stands in the group alone; empty: the policy does,
  /// with all of its benefits.
  std::vector<std::string> benefits;
  std::string cap, paid, election;  ///< FEEL as written; may be empty
  citation cite;
  localized note;
  location where;
};

/// One entry of the field dictionary.
struct field {
  std::string name;
  localized label;
  std::string type;  ///< number string boolean date days months list context
  /// Of a list, what its items are: one of these types, never list; `context` where the items are
  /// records with `members`. Empty for what is no list. Unit, codes and bounds are those of an
  /// item.
  std::string item_type;
  std::string unit;
  bool per_year = false;
  std::string holder;  ///< code of the department that holds it
  localized holder_label;
  std::string holder_kind;  ///< department, company or other; empty without a holder
  /// How a value comes about: `record`, `election` (the company chooses it), `judgement` (experts
  /// or officers decide).
  std::string nature;
  std::string sensitivity;  ///< S0 open .. S4 secret, or empty
  /// Whether a company can move it by its own doing: what `reach` looks at.
  bool is_changeable = false;
  std::vector<std::string> codes;
  std::optional<decimal> minimum, maximum;
  std::optional<decimal> step;  ///< of a number: the smallest difference of two values
  std::string missing;          ///< unknown, 0, false, []
  std::string check;            ///< credit_code division_code industry_code or empty
  std::vector<field> members;   ///< of a context, or of the records of a list
};

/// One value of a parameter.
struct parameter_value {
  window days;              ///< by date
  std::optional<int> year;  ///< by year
  std::string code;         ///< by code
  value held;               ///< unknown: it exists, but nobody has published it
  citation cite;
};

/// One dated, yearly or coded constant.
struct parameter {
  std::string name;
  localized label;
  std::string unit;
  std::string by;                        ///< date, year, code
  std::vector<parameter_value> entries;  ///< in the order written
};

/// Limits on what is read, so that no input can take a service down. Exceeding one is a diagnostic.
struct load_options {
  std::size_t max_file_bytes = 4u << 20;
  std::size_t max_total_bytes = 256u << 20;
  std::size_t max_depth = 64;         ///< nesting of YAML
  std::size_t max_nodes = 2'000'000;  ///< YAML nodes of one file, aliases expanded
  std::size_t max_policies = 200'000;
  std::size_t max_list_items = 100'000;         ///< of one list of a document
  std::size_t max_formula_bytes = 64u << 10;    ///< of one formula
  std::size_t max_repeated_bytes = 256u << 20;  ///< what versions repeat of their policies, in all
  std::size_t max_diagnostics = 1000;
  /// False: `test:` documents are passed over, unread and unchecked, which halves the time of a
  /// load.
  bool tests = true;
};

/// A text with the name its diagnostics shall show.
struct source_text {
  std::string name;
  std::string text;
};

/// Values for parameters from outside: they replace the rule set's own. By date: a value; by year
/// or by code: a context of year or code to value.
using parameter_values = std::vector<std::pair<std::string, value>>;

struct bind_options {
  std::optional<int> year;     ///< assessment year; default: the year of the as-of day
  std::string policies = "*";  ///< glob over policy ids; `*` matches any run of characters
  parameter_values parameters;
};

/// Policies, parameters and field dictionary, read and checked together. An immutable handle, cheap
/// to copy, used by any number of threads.
class SUDUI_API rule_set {
 public:
  [[nodiscard]] std::span<const policy> policies() const noexcept;  ///< by id
  [[nodiscard]] const policy* find(std::string_view id) const noexcept;
  [[nodiscard]] std::span<const group> groups() const noexcept;  ///< by id
  [[nodiscard]] std::span<const field> fields() const noexcept;  ///< in the order written
  [[nodiscard]] std::span<const parameter> parameters() const noexcept;
  [[nodiscard]] const localized& title() const noexcept;
  [[nodiscard]] const std::string& version() const noexcept;
  /// SHA-256 of all sources, in hexadecimal: what a decision was made from.
  [[nodiscard]] const std::string& digest() const noexcept;
  [[nodiscard]] const diagnostics& warnings() const noexcept;

  /// Fixes the day and the year: picks versions, parameters and definitions, and compiles the plan.
  /// Fails with bad_option when an option names no parameter, or a value does not fit. O(rules).
  [[nodiscard]] result<matcher> bind(date as_of, const bind_options& options = {}) const;

  explicit rule_set(std::shared_ptr<const api::loaded> held) : held_(std::move(held)) {}
  [[nodiscard]] const api::loaded& held() const noexcept { return *held_; }

 private:
  std::shared_ptr<const api::loaded> held_;
};

/// Reads and checks a file, or every .yaml file under a folder. Fails with cannot_read, or with
/// bad_rules and every diagnostic at once. Warnings do not fail.
[[nodiscard]] SUDUI_API result<rule_set> load(const std::filesystem::path& file_or_folder,
                                              const load_options& options = {});
/// The same for texts in memory.
[[nodiscard]] SUDUI_API result<rule_set> load(std::span<const source_text> texts,
                                              const load_options& options = {});

}  // namespace v1
}  // namespace sudui
