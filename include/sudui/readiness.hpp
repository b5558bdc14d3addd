#pragma once

/// Readiness: whether a policy could be paid without an application, from what the rules read and
/// the field dictionary says of each input: who holds it, and whether it is on record, chosen by
/// the company, or judged. No company is looked at.

#include <cstdint>
#include <string>
#include <vector>

#include <sudui/export.hpp>
#include <sudui/matcher.hpp>
#include <sudui/report.hpp>
#include <sudui/rule_set.hpp>

namespace sudui {
inline namespace v1 {

/// How much a company would have to do, the least first.
enum class readiness : std::uint8_t {
  direct,   ///< nothing: departments hold every input, and nothing is chosen or judged
  confirm,  ///< answer single questions: a yes or no, or one of a few words
  apply     ///< hand in figures or lists, or wait for somebody's judgement
};

/// What stands between an input and a payment nobody asked for.
enum class input_role : std::uint8_t {
  on_record,     ///< a department holds it
  confirmation,  ///< the company answers with yes or no, or one of the field's codes
  submission,    ///< the company, or a third party for it, hands in a figure, a day or a list
  judgement      ///< experts or officers decide it
};

/// One input of a policy: a field, or a member of a field's records that has a nature of its own.
struct policy_input {
  const field* what = nullptr;
  const field* member = nullptr;  ///< null: the field itself
  input_role role = input_role::on_record;
  bool decides = false;  ///< read by a clause; else by amounts alone
};

/// The answer against the `redemption` that the policy states.
enum class redemption_check : std::uint8_t {
  as_stated,
  stated_is_easier,  ///< the policy promises less work than its inputs ask for
  could_be_easier,   ///< the inputs ask for less work than the policy states
  by_oneself         ///< `self`: claimed in a return, with no payment to compare with
};

/// One policy in force.
struct policy_readiness {
  const policy* of = nullptr;
  const policy_version* version = nullptr;
  readiness is = readiness::direct;
  redemption_check check = redemption_check::as_stated;
  std::vector<policy_input> inputs;          ///< each once, in the order of the dictionary
  std::vector<const parameter*> parameters;  ///< that it reads, in the order written
  /// Parameters without a value on the day: nothing is paid before an authority publishes them.
  std::vector<const parameter*> unpublished;
  /// The text was not found: it may ask for more than the rule does.
  bool is_illustrative = false;
};

/// Every policy in force, by id. Valid as long as the matcher's rules. O(rules).
[[nodiscard]] SUDUI_API std::vector<policy_readiness> readiness_of(const matcher& by);

// A line for people each, with counts below; JSON is one line; CSV has a header and one line an
// input that stands in the way, or one with empty cells where none does.
[[nodiscard]] SUDUI_API std::string to_text(const std::vector<policy_readiness>& all,
                                            const text_options& options = {});
[[nodiscard]] SUDUI_API std::string to_json(const std::vector<policy_readiness>& all);
[[nodiscard]] SUDUI_API std::string to_csv(const std::vector<policy_readiness>& all);

}  // namespace v1
}  // namespace sudui
