// match, explain, what-if and reach. Each takes one snapshot of the rules at its begin and uses no
// other.

#include <charconv>
#include <fmt/format.h>

#include "routes/profile_json.hpp"
#include "routes/service.hpp"

namespace backend {
namespace {

/// A request's body, understood.
struct question {
  std::shared_ptr<const snapshot> rules;
  sudui::date day{};
  int year = 0;
  std::string uscc;          ///< empty for a profile that names none
  std::string profile_text;  ///< JSON
  std::map<std::string, std::string, std::less<>> members;
};

refused bad_day() {
  return {400, "bad-day", "`as_of` must be a day of 2000 to 2099, such as \"2026-11-28\"",
          "`as_of` 应为 2000 至 2099 年间的日期，例如 \"2026-11-28\""};
}

std::optional<int> whole(std::string_view digits) {
  int made = 0;
  const auto [end, bad] = std::from_chars(digits.data(), digits.data() + digits.size(), made);
  if (bad != std::errc() || end != digits.data() + digits.size() || digits.front() == '-') {
    return std::nullopt;
  }
  return made;
}

sudui::date read_day(const std::string& text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') throw bad_day();
  const auto year = whole(text.substr(0, 4)), month = whole(text.substr(5, 2)),
             day = whole(text.substr(8, 2));
  if (!year || !month || !day) throw bad_day();
  const sudui::date made{std::chrono::year(*year),
                         std::chrono::month(static_cast<unsigned>(*month)),
                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!made.ok() || *year < 2000 || *year > 2099) throw bad_day();
  return made;
}

void read_dates(question& made) {
  const auto day = made.members.find("as_of");
  made.day = day == made.members.end() ? today_in_china() : read_day(text_of(day->second, "as_of"));
  made.year = static_cast<int>(made.day.year());
  const auto year = made.members.find("year");
  if (year == made.members.end()) return;
  const auto number = whole(year->second);
  if (!number || *number < 2000 || *number > 2099) {
    throw refused(400, "bad-year", "`year` must be a year of 2000 to 2099",
                  "`year` 应为 2000 至 2099 之间的年度");
  }
  made.year = *number;
}

void check_members(const question& made, std::initializer_list<std::string_view> also) {
  for (const auto& [name, raw] : made.members) {
    bool known = name == "company" || name == "profile" || name == "as_of" || name == "year";
    for (const auto one : also) known = known || name == one;
    if (!known) {
      throw refused(400, "unknown-member",
                    "members are company or profile, as_of, year, and what the path asks for",
                    "成员只能是 company 或 profile、as_of、year 以及该接口所需的成员");
    }
  }
}

void read_company(service& all, const request& asked, question& made) {
  const auto by_number = made.members.find("company");
  const auto by_profile = made.members.find("profile");
  const bool is_stored = by_number != made.members.end();
  if (is_stored == (by_profile != made.members.end())) {
    throw refused(400, "no-company", "give either `company` or `profile`",
                  "请给出 `company` 或 `profile` 之一");
  }
  if (is_stored) {
    made.uscc = text_of(by_number->second, "company");
  } else {
    made.profile_text = by_profile->second;
    const auto fields = members_of(made.profile_text);
    const auto number = fields.find("uscc");
    made.uscc = number == fields.end() ? asked.by.uscc : text_of(number->second, "uscc");
  }
  if (!asked.by.may_see(made.uscc)) {
    throw refused(403, "another-company", "the token is for another company",
                  "该令牌属于另一家企业");
  }
  if (!is_stored) return;
  const auto found = made.uscc.size() == 18 &&
                             made.uscc.find_first_not_of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") ==
                                 std::string::npos
                         ? all.data.find_company(made.uscc)
                         : std::nullopt;
  if (!found) throw refused(404, "no-such-company", "no such company", "没有这家企业");
  made.profile_text = found->profile;
}

question read(service& all, const request& asked, std::initializer_list<std::string_view> also) {
  question made;
  made.rules = all.rules.now();
  made.members = members_of(asked.body);
  check_members(made, also);
  read_dates(made);
  read_company(all, asked, made);
  return made;
}

sudui::profile read_profile(const question& from, const std::string& text) {
  sudui::diagnostics findings;
  auto made = sudui::read_profile(from.rules->rules(), text, sudui::profile_format::json, findings);
  const bool is_bad = !made || sudui::count(findings, sudui::severity::error) != 0;
  if (!is_bad) return std::move(*made);
  refused why(422, "bad-profile", "values of the profile do not fit", "企业资料中有不合规的值");
  why.findings = to_json(made ? findings : made.error().details);
  throw why;
}

/// The company with the changes of the body made to it, decided before and after.
sudui::what_if_answer changed(const question& from, const std::string& changes,
                              const sudui::matcher& by, const sudui::profile& company) {
  (void)members_of(changes);
  const auto wanted = sudui::changes_of(from.rules->rules(), read_profile(from, changes));
  auto made = sudui::what_if(by, company, wanted);
  if (made) return std::move(*made);
  throw refused(422, "bad-changes", made.error().message.en, made.error().message.zh);
}

const std::string& needed(const question& from, std::string_view member, const char* en,
                          const char* zh) {
  const auto found = from.members.find(member);
  if (found == from.members.end()) throw refused(400, "no-" + std::string(member), en, zh);
  return found->second;
}

refused no_such_policy() { return {404, "no-such-policy", "no such policy", "没有这项政策"}; }

std::string iso(sudui::date day) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

}  // namespace

reply match(service& all, const request& asked) {
  const auto from = read(all, asked, {});
  const auto company = read_profile(from, from.profile_text);
  const auto by = from.rules->at(from.day, from.year);
  const auto made = by.match(company);
  const auto digest = sudui::profile_digest(by, company);
  sudui::log_options options;
  options.id = random_hex(16);
  log_row kept{.id = options.id,
               .at = utc_now(),
               .uscc = from.uscc,
               .rules = from.rules->rules().digest(),
               .engine = SUDUI_VERSION,
               .as_of = iso(from.day),
               .year = from.year,
               .profile_digest = digest,
               .asked_by = asked.by.name,
               .line = sudui::log_line(by, company, made, options),
               .profile = sudui::stored_profile(by, company)};
  ++all.count.matched;
  reply answer;
  answer.body = fmt::format(R"({{"decision_id":"{}","decided_at":"{}","company":{},)", kept.id,
                            kept.at, json_text(kept.uscc)) +
                sudui::to_json(by, made, digest).substr(1);
  answer.record = std::move(kept);
  return answer;
}

reply explain(service& all, const request& asked) {
  const auto from = read(all, asked, {"policy", "changes"});
  auto company = read_profile(from, from.profile_text);
  const auto by = from.rules->at(from.day, from.year);
  if (const auto changes = from.members.find("changes"); changes != from.members.end()) {
    company = changed(from, changes->second, by, company).company;
  }
  reply answer;
  if (const auto one = from.members.find("policy"); one != from.members.end()) {
    const auto why = by.explain(text_of(one->second, "policy"), company);
    if (!why) throw no_such_policy();
    answer.body = sudui::to_json(*why);
    return answer;
  }
  answer.body = R"({"explanations":[)";
  const auto made = by.match(company);
  for (const auto& one : made.all()) {
    if (answer.body.back() != '[') answer.body += ',';
    answer.body += sudui::to_json(by.explain(one.of->id, company).value());
  }
  answer.body += "]}";
  return answer;
}

reply what_if(service& all, const request& asked) {
  const auto from = read(all, asked, {"changes"});
  const auto& changes = needed(from, "changes", "give `changes`, fields with their new values",
                               "请给出 `changes`，即要改动的字段及其新值");
  const auto by = from.rules->at(from.day, from.year);
  const auto made = changed(from, changes, by, read_profile(from, from.profile_text));
  std::string differ;
  for (const auto at : made.changed) {
    differ += (differ.empty() ? "" : ",") + json_text(made.before.all()[at].of->id);
  }
  reply answer;
  answer.body = R"({"changed":[)" + differ + R"(],"before":)" + sudui::to_json(by, made.before) +
                R"(,"after":)" + sudui::to_json(by, made.after) + '}';
  return answer;
}

reply reach(service& all, const request& asked) {
  const auto from = read(all, asked, {"policy", "changes"});
  const auto& policy = needed(from, "policy", "give `policy`, the id of one policy",
                              "请给出 `policy`，即一项政策的编号");
  auto company = read_profile(from, from.profile_text);
  const auto by = from.rules->at(from.day, from.year);
  if (const auto changes = from.members.find("changes"); changes != from.members.end()) {
    company = changed(from, changes->second, by, company).company;
  }
  const auto made = sudui::reach(by, text_of(policy, "policy"), company);
  if (!made) throw no_such_policy();
  return {.body = sudui::to_json(*made)};
}

}  // namespace backend
