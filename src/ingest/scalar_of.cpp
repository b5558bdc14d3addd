// Scalars: from the text that stands in a profile to a value of the type the dictionary asks for.
//
// JSON says of every scalar whether it is text, a number or a boolean, and is taken at its word:
// "5000" in quotes for a number is refused, with the help to take the quotes away, because a sender
// that quotes its numbers may also write thousands separators or units into them. Plain YAML
// scalars and the cells of a table have no such mark, so there the type asked for decides: 320412
// is a text where a code is asked for.
//
// Tested by tests/unit/ingest/scalar_of_test.cpp.
#include "ingest/scalar_of.hpp"

#include <optional>
#include <string_view>

#include "ingest/check_number.hpp"
#include "ingest/check_text.hpp"
#include "ingest/number_text.hpp"
#include "values/duration.hpp"

namespace sudui::ingest {
namespace {

using text::both;
using text::message;
using text::tree;
using types::type_kind;

struct scalar_reader {
  const tree& what;
  const wanted& as;
  const place& where;
  text::sink& out;

  [[nodiscard]] bool is_plain() const { return what.how == tree::style::plain; }
  [[nodiscard]] std::string written() const { return std::string(what.text()); }

  value refuse(message why) const {
    out.report(why, what.where, {where.to_string(), written()});
    return {};
  }
  value wrong_type() const {
    out.report(message::profile_wrong_type, what.where,
               {where.to_string(), description_of(as.of), description_of(what)});
    return {};
  }
  [[nodiscard]] value number() const;
  [[nodiscard]] value string() const;
  [[nodiscard]] value boolean() const;
  [[nodiscard]] value day() const;
  [[nodiscard]] value length() const;
};

message message_of(number_flaw flaw) {
  return flaw == number_flaw::separators ? message::number_with_separators
                                         : message::profile_number_too_long;
}

value scalar_reader::number() const {
  const read_number read = number_of(what.text(), is_plain());
  if (what.how == tree::style::boolean) return wrong_type();
  if (read.flaw == number_flaw::not_a_number) return wrong_type();
  if (read.flaw != number_flaw::none) return refuse(message_of(read.flaw));
  if (!is_plain() && what.how != tree::style::number) return refuse(message::number_in_quotes);
  const auto held = check_number(read.value, as, what.where, where, out);
  return held ? value(*held) : value();
}

value scalar_reader::string() const {
  if (what.how == tree::style::number) return refuse(message::text_without_quotes);
  if (what.how == tree::style::boolean) return wrong_type();
  std::string held = written();
  const bool fits = as.from == nullptr || check_text(held, *as.from, what.where, where, out);
  return fits ? value(std::move(held)) : value();
}

value scalar_reader::boolean() const {
  if (!is_plain() && what.how != tree::style::boolean) return wrong_type();
  constexpr std::string_view yes[] = {"true", "True", "TRUE", "是"};
  constexpr std::string_view no[] = {"false", "False", "FALSE", "否"};
  for (const std::string_view each : yes) {
    if (what.text() == each) return true;
  }
  for (const std::string_view each : no) {
    if (what.text() == each) return false;
  }
  return wrong_type();
}

value scalar_reader::day() const {
  if (what.how == tree::style::number || what.how == tree::style::boolean) return wrong_type();
  const auto held = parse_date(what.text());
  if (held) return *held;
  const bool has_form = what.text().size() == 10 && what.text()[4] == '-' && what.text()[7] == '-';
  return refuse(has_form ? message::profile_no_such_day : message::wrong_date_form);
}

value scalar_reader::length() const {
  if (what.how == tree::style::number || what.how == tree::style::boolean) return wrong_type();
  if (as.of.is(type_kind::months)) {
    const auto months = values::parse_months(what.text());
    return months ? value(months_duration{*months}) : refuse(message::wrong_months_form);
  }
  const auto seconds = values::parse_days(what.text());
  return seconds ? value(days_duration{*seconds}) : refuse(message::wrong_days_form);
}

std::string quoted(std::string_view zh, std::string_view en, std::string_view what) {
  const std::string tail = " `" + std::string(what) + "`";
  return both(std::string(zh) + tail, std::string(en) + tail);
}

}  // namespace

value scalar_of(const tree& what, const wanted& as, const place& where, text::sink& out) {
  const scalar_reader reader{what, as, where, out};
  switch (as.of.kind) {
    case type_kind::number:
      return reader.number();
    case type_kind::string:
      return reader.string();
    case type_kind::boolean:
      return reader.boolean();
    case type_kind::date:
      return reader.day();
    case type_kind::days:
    case type_kind::months:
      return reader.length();
    case type_kind::list:
    case type_kind::record:
    case type_kind::time:  // no field has these types
    case type_kind::moment:
    case type_kind::range:
      return reader.wrong_type();
    case type_kind::error:
    case type_kind::null:
      break;
  }
  return {};
}

std::string description_of(const tree& what) {
  switch (what.what) {
    case tree::kind::missing:
      return both("空值", "nothing");
    case tree::kind::sequence:
      return both("列表", "a list");
    case tree::kind::mapping:
      return both("映射", "a mapping");
    case tree::kind::scalar:
      break;
  }
  switch (what.how) {
    case tree::style::number:
      return quoted("数字", "the number", what.text());
    case tree::style::boolean:
      return quoted("布尔值", "the boolean", what.text());
    case tree::style::null:
      return both("空值", "nothing");
    case tree::style::plain:
    case tree::style::quoted:
    case tree::style::block:
      break;
  }
  return quoted("文本", "the text", what.text());
}

std::string description_of(const types::type& of) {
  switch (of.kind) {
    case type_kind::boolean:
      return both("true 或 false", "true or false");
    case type_kind::number:
      return both("数字", "a number");
    case type_kind::string:
      return both("文本", "a text");
    case type_kind::date:
      return both("日期", "a date");
    case type_kind::days:
      return both("天数时长", "a duration in days");
    case type_kind::months:
      return both("年月时长", "a duration in years and months");
    case type_kind::list:
      return both("列表", "a list");
    case type_kind::record:
      return both("映射", "a mapping");
    case type_kind::time:
    case type_kind::moment:
    case type_kind::range:
    case type_kind::error:
    case type_kind::null:
      break;
  }
  return both("值", "a value");
}

}  // namespace sudui::ingest
