// Arrow's C data interface into cells. A format is a short word ("l", "d:18,2", "+s"); what it lays
// out is checked against the type that the dictionary asks for, and every value once when the array
// is opened: offsets that run backwards, bytes that are no UTF-8, days that no calendar has and
// decimals of more than 34 digits end the import before anything is taken (arrow_values.cpp).
//
// Floating point numbers are refused. 0.1 is not a double, and an amount that was one is off by a
// fen sooner or later; decimal128 and whole numbers say what is meant.
//
// Tested by tests/unit/ingest/arrow_column_test.cpp.
#include "ingest/arrow_column.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <utility>

#include "ingest/scalar_of.hpp"
#include "values/coefficient.hpp"

namespace sudui::ingest {
namespace {

using text::message;
using types::type_kind;

bool reads(std::string_view& text, std::int32_t& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc()) return false;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return true;
}

// `d:18,2` and `d:18,2,128`; the scale, or nothing of other widths.
std::optional<std::int32_t> scale_of(std::string_view format) {
  std::int32_t digits = 0;
  std::int32_t scale = 0;
  format.remove_prefix(2);
  if (!reads(format, digits) || !format.starts_with(',')) return std::nullopt;
  format.remove_prefix(1);
  if (!reads(format, scale) || (!format.empty() && format != ",128")) return std::nullopt;
  const bool is_sane = -values::precision <= scale && scale <= 2 * values::precision;
  return is_sane ? std::optional(scale) : std::nullopt;
}

std::size_t width_of_whole(char letter) {
  constexpr std::string_view letters = "cCsSiIlL";  // two of each width, the second unsigned
  const auto at = letters.find(letter);
  return at == std::string_view::npos ? 0 : std::size_t{1} << (at / 2);
}

bool is_float(std::string_view format) { return format == "e" || format == "f" || format == "g"; }

}  // namespace

// The form that the format asks for; none where it is not one we read.
std::optional<arrow_column> arrow_column::formed(std::string_view format, bool has_dictionary) {
  arrow_column made;
  const auto as = [&](form what, std::size_t width = 0) {
    made.form_ = what;
    made.width_ = width;
    return made;
  };
  if (format == "n") return as(form::nothing);
  if (format == "b") return as(form::flag);
  if (format == "tdD") return as(form::day);
  if (format == "u") return as(form::text, sizeof(std::int32_t));
  if (format == "U") return as(form::text, sizeof(std::int64_t));
  if (format == "+l") return as(form::list, sizeof(std::int32_t));
  if (format == "+L") return as(form::list, sizeof(std::int64_t));
  if (format == "+s") return as(form::record);
  if (format.starts_with("d:")) {
    const auto scale = scale_of(format);
    made.scale_ = scale.value_or(0);
    return scale ? std::optional(as(form::decimal)) : std::nullopt;
  }
  if (format.size() != 1 || width_of_whole(format[0]) == 0) return std::nullopt;
  made.is_signed_ = format[0] >= 'a';
  return as(has_dictionary ? form::coded : form::whole, width_of_whole(format[0]));
}

std::int64_t arrow_column::buffers() const {
  switch (form_) {
    case form::nothing:
      return 0;
    case form::record:
      return 1;
    case form::text:
      return 3;
    case form::flag:
    case form::whole:
    case form::decimal:
    case form::day:
    case form::coded:
    case form::list:
      break;
  }
  return 2;
}

std::optional<arrow_column> arrow_column::shape(const source& from) {
  const std::string_view format = from.schema.format == nullptr ? "" : from.schema.format;
  auto made = formed(format, from.schema.dictionary != nullptr);
  const ArrowArray& array = from.array;
  if (!made || array.length < 0 || array.offset < 0) return std::nullopt;
  const auto buffers = made->buffers();
  if (array.n_buffers < buffers) return std::nullopt;
  made->length_ = array.length;
  made->offset_ = array.offset;
  if (buffers > 0) made->valid_ = static_cast<const std::uint8_t*>(array.buffers[0]);
  if (buffers > 1) made->values_ = array.buffers[1];
  if (buffers > 2) made->bytes_ = static_cast<const char*>(array.buffers[2]);
  if (buffers > 1 && made->length_ > 0 && made->values_ == nullptr) return std::nullopt;
  return made;
}

bool arrow_column::fits(const types::type& as) const {
  switch (form_) {
    case form::nothing:
      return true;
    case form::flag:
      return as.is(type_kind::boolean);
    case form::whole:
    case form::decimal:
      return as.is(type_kind::number);
    case form::day:
      return as.is(type_kind::date);
    case form::text:
    case form::coded:
      return as.is(type_kind::string);
    case form::list:
      return as.is(type_kind::list);
    case form::record:
      return as.is(type_kind::record);
  }
  return false;
}

std::optional<arrow_column> arrow_column::open(const source& from, const types::type& as,
                                               const place& where, text::sink& out) {
  auto made = shape(from);
  if (!made || !made->fits(as)) {
    const std::string format = from.schema.format == nullptr ? "" : from.schema.format;
    out.report(is_float(format) ? message::arrow_inexact : message::arrow_wrong_format, {},
               {where.to_string(), description_of(as), format});
    return std::nullopt;
  }
  if (!made->open_parts(from, as, where, out)) return std::nullopt;
  if (const auto found = made->find_flaw()) {
    out.report(message::arrow_bad_value, {},
               {where.to_string(), std::to_string(found->row), text_of(found->what)});
    return std::nullopt;
  }
  return made;
}

bool arrow_column::open_parts(const source& from, const types::type& as, const place& where,
                              text::sink& out) {
  if (form_ == form::record) return open_members(from, as, where, out);
  if (form_ != form::list && form_ != form::coded) return true;
  const bool is_list = form_ == form::list;
  const bool has_part = is_list ? from.schema.n_children == 1 && from.array.n_children == 1
                                : from.array.dictionary != nullptr;
  if (!has_part) {
    out.report(message::arrow_wrong_format, {},
               {where.to_string(), description_of(as), from.schema.format});
    return false;
  }
  const source part = is_list ? source{*from.schema.children[0], *from.array.children[0]}
                              : source{*from.schema.dictionary, *from.array.dictionary};
  auto opened = open(part, is_list ? *as.item : as, where, out);
  if (opened) parts_.push_back(std::move(*opened));
  return opened.has_value();
}

bool arrow_column::open_members(const source& from, const types::type& as, const place& where,
                                text::sink& out) {
  const std::size_t errors = out.errors();
  members_.assign(as.members->size(), no_part);
  for (std::int64_t i = 0; i < std::min(from.schema.n_children, from.array.n_children); ++i) {
    const source part{*from.schema.children[i], *from.array.children[i]};
    const std::string_view name = part.schema.name == nullptr ? "" : part.schema.name;
    const auto found =
        std::find_if(as.members->begin(), as.members->end(), [&](const types::member& each) {
          return each.name == name || (!each.alias.empty() && each.alias == name);
        });
    if (found == as.members->end()) {
      out.report(message::profile_unknown_member, {}, {where.to_string(), std::string(name), ""});
      continue;
    }
    const place inner{&where, found->name, {}, {}};
    auto& member = members_[static_cast<std::size_t>(found - as.members->begin())];
    if (member != no_part) out.report(message::profile_given_twice, {}, {inner.to_string()});
    if (auto opened = open(part, found->of, inner, out)) {
      member = parts_.size();
      parts_.push_back(std::move(*opened));
    }
  }
  return out.errors() == errors;
}

}  // namespace sudui::ingest
