#pragma once

// What the authors wrote, as structs with places and no behaviour. One struct per document kind;
// the formulas are parsed but mean nothing yet. Filled by from_yaml, read by types/from_model and
// report.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <sudui/text.hpp>
#include <sudui/value.hpp>

#include "feel/ast.hpp"
#include "text/excerpt.hpp"
#include "text/source.hpp"
#include "text/tree.hpp"

namespace sudui::model {

/// An identifier with the place where it stands.
struct name {
  std::string text;
  text::span where;
};

/// A formula: its text, where it came from, and its tree. Copies share all of it.
class formula {
 public:
  formula() = default;  // not given
  formula(text::excerpt source, feel::expression parsed)
      : held_(std::make_shared<const parts>(parts{std::move(source), std::move(parsed)})) {}

  [[nodiscard]] bool is_given() const noexcept { return parsed().root != feel::no_node; }
  [[nodiscard]] const text::excerpt& source() const noexcept { return held().source; }
  [[nodiscard]] const feel::expression& parsed() const noexcept { return held().parsed; }
  [[nodiscard]] text::span where() const noexcept { return source().where(); }

 private:
  struct parts {
    text::excerpt source;
    feel::expression parsed;
  };
  [[nodiscard]] const parts& held() const noexcept {
    static const parts nothing;
    return held_ == nullptr ? nothing : *held_;
  }

  std::shared_ptr<const parts> held_;
};

/// How well a source is known; the words of the rule files with dashes.
enum class source_status : std::uint8_t {
  verified_text,
  verified_secondary,
  general_knowledge,
  seed_only
};

/// A passage of a document that rules stand on.
struct legal_source {
  std::string key;       // of the policy's `sources`, empty when written in place
  std::string document;  // empty: not said
  std::string clause;
  std::string url;
  std::string note;
  source_status status = source_status::general_knowledge;
};

/// The place that cites, and what it cites: shared by all that cite it.
class citation {
 public:
  citation() = default;  // none
  citation(std::shared_ptr<const legal_source> cited, text::span place)
      : where(place), cited_(std::move(cited)) {}

  [[nodiscard]] bool is_given() const noexcept { return !source().document.empty(); }
  [[nodiscard]] const legal_source& source() const noexcept {
    static const legal_source nothing;
    return cited_ == nullptr ? nothing : *cited_;
  }
  /// The same source, cited elsewhere.
  [[nodiscard]] citation at(text::span place) const { return {cited_, place}; }

  text::span where;

 private:
  std::shared_ptr<const legal_source> cited_;
};

/// Days [from, to], both included; a missing end is open.
struct window {
  std::optional<date> from, to;
  text::span where;
  [[nodiscard]] bool holds(date day) const noexcept {
    return (!from || *from <= day) && (!to || day <= *to);
  }
};

// ---- rule_set ----

enum class holder_kind : std::uint8_t { department, company, other };

struct holder {  // who holds data, by its code (TAX, HRSS, SELF)
  std::string code;
  localized label;
  holder_kind is = holder_kind::department;
  text::span where;
};

struct header {
  name id;
  localized title;
  std::string version;
  int language = 1;
  std::vector<holder> holders;
};

// ---- fields ----

enum class period : std::uint8_t { none, year };
enum class absence : std::uint8_t { unknown, zero, no, empty_list };  // what a missing value means
/// How a value comes about: it is on record, the company chooses it, or somebody judges.
enum class nature : std::uint8_t { record, election, judgement };
enum class value_check : std::uint8_t { none, credit_code, division_code, industry_code };

struct field {
  name id;
  localized label;
  name type;  // number string boolean date days months list context
  name unit;  // `元`, `人`, `平方米`; empty: none
  period per = period::none;
  name holder_code;
  std::string sensitivity;     // S0..S4, empty: not said
  bool is_changeable = false;  // a company can move it by its own doing
  nature by = nature::record;
  value_check check = value_check::none;
  std::optional<decimal> minimum, maximum;
  std::optional<decimal> step;  // the smallest difference of two values; empty: by the unit
  std::vector<name> codes;      // allowed strings; empty: any
  absence missing = absence::unknown;
  std::vector<field> members;  // of a context, or of the items of a list of records
  name item_type;              // of a list of scalars: `items: string`
  text::span where;
};

// ---- parameter ----

enum class selector : std::uint8_t { date, year, code };
enum class code_match : std::uint8_t { exact, prefix };

struct band {
  formula to;  // absent in the last band: no upper end
  formula rate;
  text::span where;
};

struct parameter_entry {
  window days;                       // by date; by code it may be given too
  std::optional<std::int32_t> year;  // by year
  name code;                         // by code
  formula value;                     // absent when `bands` are given or the value is unknown
  std::vector<band> bands;
  bool is_unknown = false;  // `value: unknown`: exists, but nobody has published it
  citation cite;
  text::span where;
};

struct parameter {
  name id;
  localized label;
  selector by = selector::date;
  code_match match = code_match::exact;
  name unit;
  std::vector<parameter_entry> entries;
  text::span where;
};

// ---- define ----

// A decision table. In a benefit its rows give amounts, in a definition values of any one type.
enum class hit_policy : std::uint8_t {
  unique,
  any,
  first,
  collect_sum,
  collect_min,
  collect_max,
  collect_count,
  priority,
  rule_order,
  output_order,
  collect
};

struct tier_row {
  std::vector<formula> tests;  // one unary-tests formula per `on`
  formula amount;              // `amount:` of a benefit, `then:` of a definition
  localized label;
  text::span where;
};

/// The outputs from the first to the last: of the whole output, or of one member of a context.
struct output_order {
  name member;  // empty: the whole
  std::vector<formula> outputs;
};

struct tiers {
  hit_policy hit = hit_policy::unique;
  std::vector<formula> on;
  std::vector<tier_row> rows;
  std::vector<output_order> order;  // of priority and output_order
  formula otherwise;                // `default:`, where no row applies
  bool is_complete = false;         // the author says that some row always applies
  text::span where;
};

struct definition_version {
  window days;
  formula body;  // not given where there is a table
  std::optional<tiers> table;
  text::span where;
};

struct definition {
  name id;
  std::vector<name> parameters;
  localized label;
  name unit;                                 // declared unit of the result, may be empty
  std::vector<definition_version> versions;  // one with an open window when none are written
  citation cite;
  text::span where;
};

// ---- policy ----

enum class clause_kind : std::uint8_t { require, all, any, none };

struct clause {
  clause_kind kind = clause_kind::require;
  name id;
  localized label;
  formula require;
  std::vector<clause> children;
  bool veto = false;
  citation cite;  // a child without one has its parent's
  text::span where;
};

enum class benefit_kind : std::uint8_t {
  cash,
  tax,
  deduction,
  rate,
  deferral,
  right,
  voucher,
  in_kind,
  loan,
  recognition
};
/// `at_most` and `at_least` in the order written; applied in this order before rounding.
struct limit {
  bool is_maximum = true;
  formula amount;
  citation cite;
  text::span where;
};

struct rounding_rule {
  std::int32_t places = 0;  // 2: to 0.01; 0: to 1; -4: to 10000
  rounding mode = rounding::half_up;
  text::span where;
};

struct benefit {
  name id;  // unique in the policy; empty when there is only one
  benefit_kind kind = benefit_kind::cash;
  localized label;
  name unit;  // default `元` for money kinds
  // for_each: variable in list, its own clauses
  name variable;
  formula for_each;
  std::vector<clause> clauses;  // of an item
  // at most one of amount, up_to, tiers, bands
  formula amount;
  formula up_to;  // "up to": the grant lies in [0, up_to]
  std::optional<tiers> by_tiers;
  std::vector<band> bands;
  name bands_parameter;             // `bands: name_of_parameter`
  formula base;                     // `of:` of bands
  std::vector<limit> limits;        // of the amount; per item under for_each
  std::vector<limit> total_limits;  // of the sum under for_each
  std::optional<rounding_rule> round;
  bool round_none = false;  // `round: none`
  citation cite;
  text::span where;
};

enum class level : std::uint8_t { national, province, city, district };
enum class redemption : std::uint8_t { direct, confirm, apply, self };
enum class timing : std::uint8_t { day, year };

/// A policy as it stands in one window: the base with the version's keys over it.
struct policy_version {
  window days;
  std::vector<clause> clauses;
  std::vector<benefit> benefits;
  redemption redeemed = redemption::apply;
  bool illustrative = false;
  bool discretionary = false;  // competitive or pooled: "may apply", never "will receive"
  localized note;
  citation cite;  // of the version itself, may be absent
  text::span where;
};

/// A field that a benefit changes for whoever reads it with `after(...)`: by its amount, up or
/// down.
struct affected {
  name field;
  name benefit;  // empty: the only one
  bool is_lowered = false;
  text::span where;
};

struct policy {
  name id;
  localized title;
  localized authority;
  level at = level::national;
  timing time = timing::day;
  std::optional<std::int32_t> entry;  // number in the published list of 106
  std::vector<std::string> tags;
  std::vector<citation> sources;  // with their keys
  std::vector<affected> affects;
  std::vector<policy_version> versions;  // sorted by from; windows do not overlap
  text::span where;
};

// ---- group ----

/// How the members of a group live together.
enum class group_rule : std::uint8_t {
  highest,     // the best of them, nothing twice
  exclusive,   // one of them, which the company elects
  difference,  // the higher levels pay first, the lower ones only what is missing to the best
  sum_to_cap,  // all of them, up to a cap
  sum          // all of them: the other reading of a group that may be one of the above
};
/// What a group looks at: the company in a year, or one item of a list.
enum class group_scope : std::uint8_t { year, item };

/// Policies of a group: those that all given selectors name.
struct group_member {
  name policy;  // an id or a glob
  name tag;
  std::optional<level> at;
  name benefit;           // which benefit counts, where a policy has several of the kind
  bool is_alone = false;  // written `policy#benefit`: the others of the policy stand in no group
  name option;            // what the election says when it means this member; empty: its id
  text::span where;
};

/// A way to read the text of a group; two or more where it leaves the reading open.
struct group_reading {
  name id;  // empty where there is only one
  group_rule rule = group_rule::highest;
  localized label;
  text::span where;
};

struct group {
  name id;
  localized title;
  localized matter;  // what they are all given for
  group_scope per = group_scope::year;
  std::vector<group_reading> readings;
  std::vector<group_member> members;
  std::optional<benefit_kind> measure;  // the kind of benefit that is compared
  formula cap;                          // of sum_to_cap
  formula paid;                         // for the same matter before
  formula election;                     // a text: an option
  citation cite;
  localized note;
  text::span where;
};

// ---- test ----

/// What a test expects of a group, or of one of its readings.
struct group_expectation {
  name group;
  name reading;  // empty: of the group
  std::optional<decimal> low, high;
  text::span where;
};

enum class expected_amount : std::uint8_t { not_said, exact, unknown, interval, none };

struct expectation {
  name policy;
  std::optional<std::string> verdict;  // eligible, ineligible, undetermined, not-in-force
  name benefit;  // which benefit the amount is of; empty: the only one, or none where others follow
  expected_amount amount = expected_amount::not_said;
  std::optional<decimal> low, high;          // exact: both
  std::optional<std::vector<name>> missing;  // exactly these inputs
  std::vector<name> met, unmet, unknown;     // clause ids
  std::optional<std::string> standing;       // kept, displaced, open
  name displaced_by;
  std::optional<decimal> paid;  // after the groups, of the benefit that they compare
  text::span where;
};

struct test {
  name title;
  std::optional<date> as_of;
  std::optional<std::int32_t> year;
  text::tree profile;
  text::tree parameters;  // overrides: name -> value, or name -> {year or code: value}
  std::vector<expectation> expect;
  std::vector<group_expectation> groups;
  text::span where;
};

struct rule_set {
  header head;
  std::vector<field> fields;
  std::vector<parameter> parameters;
  std::vector<definition> definitions;
  std::vector<policy> policies;  // sorted by id
  std::vector<group> groups;     // sorted by id
  std::vector<test> tests;
  std::string digest;  // SHA-256 of all source bytes, in file order; names do not enter
};

}  // namespace sudui::model
