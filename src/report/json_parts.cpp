// The JSON forms that several documents share, as docs/command-line.md tells them. Numbers are
// strings of their exact digits, since most readers would make binary floats of them.
//
// Tested by tests/unit/report/json_parts_test.cpp.
#include "report/json_parts.hpp"

#include <algorithm>
#include <variant>

#include "report/answer.hpp"
#include "report/words.hpp"

namespace sudui::report {
namespace {

// One overload an alternative of `value`; exact digits as strings, unknown apart from null.
struct value_writer {
  json_writer& out;

  void operator()(value::unknown_type) const {
    out.open_object().key("unknown").flag(true).close_object();
  }
  void operator()(value::null_type) const { out.null(); }
  void operator()(bool flag) const { out.flag(flag); }
  void operator()(const decimal& number) const { out.text(number.to_string()); }
  void operator()(const std::string& text) const { out.text(text); }
  void operator()(date day) const { out.text(to_string(day)); }
  // FEEL says duration("P2Y"); JSON wants what stands inside.
  void operator()(days_duration length) const { inside_quotes(to_string(value(length))); }
  void operator()(months_duration length) const { inside_quotes(to_string(value(length))); }
  void operator()(const time_of_day& time) const { inside_quotes(to_string(value(time))); }
  void operator()(const date_time& moment) const { inside_quotes(to_string(value(moment))); }
  void operator()(const value::range& all) const { out.text(to_string(value(all))); }
  void operator()(const value::list& items) const {
    out.open_array();
    for (const value& each : items) write(out, each);
    out.close_array();
  }
  void operator()(const value::context& entries) const {
    out.open_object();
    for (const auto& [name, held] : entries) {
      out.key(name);
      write(out, held);
    }
    out.close_object();
  }

  void inside_quotes(const std::string& feel) const {
    const std::size_t begin = feel.find('"');
    const std::size_t end = feel.rfind('"');
    out.text(begin < end ? std::string_view(feel).substr(begin + 1, end - begin - 1) : feel);
  }
};

}  // namespace

void write(json_writer& out, const localized& what) {
  out.open_object().key("zh").text(what.zh).key("en").text(what.en).close_object();
}

void write_given(json_writer& out, std::string_view key, std::string_view text) {
  if (!text.empty()) out.key(key).text(text);
}

void write_given(json_writer& out, std::string_view key, const localized& text) {
  if (text.zh.empty() && text.en.empty()) return;
  out.key(key);
  write(out, text);
}

void write_given(json_writer& out, std::string_view key, const citation& cite) {
  if (cite.document.empty()) return;
  out.key(key);
  write(out, cite);
}

void write_given(json_writer& out, std::string_view key, const location& where) {
  if (where.file.empty()) return;
  out.key(key);
  write(out, where);
}

void write(json_writer& out, const citation& what) {
  out.open_object().key("document").text(what.document);
  write_given(out, "clause", what.clause);
  write_given(out, "url", what.url);
  write_given(out, "note", what.note);
  out.key("status").text(what.status).key("verified").flag(what.is_verified()).close_object();
}

void write(json_writer& out, const location& what) {
  out.open_object().key("file").text(what.file).key("line").whole(what.line);
  out.key("column").whole(what.column).close_object();
}

void write(json_writer& out, const window& what) {
  out.open_object();
  if (what.from) out.key("from").text(to_string(*what.from));
  if (what.to) out.key("to").text(to_string(*what.to));
  out.close_object();
}

void write(json_writer& out, const amount& what, int places) {
  const int digits = std::max(places, 0);
  out.open_object().key("is").text(key_of(what.is));
  if (what.low) out.key("low").text(what.low->to_fixed(digits));
  if (what.high) out.key("high").text(what.high->to_fixed(digits));
  out.close_object();
}

void write(json_writer& out, const item_line& what, int places) {
  out.open_object().key("item").whole(what.item).key("outcome").text(key_of(what.held));
  out.key("amount");
  write(out, what.how_much, places);
  out.close_object();
}

void write(json_writer& out, const missing_input& what) {
  out.open_object().key("input").text(what.name());
  if (what.what != nullptr) {
    out.key("field").text(what.what->name);
    if (what.year) out.key("year").whole(*what.year);
    write_given(out, "label", what.what->label);
    write_given(out, "holder", what.what->holder);
    write_given(out, "holder_label", what.what->holder_label);
  } else if (what.constant != nullptr) {
    out.key("parameter").text(what.constant->name);
    if (what.year) out.key("year").whole(*what.year);
    write_given(out, "label", what.constant->label);
  }
  out.close_object();
}

void write(json_writer& out, std::span<const missing_input> what) {
  out.open_array();
  for (const missing_input& each : what) write(out, each);
  out.close_array();
}

void write_standing(json_writer& out, const policy_version& what) {
  out.key("redemption").text(what.redemption).key("discretionary").flag(what.discretionary);
  out.key("illustrative").flag(what.illustrative).key("verified").flag(is_verified(what));
}

void write_version(json_writer& out, const policy_version& what) {
  out.key("window");
  write(out, what.days);
  write_standing(out, what);
  write_given(out, "note", what.note);
}

void write_grounds(json_writer& out, const citation& cite, const location& where) {
  write_given(out, "cite", cite);
  write_given(out, "where", where);
}

void write(json_writer& out, const value& what) { std::visit(value_writer{out}, what.held()); }

}  // namespace sudui::report
