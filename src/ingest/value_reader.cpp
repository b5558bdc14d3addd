// The shapes around scalars: years, envelopes, lists and records. One value may be wrapped several
// times, and the reader peels from the outside: the yearly mapping, then the envelope, then the
// value itself.
//
//   rd_expense: {2020: 5200000, 2021: {value: 630, unit: 万元}}   a mapping of years, one enveloped
//   rd_expense: {value: {2020: 520, 2021: 630}, unit: 万元}       one envelope around all years
//   rd_expense: 6300000                                          a single value: of the assessment
//   year
//
// A null is left out, and so is a value that does not fit, which is reported: then the dictionary
// says what that means. A status of `missing` or `conflict` says that the value is unknown, also
// where the dictionary would read nothing as zero.
//
// Tested by tests/unit/ingest/value_reader_test.cpp and yearly_test.cpp.
#include "ingest/value_reader.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "ingest/scalar_of.hpp"
#include "ingest/year_word.hpp"
#include "text/suggest.hpp"

namespace sudui::ingest {
namespace {

using text::message;
using text::tree;
using types::type_kind;

bool has_years(const tree& what) {
  return std::any_of(what.entries.begin(), what.entries.end(),
                     [](const tree::entry& each) { return is_year_word(each.key); });
}

const types::member* find_member(const types::type& of, std::string_view name) {
  const auto found =
      std::find_if(of.members->begin(), of.members->end(), [&](const types::member& each) {
        return each.name == name || (!each.alias.empty() && each.alias == name);
      });
  return found == of.members->end() ? nullptr : &*found;
}

std::string nearest_member(const types::type& of, std::string_view name) {
  std::vector<std::string_view> names;
  for (const auto& each : *of.members) {
    names.emplace_back(each.name);
    if (!each.alias.empty()) names.emplace_back(each.alias);
  }
  return std::string(text::nearest(name, names));
}

// Of an envelope that holds nothing; one that should hold something has been reported.
value_reader::said said_by(const envelope& open) {
  if (open.status == value_status::known) return std::nullopt;
  return open.status == value_status::not_applicable ? value::null() : value();
}

}  // namespace

value_reader::said value_reader::field(const tree& what, const types::field_entry& of) {
  const place where{nullptr, of.from->id.text, {}, {}};
  const wanted as{of.of, of.from};
  return of.from->per == model::period::year ? yearly(what, as, where) : read(what, as, where);
}

value_reader::said value_reader::yearly(const tree& what, const wanted& as, const place& where) {
  if (is_envelope(what, as.of)) return yearly_envelope(what, as, where);
  if (!what.is_mapping()) return read(what, as, where);
  if (as.of.is(type_kind::record) && !has_years(what)) return read(what, as, where);
  return years(what, as, where);
}

value_reader::said value_reader::yearly_envelope(const tree& what, const wanted& as,
                                                 const place& where) {
  const envelope open = open_envelope(what, where, out_);
  if (open.held == nullptr) return said_by(open);
  const wanted inside{as.of, as.from, open.unit};
  const bool says_period = open.period != nullptr && !open.period->is_null();
  if (!says_period || open.held->is_mapping()) return yearly(*open.held, inside, where);
  if (!is_year_word(open.period->text())) {
    out_.report(message::profile_not_a_year, open.period->where,
                {where.to_string(), std::string(open.period->text())});
    return {};
  }
  value::context made;
  if (auto held = read(*open.held, inside, where)) {
    made.emplace_back(open.period->text(), *std::move(held));
  }
  return made;
}

value_reader::said value_reader::years(const tree& what, const wanted& as, const place& where) {
  value::context made;
  std::set<std::string_view> seen;
  for (const auto& [key, key_where, held] : what.entries) {
    const place inner{&where, {}, {}, key};
    if (!is_year_word(key)) {
      out_.report(message::profile_not_a_year, key_where, {where.to_string(), key});
    } else if (!seen.insert(key).second) {
      continue;  // reported by the reader of the text
    } else if (auto of_year = year_value(held, as, inner)) {
      made.emplace_back(key, *std::move(of_year));
    }
  }
  return made;
}

value_reader::said value_reader::year_value(const tree& what, const wanted& as,
                                            const place& where) {
  if (!is_envelope(what, as.of)) return read(what, as, where);
  const tree* period = what.find("period");
  if (period != nullptr && !period->is_null() && period->text() != where.year) {
    out_.report(message::period_differs, period->where,
                {where.to_string(), std::string(period->text())});
    return {};
  }
  return enveloped(what, as, where);
}

value_reader::said value_reader::read(const tree& what, const wanted& as, const place& where) {
  if (what.what == tree::kind::missing || what.is_null()) return {};
  return is_envelope(what, as.of) ? enveloped(what, as, where) : bare(what, as, where);
}

value_reader::said value_reader::enveloped(const tree& what, const wanted& as, const place& where) {
  const envelope open = open_envelope(what, where, out_);
  if (open.held == nullptr) return said_by(open);
  if (open.held->is_null()) return {};
  return bare(*open.held, {as.of, as.from, open.unit != nullptr ? open.unit : as.unit}, where);
}

value_reader::said value_reader::bare(const tree& what, const wanted& as, const place& where) {
  if (as.of.is(type_kind::list)) return items(what, as, where);
  if (as.of.is(type_kind::record)) return members(what, as, where);
  if (!what.is_scalar()) return wrong(what, as.of, where);
  auto made = scalar_of(what, as, where, out_);
  return made.is_unknown() ? std::nullopt : said(std::move(made));
}

value_reader::said value_reader::items(const tree& what, const wanted& as, const place& where) {
  if (!what.is_sequence()) return wrong(what, as.of, where);
  value::list made;
  made.reserve(what.items.size());
  for (const tree& each : what.items) {
    const place inner{&where, {}, made.size() + 1, {}};
    made.push_back(read(each, {*as.of.item, as.from, as.unit}, inner).value_or(value()));
  }
  return made;
}

value_reader::said value_reader::members(const tree& what, const wanted& as, const place& where) {
  if (!what.is_mapping()) return wrong(what, as.of, where);
  value::context made;
  std::set<std::string_view> seen;  // names; the keys may be aliases of them
  std::set<std::string_view> keys;
  for (const auto& [key, key_where, held] : what.entries) {
    if (!keys.insert(key).second) continue;  // reported by the reader of the text
    const types::member* known = find_member(as.of, key);
    if (known == nullptr) {
      out_.report(message::profile_unknown_member, key_where,
                  {where.to_string(), key, nearest_member(as.of, key)});
      continue;
    }
    const place inner{&where, known->name, {}, {}};
    if (!seen.insert(known->name).second) {
      out_.report(message::profile_given_twice, key_where, {inner.to_string()});
    } else if (auto of_member = read(held, {known->of, known->from}, inner);
               of_member && !of_member->is_unknown()) {
      made.emplace_back(known->name, *std::move(of_member));
    }
  }
  return made;
}

value_reader::said value_reader::wrong(const tree& what, const types::type& of,
                                       const place& where) {
  out_.report(message::profile_wrong_type, what.where,
              {where.to_string(), description_of(of), description_of(what)});
  return {};
}

}  // namespace sudui::ingest
