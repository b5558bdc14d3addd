#include "routes/profile_json.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <fmt/format.h>
#include <vector>

#include "auth/tokens.hpp"
#include "http/reply.hpp"

namespace backend {
namespace {

using members = std::map<std::string, std::string, std::less<>>;

refused no_json() {
  return {400, "bad-json", "the body is not a JSON object", "请求体不是 JSON 对象"};
}

void check_syntax(std::string_view text) {
  boost::json::parse_options options;
  options.max_depth = 32;
  boost::json::error_code bad;
  const auto parsed = boost::json::parse({text.data(), text.size()}, bad, {}, options);
  if (bad || !parsed.is_object()) throw no_json();
}

std::size_t after_string(std::string_view text, std::size_t at) {
  for (++at; text[at] != '"'; ++at) {
    if (text[at] == '\\') ++at;
  }
  return at + 1;
}

std::size_t after_space(std::string_view text, std::size_t at) {
  return text.find_first_not_of(" \t\r\n", at);
}

/// Past one value; `text` is known to be JSON.
std::size_t after_value(std::string_view text, std::size_t at) {
  int depth = 0;
  while (true) {
    const char one = text[at];
    if (one == '"') {
      at = after_string(text, at);
    } else {
      if (one == '{' || one == '[') ++depth;
      if (one == '}' || one == ']') --depth;
      ++at;
    }
    if (depth > 0) continue;
    if (one == '"' || one == '}' || one == ']') return at;
    const char next = text[at];
    if (next == ',' || next == '}' || next == ']' || next <= ' ') return at;
  }
}

members split(std::string_view object) {
  members found;
  std::size_t at = after_space(object, object.find('{') + 1);
  while (object[at] != '}') {
    const auto name_end = after_string(object, at);
    auto name = text_of(object.substr(at, name_end - at), "");
    at = after_space(object, object.find(':', name_end) + 1);
    const auto end = after_value(object, at);
    if (!found.emplace(std::move(name), object.substr(at, end - at)).second) {
      throw refused(400, "member-twice", "a member stands twice in an object",
                    "对象中有重复的成员");
    }
    at = after_space(object, end);
    if (object[at] == ',') at = after_space(object, at + 1);
  }
  return found;
}

bool is_by_year(std::string_view raw) {
  if (!raw.starts_with('{')) return false;
  const auto parts = split(raw);
  return !parts.empty() && std::all_of(parts.begin(), parts.end(), [](const auto& one) {
    return one.first.size() == 4 && one.first.find_first_not_of("0123456789") == std::string::npos;
  });
}

std::string joined(const members& parts) {
  std::string made = "{";
  for (const auto& [name, raw] : parts) {
    if (made.size() > 1) made += ',';
    made += json_text(name) + ':' + raw;
  }
  return made + '}';
}

struct written {
  std::string operator()(sudui::value::unknown_type /*none*/) const {
    return R"({"status":"missing"})";
  }
  std::string operator()(sudui::value::null_type /*none*/) const { return "null"; }
  std::string operator()(bool flag) const { return flag ? "true" : "false"; }
  std::string operator()(const sudui::decimal& number) const { return number.to_string(); }
  std::string operator()(const std::string& text) const { return json_text(text); }
  std::string operator()(sudui::date day) const {
    return fmt::format("\"{:04}-{:02}-{:02}\"", static_cast<int>(day.year()),
                       static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  }
  std::string operator()(sudui::days_duration length) const {
    return fmt::format("\"PT{}S\"", length.seconds);
  }
  std::string operator()(sudui::months_duration length) const {
    return fmt::format("\"P{}M\"", length.months);
  }
  std::string operator()(const sudui::time_of_day& time) const { return '"' + clock(time) + '"'; }
  std::string operator()(const sudui::date_time& moment) const {
    const auto day = (*this)(moment.day);
    return day.substr(0, day.size() - 1) + 'T' + clock(moment.time) + '"';
  }
  std::string operator()(const sudui::value::range& from) const {
    return fmt::format(R"({{"low":{},"high":{},"open_low":{},"open_high":{},"form":{}}})",
                       std::visit(*this, from.low().held()), std::visit(*this, from.high().held()),
                       from.form.open_low, from.form.open_high,
                       static_cast<int>(from.form.written));
  }
  static std::string clock(const sudui::time_of_day& time) {
    auto text = fmt::format("{:02}:{:02}:{:02}.{:09}", time.second / 3600, time.second / 60 % 60,
                            time.second % 60, time.nanosecond);
    if (time.offset) text += fmt::format("{:+}s", *time.offset);
    return text;
  }
  std::string operator()(const sudui::value::list& items) const {
    std::string made = "[";
    for (const auto& one : items) {
      if (made.size() > 1) made += ',';
      made += std::visit(*this, one.held());
    }
    return made + ']';
  }
  std::string operator()(const sudui::value::context& entries) const {
    members parts;
    for (const auto& [name, held] : entries) parts.emplace(name, std::visit(*this, held.held()));
    return joined(parts);
  }
};

}  // namespace

members members_of(std::string_view object) {
  check_syntax(object);
  return split(object);
}

std::string text_of(std::string_view raw, std::string_view member) {
  boost::json::error_code bad;
  const auto parsed = boost::json::parse({raw.data(), raw.size()}, bad);
  if (bad || !parsed.is_string()) {
    throw refused(400, "bad-member", fmt::format("`{}` must be a text", member),
                  fmt::format("`{}` 应为文本", member));
  }
  return std::string(parsed.get_string());
}

std::string merged(std::string_view profile, std::string_view changes) {
  auto all = members_of(profile);
  for (auto& [name, raw] : members_of(changes)) {
    auto& held = all[name];
    if (is_by_year(held) && is_by_year(raw)) {
      auto years = split(held);
      for (auto& [year, one] : split(raw)) years[year] = one;
      held = joined(years);
    } else {
      held = raw;
    }
  }
  return joined(all);
}

std::string to_json(const sudui::profile& of, bool (*hide)(const sudui::field&),
                    const sudui::rule_set& rules) {
  members parts;
  for (const auto& one : of.entries()) {
    const auto fields = rules.fields();
    const auto known = std::find_if(fields.begin(), fields.end(),
                                    [&](const auto& f) { return f.name == one.name; });
    const bool hidden = hide != nullptr && (known == fields.end() || hide(*known));
    parts.emplace(one.name, hidden ? "\"***\"" : std::visit(written{}, one.held.held()));
  }
  return joined(parts);
}

std::string profile_digest(const sudui::profile& of, const sudui::rule_set& rules) {
  return sha256_hex(to_json(of, nullptr, rules));
}

bool is_sensitive(const sudui::field& one) {
  return one.sensitivity != "S0" && one.sensitivity != "S1";
}

std::string to_json(const sudui::diagnostics& findings) {
  std::string made = "[";
  for (const auto& one : findings) {
    if (made.size() > 1) made += ',';
    made += fmt::format(R"({{"code":{},"line":{},"column":{},"message":{{"zh":{},"en":{}}}}})",
                        json_text(one.code), one.where.line, one.where.column,
                        json_text(one.message.zh), json_text(one.message.en));
  }
  return made + ']';
}

}  // namespace backend
