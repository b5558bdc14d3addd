#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <sudui/decision.hpp>
#include <sudui/export.hpp>
#include <sudui/matcher.hpp>
#include <sudui/profile.hpp>
#include <sudui/result.hpp>

namespace sudui {
inline namespace v1 {

/// A company in its one written form, so that equal content has equal bytes: a JSON object of the
/// fields of the dictionary by name in the order of their bytes; a yearly field always as an object
/// of years; records by member name; numbers with their exact digits, without exponent and needless
/// zeros; what is unknown and what is no field left out, null kept. Reading it back
/// (profile_format::json) and deciding gives the same decisions. O(values).
///
/// Below 5, `mask_from` makes it a form for eyes that may not see everything: values of fields of
/// this sensitivity and above stand as `{"masked":"S2"}`; a field without one counts as 2.
[[nodiscard]] SUDUI_API std::string canonical_form(const matcher& by, const profile& company,
                                                   int mask_from = 5);

/// SHA-256 of the canonical form, in hexadecimal: which profile a decision was made from.
[[nodiscard]] SUDUI_API std::string profile_digest(const matcher& by, const profile& company);

/// What a line of a decision log may show.
struct log_options {
  /// Values of fields of this sensitivity and above are masked; 5 shows everything. A field without
  /// a sensitivity counts as 2. Default: S2 to S4, personal and secret, are masked.
  int mask_from = 2;
  /// Name of the decision, given by whoever logs: a number, an identifier of the request; no
  /// personal data.
  std::string id;
};

/// A line of a decision log, JSON without a line feed: `log` (the form, 1), `id`, `as_of`, `year`,
/// `digest` of the rules, `engine`, `profile_digest`, `profile` in canonical form with masked
/// values as `{"masked":"S2"}`, and the decisions: verdicts, amounts, what is missing. The profile
/// itself stays in a store of its own, see `stored_profile`: the log may be kept where the profiles
/// may not. O(values + decisions).
[[nodiscard]] SUDUI_API std::string log_line(const matcher& by, const profile& company,
                                             const decisions& made,
                                             const log_options& options = {});

/// A line of the store of profiles that a replay reads: `{"profile_digest":...,"profile":{...}}`.
[[nodiscard]] SUDUI_API std::string stored_profile(const matcher& by, const profile& company);

/// What became of one line of a log.
struct replayed {
  enum class state : std::uint8_t {
    same,        ///< the decisions are the same, byte for byte
    different,   ///< `differences` tells the policies
    no_profile,  ///< values are masked and no profile of that digest was given
    unreadable   ///< no line of a log, or its profile does not have the digest it names
  };
  state is = state::unreadable;
  std::string id;
  std::string profile_digest;
  date as_of{};
  int year = 0;
  bool same_rules = false;               ///< the digest of the rules is that of the log
  std::vector<std::string> differences;  ///< policies whose verdict, amounts or missing differ
  localized reason;                      ///< of no_profile, unreadable
};

/// Decides the lines of logs again. One thread at a time; keeps a matcher for each day and year
/// that it has met (some milliseconds each).
class SUDUI_API replayer {
 public:
  /// Policies that match the glob only, and the parameters, must be those that the log was made
  /// with.
  explicit replayer(rule_set rules, bind_options options = {});
  ~replayer();
  replayer(replayer&&) noexcept;
  replayer& operator=(replayer&&) noexcept;

  /// Takes a line of the store. Fails with bad_profile where it is none, or the profile does not
  /// have the digest that the line names.
  [[nodiscard]] result<bool> add_profile(std::string_view line);
  /// Decides one line again. Never fails: what is wrong is in the answer.
  [[nodiscard]] replayed replay(std::string_view line);

 private:
  struct state;
  std::unique_ptr<state> state_;
};

}  // namespace v1
}  // namespace sudui
