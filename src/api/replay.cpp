// Deciding the lines of a log again.
//
// A line names its profile by digest. The profile itself comes from the store, or from the line
// where nothing in it is masked; either way its bytes must have the digest named, so neither log
// nor store can be altered unnoticed. Decisions are compared policy by policy; a policy that a line
// does not list was ineligible.
//
// Tested by tests/api/audit_test.cpp and tests/cli/replay.sh.

#include <boost/json.hpp>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include <sudui/audit.hpp>

#include "report/json_log.hpp"
#include "text/sha256.hpp"

namespace sudui {
inline namespace v1 {

namespace {

namespace json = boost::json;

constexpr std::string_view store_head = R"({"profile_digest":")";
constexpr std::string_view store_middle = R"(","profile":)";
constexpr std::string_view profile_key = ",\"profile\":{";
constexpr std::size_t digest_length = 64;

bool has_digest(std::string_view bytes, std::string_view wanted) {
  text::sha256 digest;
  digest.add(bytes);
  return digest.hex() == wanted;
}

std::string text_in(const json::object& from, std::string_view key) {
  const auto* found = from.if_contains(key);
  const auto* text = found == nullptr ? nullptr : found->if_string();
  return text == nullptr ? std::string() : std::string(text->data(), text->size());
}

// The digests and the dates of a line, and its decisions by policy.
struct parsed_line {
  std::string id, profile_digest, rules_digest;
  date as_of{};
  int year = 0;
  std::int64_t decided = 0;
  bool masked = true;
  std::map<std::string, json::value, std::less<>> decisions;
  std::string_view profile;  // of the line
};

std::optional<parsed_line> parse_line(std::string_view line) {
  boost::system::error_code error;
  json::parse_options options;
  options.max_depth = 64;
  const auto read = json::parse({line.data(), line.size()}, error, {}, options);
  const auto* object = error ? nullptr : read.if_object();
  if (object == nullptr) return std::nullopt;
  const auto whole = [&](std::string_view key) -> std::int64_t {
    const auto* found = object->if_contains(key);
    return found != nullptr && found->is_int64() ? found->get_int64() : 0;
  };
  parsed_line made;
  made.id = text_in(*object, "id");
  made.profile_digest = text_in(*object, "profile_digest");
  made.rules_digest = text_in(*object, "digest");
  const auto day = parse_date(text_in(*object, "as_of"));
  made.year = static_cast<int>(whole("year"));
  made.decided = whole("decided");
  const auto* masked = object->if_contains("masked");
  const auto* decisions = object->if_contains("decisions");
  const auto place = line.find(profile_key);
  const bool is_log = whole("log") == 1 && day && masked != nullptr && masked->is_bool() &&
                      decisions != nullptr && decisions->is_array() &&
                      place != std::string_view::npos && line.ends_with("}}");
  if (!is_log) return std::nullopt;
  made.as_of = *day;
  made.masked = masked->get_bool();
  for (const auto& each : decisions->get_array()) {
    const auto* one = each.if_object();
    if (one == nullptr) return std::nullopt;
    made.decisions.emplace(text_in(*one, "policy"), each);
  }
  const auto begin = place + profile_key.size() - 1;
  made.profile = line.substr(begin, line.size() - 1 - begin);
  return made;
}

localized no_line() { return {"不是判定日志的一行", "no line of a decision log"}; }

}  // namespace

struct replayer::state {
  rule_set rules;
  bind_options options;
  std::map<std::pair<std::int64_t, int>, matcher> matchers;
  std::unordered_map<std::string, std::string> profiles;  // digest to canonical form
  scratch reuse;

  const matcher* bound(date as_of, int year) {
    const auto day = std::chrono::sys_days(as_of).time_since_epoch().count();
    const std::pair<std::int64_t, int> key{day, year};
    if (const auto found = matchers.find(key); found != matchers.end()) return &found->second;
    auto with = options;
    with.year = year;
    auto made = rules.bind(as_of, with);
    return made ? &matchers.emplace(key, std::move(*made)).first->second : nullptr;
  }

  std::optional<profile> company_of(const parsed_line& line, replayed& into) {
    std::string_view form;
    if (const auto found = profiles.find(line.profile_digest); found != profiles.end()) {
      form = found->second;
    } else if (line.masked) {
      into.is = replayed::state::no_profile;
      into.reason = {"画像已脱敏，存档中没有摘要相同的画像",
                     "the profile is masked, and none of its digest is in the store"};
      return std::nullopt;
    } else {
      form = line.profile;
    }
    into.reason = {"画像与摘要不符", "the profile does not have the digest that the line names"};
    if (!has_digest(form, line.profile_digest)) return std::nullopt;
    diagnostics found;
    auto made = read_profile(rules, form, profile_format::json, found);
    if (!made) return std::nullopt;
    return std::move(*made);
  }

  void compare(const parsed_line& line, const decisions& made, replayed& into) const {
    std::set<std::string> differing;
    std::size_t seen = 0;
    for (const auto& each : made.all()) {
      const auto logged = line.decisions.find(each.of->id);
      const bool was_listed = logged != line.decisions.end();
      const bool is_listed = each.verdict != verdict::ineligible;
      if (was_listed) ++seen;
      if (was_listed != is_listed ||
          (is_listed && json::parse(report::brief_of(each)) != logged->second)) {
        differing.insert(each.of->id);
      }
    }
    if (seen != line.decisions.size()) {  // policies that are not in force any more
      for (const auto& each : line.decisions) {
        if (made.find(each.first) == nullptr) differing.insert(each.first);
      }
    }
    const auto decided = static_cast<std::int64_t>(made.all().size());
    if (decided != line.decided && differing.empty()) differing.insert("*");
    into.differences.assign(differing.begin(), differing.end());
    into.is = differing.empty() ? replayed::state::same : replayed::state::different;
  }
};

replayer::replayer(rule_set rules, bind_options options)
    : state_(std::make_unique<state>(state{std::move(rules), std::move(options), {}, {}, {}})) {}
replayer::~replayer() = default;
replayer::replayer(replayer&&) noexcept = default;
replayer& replayer::operator=(replayer&&) noexcept = default;

// The line is taken apart by its bytes: what stored_profile writes has one form.
result<bool> replayer::add_profile(std::string_view line) {
  const auto head = store_head.size() + digest_length + store_middle.size();
  const bool is_line = line.size() > head + 1 && line.starts_with(store_head) &&
                       line.substr(store_head.size() + digest_length).starts_with(store_middle) &&
                       line.ends_with("}}");
  if (!is_line) {
    return failure{errc::bad_profile, {"不是画像存档的一行", "no line of a store of profiles"}, {}};
  }
  const auto digest = line.substr(store_head.size(), digest_length);
  const auto form = line.substr(head, line.size() - head - 1);
  if (!has_digest(form, digest)) {
    return failure{errc::bad_profile,
                   {"画像与摘要不符", "the profile does not have the digest that the line names"},
                   {}};
  }
  return state_->profiles.insert_or_assign(std::string(digest), std::string(form)).second;
}

replayed replayer::replay(std::string_view line) {
  replayed made;
  const auto read = parse_line(line);
  if (!read) {
    made.reason = no_line();
    return made;
  }
  made.id = read->id;
  made.profile_digest = read->profile_digest;
  made.as_of = read->as_of;
  made.year = read->year;
  made.same_rules = read->rules_digest == state_->rules.digest();
  const auto company = state_->company_of(*read, made);
  if (!company) return made;
  const auto* by = state_->bound(read->as_of, read->year);
  if (by == nullptr) {
    made.reason = no_line();
    return made;
  }
  made.reason = {};
  state_->compare(*read, by->match(*company, state_->reuse), made);
  return made;
}

}  // namespace v1
}  // namespace sudui
