// Values as FEEL text: what a formula would have to say to yield the value.
//
// Cells (inside) and `value` (outside) have the same form; a context of the public type knows its
// names, a record cell does not. Only quotes, backslashes and line breaks are escaped: Chinese text
// stays readable.
//
// Tested by tests/unit/values/text_form_test.cpp.

#include "values/text_form.hpp"

#include "values/clock.hpp"
#include "values/date.hpp"
#include "values/duration.hpp"
#include "values/range.hpp"

namespace sudui {
namespace values {
namespace {

// Dates and durations are calls in FEEL, `date("2024-01-31")`.
std::string called(std::string_view function, std::string_view argument) {
  return std::string(function).append("(\"").append(argument).append("\")");
}

void append_cells(std::string& out, char open, std::span<const cell> items, char close) {
  out += open;
  for (std::size_t at = 0; at < items.size(); ++at) {
    if (at != 0) out += ", ";
    out += text_of(items[at]);
  }
  out += close;
}

std::string quoted(std::string_view text) {
  std::string out;
  append_quoted(out, text);
  return out;
}

std::string text_of_range(const cell& what) {
  return range_text(what.list()[0].is_null() ? "" : text_of(what.list()[0]),
                    what.list()[1].is_null() ? "" : text_of(what.list()[1]), form_of(what));
}

std::string sequence_text(const cell& what) {
  std::string out;
  const bool is_list = what.what == kind::list;
  append_cells(out, is_list ? '[' : '{', what.list(), is_list ? ']' : '}');
  return out;
}

}  // namespace

void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        out += c;
    }
  }
  out += '"';
}

std::string text_of(const cell& what) {
  switch (what.what) {
    case kind::unknown:
      return "unknown";
    case kind::null:
      return "null";
    case kind::boolean:
      return what.flag ? "true" : "false";
    case kind::number:
      return what.number.to_string();
    case kind::string:
      return quoted(what.string());
    case kind::date:
      return called("date", day_text(what.day));
    case kind::days:
      return called("duration", days_text(what.clock.count, what.clock.nanos));
    case kind::months:
      return called("duration", months_text(what.clock.count));
    case kind::time:
      return called("time", time_text(what.clock));
    case kind::moment:
      return called("date and time", moment_text(what.clock));
    case kind::range:
      return text_of_range(what);
    case kind::list:
    case kind::record:
      return sequence_text(what);
  }
  return "null";
}

}  // namespace values

inline namespace v1 {
namespace {

/// One overload per alternative of `value`.
struct text_writer {
  std::string& out;

  void operator()(value::unknown_type) const { out += "unknown"; }
  void operator()(value::null_type) const { out += "null"; }
  void operator()(bool flag) const { out += flag ? "true" : "false"; }
  void operator()(const decimal& number) const { out += number.to_string(); }
  void operator()(const std::string& text) const { values::append_quoted(out, text); }
  void operator()(date day) const { out += values::called("date", to_string(day)); }
  void operator()(days_duration length) const {
    out += values::called("duration", values::days_text(length.seconds, length.nanoseconds));
  }
  void operator()(months_duration length) const {
    out += values::called("duration", values::months_text(length.months));
  }
  void operator()(const time_of_day& time) const {
    out += values::called("time", values::time_text(values::ticks_of(time)));
  }
  void operator()(const date_time& moment) const {
    out += values::called("date and time", values::moment_text(values::ticks_of(moment)));
  }
  void operator()(const value::range& held) const {
    out += values::range_text(held.low().is_null() ? "" : to_string(held.low()),
                              held.high().is_null() ? "" : to_string(held.high()), held.form);
  }
  void operator()(const value::list& items) const {
    const char* before = "[";
    for (const auto& item : items) {
      out += before;
      std::visit(*this, item.held());
      before = ", ";
    }
    out += items.empty() ? "[]" : "]";
  }
  void operator()(const value::context& entries) const {
    const char* before = "{";
    for (const auto& [name, item] : entries) {
      out.append(before).append(name).append(": ");
      std::visit(*this, item.held());
      before = ", ";
    }
    out += entries.empty() ? "{}" : "}";
  }
};

}  // namespace

std::string to_string(const value& what) {
  std::string out;
  std::visit(text_writer{out}, what.held());
  return out;
}

}  // namespace v1
}  // namespace sudui
