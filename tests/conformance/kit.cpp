#include "kit.hpp"

#include <algorithm>
#include <cctype>

#include "values/clock.hpp"
#include "values/date.hpp"
#include "values/duration.hpp"

namespace sudui::conformance {

namespace json = boost::json;
using types::type_kind;

std::string text_at(const json::object& from, const char* key) {
  const auto* found = from.if_contains(key);
  return found != nullptr && found->is_string() ? json::value_to<std::string>(*found) : "";
}

namespace {

std::optional<value> list_of(const json::array& items) {
  value::list made;
  for (const auto& each : items) {
    auto item = value_of(each.as_object());
    if (!item) return std::nullopt;
    made.push_back(std::move(*item));
  }
  return made;
}

std::optional<value> context_of(const json::object& entries) {
  value::context made;
  for (const auto& each : entries) {
    auto held = value_of(each.value().as_object());
    if (!held) return std::nullopt;
    made.emplace_back(std::string(each.key()), std::move(*held));
  }
  return made;
}

}  // namespace

std::optional<value> value_of(const json::object& typed) {
  if (typed.contains("error")) return value::null();
  const auto kind = text_at(typed, "type");
  if (kind == "null") return value::null();
  if (kind == "list") return list_of(typed.at("items").as_array());
  if (kind == "context") return context_of(typed.at("entries").as_object());
  if (kind == "boolean") return value(typed.at("value").as_bool());
  const auto text = text_at(typed, "value");
  if (kind == "string") return value(text);
  if (kind == "number") {
    const auto number = decimal::parse(text);
    return number ? std::optional<value>(*number) : std::nullopt;
  }
  if (kind == "date") {
    const auto day = parse_date(text);
    return day ? std::optional<value>(*day) : std::nullopt;
  }
  if (kind == "time") {
    const auto time = values::parse_time(text);
    return time ? std::optional<value>(values::time_from(*time)) : std::nullopt;
  }
  if (kind == "date and time") {
    const auto moment = values::parse_moment(text);
    return moment ? std::optional<value>(values::moment_from(*moment)) : std::nullopt;
  }
  if (kind == "days and time duration") {
    const auto length = values::parse_lapse(text);
    return length ? std::optional<value>(days_duration{length->count, length->nanos})
                  : std::nullopt;
  }
  if (kind == "years and months duration") {
    const auto length = values::parse_months(text);
    return length ? std::optional<value>(months_duration{*length}) : std::nullopt;
  }
  return std::nullopt;
}

namespace {

// A cursor over a type as the kit writes it.
class type_reader {
 public:
  explicit type_reader(std::string_view text) : rest_(text) {}

  types::type read() {
    const auto name = word("<>,");
    if (name == "list" && take('<')) {
      auto item = read();
      return take('>') && !item.is_error() ? types::list_of(std::move(item)) : types::type{};
    }
    if (name == "context" && take('<')) return members();
    return plain(name);
  }

 private:
  static types::type plain(std::string_view name) {
    if (name == "number") return types::number_in(types::unit::free());
    if (name == "string") return types::simple(type_kind::string);
    if (name == "boolean") return types::simple(type_kind::boolean);
    if (name == "time") return types::simple(type_kind::time);
    if (name == "date and time") return types::simple(type_kind::moment);
    if (name == "date") return types::simple(type_kind::date);
    if (name == "days and time duration") return types::simple(type_kind::days);
    if (name == "years and months duration") return types::simple(type_kind::months);
    return {};
  }

  types::type members() {
    std::vector<types::member> made;
    do {
      const std::string name(word(":"));
      if (!take(':')) return {};
      made.push_back({name, {}, read(), nullptr});
      if (made.back().of.is_error()) return {};
    } while (take(','));
    return take('>') ? types::record_of(std::move(made)) : types::type{};
  }

  std::string_view word(std::string_view stops) {
    while (!rest_.empty() && rest_.front() == ' ') rest_.remove_prefix(1);
    const auto found = rest_.substr(0, rest_.find_first_of(stops));
    rest_.remove_prefix(found.size());
    return found;
  }

  bool take(char sign) {
    if (rest_.empty() || rest_.front() != sign) return false;
    rest_.remove_prefix(1);
    return true;
  }

  std::string_view rest_;
};

}  // namespace

types::type type_named(std::string_view written) { return type_reader(written).read(); }

// The declared type, or where there is none (`Any`) that of the value.
std::vector<api::variable> variables_of(const json::object& inputs, const json::object& declared) {
  std::vector<api::variable> made;
  for (const auto& each : declared) {
    api::variable one;
    one.name = std::string(each.key());
    if (const auto* given = inputs.if_contains(each.key())) {
      one.held = value_of(given->as_object()).value_or(value());
    }
    const auto written = each.value().is_string() ? json::value_to<std::string>(each.value()) : "";
    one.of = type_named(written);
    if (one.of.is_error()) one.of = api::type_of(one.held);
    made.push_back(std::move(one));
  }
  return made;
}

kit_case case_of(const json::object& line) {
  kit_case made;
  made.id = text_at(line, "id");
  made.formula = text_at(line, "expr");
  made.of_class = text_at(line, "class");
  made.ring = static_cast<int>(line.at("ring").as_int64());
  made.expected = line.at("expect").as_object();
  for (const auto& each : line.at("features").as_array()) {
    const auto feature = json::value_to<std::string>(each);
    made.is_apart = made.is_apart || feature == "zone:region" || feature == "year:extended";
  }
  const auto& inputs = line.at("inputs").as_object();
  made.variables = variables_of(inputs, line.at("types").as_object());
  made.has_missing = std::any_of(made.variables.begin(), made.variables.end(),
                                 [](const auto& each) { return each.held.is_unknown(); });
  if (const auto* lets = line.if_contains("lets")) {
    for (const auto& each : lets->as_array()) {
      made.lets.push_back({text_at(each.as_object(), "name"), text_at(each.as_object(), "expr")});
    }
  }
  return made;
}

namespace {

// Where the kit gives eight decimals it has rounded: then its own tolerance holds.
bool same_number(const decimal& got, const std::string& wanted) {
  const auto exact = decimal::parse(wanted);
  if (!exact) return false;
  if (got == *exact) return true;
  const auto point = wanted.find('.');
  if (point == std::string::npos || wanted.size() - point - 1 < 8) return false;
  const auto gap = subtract(got, *exact);
  const auto limit = decimal::scaled(1, -8);
  return gap && *gap <= limit && *gap >= negate(limit);
}

bool same_items(const value::list& got, const json::array& wanted) {
  if (got.size() != wanted.size()) return false;
  for (std::size_t i = 0; i < got.size(); ++i) {
    if (!agrees(got[i], wanted[i].as_object())) return false;
  }
  return true;
}

bool same_entries(const value& got, const json::object& wanted) {
  if (got.get_if<value::context>()->size() != wanted.size()) return false;
  return std::all_of(wanted.begin(), wanted.end(), [&](const auto& each) {
    const auto* held = got.find(std::string(each.key()));
    return held != nullptr && agrees(*held, each.value().as_object());
  });
}

}  // namespace

bool agrees(const value& got, const json::object& expected) {
  const auto kind = text_at(expected, "type");
  if (const auto* items = got.get_if<value::list>()) {
    return kind == "list" && same_items(*items, expected.at("items").as_array());
  }
  if (got.get_if<value::context>() != nullptr) {
    return kind == "context" && same_entries(got, expected.at("entries").as_object());
  }
  if (const auto* number = got.get_if<decimal>()) {
    return kind == "number" && same_number(*number, text_at(expected, "value"));
  }
  const auto wanted = value_of(expected);
  return wanted && got == *wanted;
}

std::string shown(const json::object& expected) {
  if (const auto wanted = value_of(expected)) return to_string(*wanted);
  return json::serialize(expected);
}

}  // namespace sudui::conformance
