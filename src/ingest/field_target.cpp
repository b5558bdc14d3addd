// The shapes around scalars, as value_reader knows them, for what is plainly right: years, lists of
// scalars, lists of records. A field that is a record, or whose values no column holds as they are,
// is not taken here, and neither is a null within a list.
//
// Values of fields that no policy reads are checked as all others, since a wrong one makes a
// reject; they are just laid down nowhere.
//
// Tested by tests/unit/ingest/column_reader_test.cpp and tests/property/column_reader_test.cpp.
#include "ingest/field_target.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <utility>

#include "ingest/envelope.hpp"
#include "ingest/year_word.hpp"

namespace sudui::ingest {
namespace {

using types::type_kind;

constexpr std::size_t most_members = 64;
constexpr std::size_t most_years = 32;  // of one field

const types::type& scalar_in(const types::type& of) {
  return of.is(type_kind::list) ? *of.item : of;
}

std::int32_t year_of(std::string_view word) {
  std::int32_t made = 0;
  for (const char c : word) made = made * 10 + (c - '0');
  return made;
}

}  // namespace

field_target::field_target(const types::field_entry& of, std::uint32_t field, const plan::plan& by,
                           const columns::layout& places)
    : is_list_(of.of.is(type_kind::list)),
      has_records_(scalar_in(of.of).is(type_kind::record)),
      is_yearly_(of.from->per == model::period::year),
      shape_(scalar_in(of.of), of.from),
      year_of_single_(is_yearly_ ? by.year : no_year) {
  if (has_records_) take_members(scalar_in(of.of));
  is_taken_ = is_taken_ && (is_list_ || !has_records_);
  for (std::uint32_t i = 0; i < by.inputs.size(); ++i) {
    if (by.inputs[i].field != field) continue;
    input_ = i;
    keeps_years_ = places.asks_any_year[i];
    is_taken_ = is_taken_ && !(keeps_years_ && is_list_);
    for (const auto each : places.of_input[i]) {
      is_taken_ = is_taken_ && places.places[each].kind.of != columns::form::cells;
      places_.push_back({places.places[each].year, each});
      if (!is_yearly_) only_column_ = each;
    }
  }
  is_single_ = is_taken_ && !is_list_ && only_column_ != none;
  const auto numbers = shape_.numbers(shape_.power());
  has_short_years_ = numbers && is_yearly_ && !is_list_ && !keeps_years_;
  if (has_short_years_) short_numbers_ = value_shape::short_form_of(*numbers);
}

// Two members of one name, or a member whose alias may also mean an envelope, are left to
// value_reader.
void field_target::take_members(const types::type& record) {
  for (const auto& each : *record.members) {
    const auto index = static_cast<std::uint32_t>(members_.size());
    members_.emplace_back(each.of, each.from);
    is_taken_ = is_taken_ && !each.of.is(type_kind::list) && !each.of.is(type_kind::record);
    member_keys_.push_back({each.name, index});
    if (each.alias.empty()) continue;
    member_keys_.push_back({each.alias, index});
    is_taken_ = is_taken_ && std::find(std::begin(envelope_keys), std::end(envelope_keys),
                                       each.alias) == std::end(envelope_keys);
  }
  std::vector<std::string_view> all;
  for (const auto& each : member_keys_) all.emplace_back(each.text);
  std::sort(all.begin(), all.end());
  const bool is_unique = std::adjacent_find(all.begin(), all.end()) == all.end();
  is_taken_ = is_taken_ && is_unique && members_.size() <= most_members;
}

bool field_target::read_shaped(json_tokens& from, columns::open_row& into) const {
  if (from.peek() == 'n') return from.word("null");
  if (!is_taken_) return false;
  if (is_yearly_ && from.peek() == '{') return years(from, into);
  return value(from, year_of_single_, into);
}

bool field_target::read_text(json_tokens& from, columns::open_row& into, std::string& text) const {
  if (from.peek() == 'n') return from.word("null");
  columns::piece held;
  if (!is_taken_ || is_list_ || is_yearly_ || !shape_.read(from, held)) return false;
  text = held.text;
  if (held.is_said() && only_column_ != none) into.put(only_column_, held);
  return true;
}

std::optional<field_target::way> field_target::way_of(std::optional<std::int32_t> year) const {
  if (!is_taken_ || is_list_) return std::nullopt;
  way made{&shape_, none, input_, year.value_or(year_of_single_), keeps_years_};
  for (const auto& each : places_) {
    if (each.year == made.year) made.column = each.column;
  }
  return made;
}

// Most values are of a year and short; all others go the long way. As in column_reader, the walk is
// a copy that nobody has the address of.
bool field_target::years(json_tokens& all, columns::open_row& into) const {
  json_tokens from = all;
  std::array<std::int32_t, most_years> seen;
  std::size_t count = 0;
  if (!from.take('{')) return false;
  for (bool goes_on = from.peek() != '}'; goes_on;) {
    plain_entry next;
    std::int32_t year = 0;
    const auto end = seen.begin() + static_cast<std::ptrdiff_t>(count);
    if (has_short_years_ && from.peek_entry(next) && short_year(next, year, into)) {
      goes_on = from.pass_entry(next);
    } else {
      json_tokens at = from;
      const auto word = at.text();
      if (!word || !is_year_word(*word) || !at.take(':')) return false;
      year = year_of(*word);
      if (!value(at, year, into)) return false;
      goes_on = at.take(',');
      from = at;
    }
    // What is told twice is wrong as a whole, so that it was laid down does no harm.
    if (count == most_years || std::find(seen.begin(), end, year) != end) return false;
    seen[count++] = year;
  }
  const bool is_closed = from.take('}');
  all = from;
  return is_closed;
}

// False where it is something else; then nothing is written.
[[gnu::always_inline]] inline bool field_target::short_year(const plain_entry& what,
                                                            std::int32_t& year,
                                                            columns::open_row& into) const {
  constexpr std::size_t key_size = 7;  // with quotes and a colon
  if (what.key_size != key_size || what.key[0] != '"' || what.key[5] != '"') return false;
  const std::string_view word(what.key + 1, 4);
  plain_number written;
  std::int64_t made = 0;
  if (what.key[6] != ':' || !is_year_word(word) || !what.short_number(written) ||
      !short_numbers_.keep(written, made)) {
    return false;
  }
  year = year_of(word);
  for (const auto& each : places_) {
    if (each.year == year) into.put_number(each.column, made);
  }
  return true;
}

bool field_target::value(json_tokens& from, std::int32_t year, columns::open_row& into) const {
  columns::piece held;
  if (is_list_ ? !items(from, into, held) : !shape_.read(from, held)) return false;
  if (!held.is_said()) return true;
  if (only_column_ != none) {
    into.put(only_column_, held);
  } else {
    store(held, year, into);
  }
  return true;
}

void field_target::store(const columns::piece& held, std::int32_t year,
                         columns::open_row& into) const {
  for (const auto& each : places_) {
    if (each.year == year) into.put(each.column, held);
  }
  if (keeps_years_) into.add_year(input_, year, shape_.cell_of(held));
}

bool field_target::items(json_tokens& from, columns::open_row& into, columns::piece& made) const {
  if (from.peek() == 'n') return from.word("null");
  if (from.peek() == '{') return value_shape::read_status(from, made);
  made.whole = static_cast<std::int64_t>(into.items());
  made.items = 0;
  made.is = columns::piece::state::known;
  if (!from.take('[')) return false;
  if (from.take(']')) return true;
  do {
    if (!item(from, into)) return false;
    ++made.items;
  } while (from.take(','));
  return from.take(']');
}

bool field_target::item(json_tokens& from, columns::open_row& into) const {
  if (has_records_) return members(from, into.add_item(members_.size()), into);
  auto& made = into.item(into.add_item(1));
  return shape_.read(from, made) && made.is_known();
}

bool field_target::members(json_tokens& from, std::size_t first, columns::open_row& into) const {
  if (!from.take('{')) return false;
  if (from.take('}')) return true;
  std::uint64_t seen = 0;
  std::size_t next = 0;  // the keys of an item tend to stand in the order of the dictionary
  do {
    const auto count = member_keys_.size();
    std::size_t tried = 0;
    while (tried < count && !from.take_key(member_keys_[(next + tried) % count].text)) ++tried;
    if (tried == count) return false;
    next = (next + tried + 1) % count;
    const auto member = member_keys_[(next + count - 1) % count].member;
    const auto bit = std::uint64_t{1} << member;
    if ((std::exchange(seen, seen | bit) & bit) != 0) return false;
    if (!members_[member].read(from, into.item(first + member))) return false;
  } while (from.take(','));
  return from.take('}');
}

}  // namespace sudui::ingest
