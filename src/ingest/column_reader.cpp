// The quick way from bytes to columns. A line goes through simdjson's index of tokens; a walk over
// it recognises keys by those of the row before and turns every value into the form of its column,
// where it is written; the row is kept when the walk has come to the end.
//
// This is an accelerator and nothing else: it says of a line either that it is right, and then it
// is in the columns as `row_reader` and `batch::append` would have put it, or it says nothing, and
// they read the line from its beginning. Findings, rejects and odd values are theirs.
//
// A name that the dictionary does not know stands in every row of most exports. It is told once a
// stream, so the first line that has it is refused, and the next ones pass over its value.
//
// Most values are plain ones of fields with one column; what is needed for them stands in one line
// of the cache a field, and the rest goes the long way through `field_target`.
//
// Cost: some five times the index, where a tree and a profile cost more than a hundred times as
// much.
//
// Tested by tests/unit/ingest/column_reader_test.cpp, tests/property/column_reader_test.cpp and the
// fuzz target `columns`.
#include "ingest/column_reader.hpp"

#include <algorithm>
#include <utility>

#include "values/date.hpp"

namespace sudui::ingest {
namespace {

constexpr std::size_t longest_line = std::size_t{1} << 20U;  // far below all limits of JSON readers

}  // namespace

column_reader::column_reader(std::shared_ptr<const plan::plan> of,
                             std::span<const std::string_view> texts)
    : plan_(std::move(of)),
      keys_(plan_->rules->dictionary),
      texts_(plan_->rules->dictionary, texts) {
  const auto places = columns::layout_of(*plan_);
  const auto& dictionary = plan_->rules->dictionary;
  for (std::uint32_t i = 0; i < dictionary.fields().size(); ++i) {
    targets_.emplace_back(dictionary[i], i, *plan_, places);
  }
  for (std::uint32_t i = 0; i < targets_.size(); ++i) {
    lanes_.push_back(lane_of(i));
    const auto* const shape = targets_[i].single();
    const auto numbers = shape == nullptr ? std::nullopt : shape->numbers(shape->power());
    numbers_.push_back(numbers.value_or(value_shape::number_form{}));
  }
  lanes_.emplace_back();
}

bool column_reader::read(std::string_view line, columns::batch& into) {
  news_.clear();
  return line.size() <= longest_line && index_.read(line) &&
         company(json_tokens(line, index_.tokens()), into.start_row());
}

void column_reader::told() {
  for (auto* each : news_) each->is_told = true;
}

// What somebody wants to know besides is kept by the long way.
column_reader::lane column_reader::lane_of(std::uint32_t field) {
  lane made;
  const auto* const shape = targets_[field].single();
  if (shape == nullptr || texts_.of(field) != nullptr) return made;
  made.column = targets_[field].column();
  if (const auto numbers = shape->numbers(shape->power())) {
    made.short_numbers = value_shape::short_form_of(*numbers);
    made.is = lane::kind::number;
  } else if (shape->takes_every_text()) {
    made.is = lane::kind::text;
  } else if (shape->kind() == types::type_kind::date) {
    made.is = lane::kind::day;
  } else if (shape->kind() == types::type_kind::boolean) {
    made.is = lane::kind::flag;
  }
  return made;
}

bool column_reader::company(json_tokens from, columns::open_row& into) {
  keys_.start_row();
  texts_.clear();
  if (!from.take('{')) return false;
  if (!from.take('}') && !entries(from, into)) return false;
  return from.is_at_end() && news_.empty();
}

// The walk is a copy whose address nobody has, so that its place stays in a register; the long way
// gets a copy of its own.
bool column_reader::entries(json_tokens& all, columns::open_row& into) {
  json_tokens from = all;
  for (bool goes_on = true; goes_on;) {
    plain_entry next;
    if (from.peek_entry(next)) {
      auto* const key = keys_.expected(next);
      if (key != nullptr && plain(next, *key, from.end(), into)) {
        keys_.pass(*key);
        goes_on = from.pass_entry(next);
        continue;
      }
    }
    json_tokens at = from;
    if (!other(at, into)) return false;
    goes_on = at.take(',');
    from = at;
  }
  const bool is_closed = from.take('}');
  all = from;
  return is_closed;
}

// False where it is something else: null, an envelope, or wrong; then nothing is written.
[[gnu::always_inline]] inline bool column_reader::plain(const plain_entry& what,
                                                        const known_key& key, const char* end,
                                                        columns::open_row& into) {
  const lane& as = lanes_[key.lane];
  if (as.is == lane::kind::number) {
    plain_number written;
    std::int64_t made = 0;
    if (!what.short_number(written) || !as.short_numbers.keep(written, made)) {
      return long_number(what.value, what.behind, end, key.field, into);
    }
    if (as.column != field_target::none) into.put_number(as.column, made);
    return true;
  }
  if (as.is == lane::kind::text) return plain_text(what, as.column, into);
  const bool is_read = as.column != field_target::none;
  if (as.is == lane::kind::day) {
    std::string_view said;
    const auto day = what.text(said) ? values::parse_day(said) : std::nullopt;
    if (day && is_read) into.put_day(as.column, *day);
    return day.has_value();
  }
  if (as.is == lane::kind::none) return false;
  bool is_true = false;
  const bool is_flag = what.flag(is_true);
  if (is_flag && is_read) into.put_flag(as.column, is_true);
  return is_flag;
}

// Of places instead of an entry, which would have to stand in memory to be handed over. No byte
// from `end` on is looked at.
bool column_reader::long_number(const char* value, const char* behind, const char* end,
                                std::uint32_t field, columns::open_row& into) {
  plain_number written;
  columns::piece made;
  if (!take_plain_number(value, end, written) || value != behind) return false;
  if (!value_shape::keep(written, numbers_[field], made)) return false;
  const auto column = lanes_[field].column;
  if (column != field_target::none) into.put_number(column, made.whole);
  return true;
}

// No text with a backslash is said to be recent, so one that is has no escapes.
[[gnu::always_inline]] inline bool column_reader::plain_text(const plain_entry& what,
                                                             std::uint32_t column,
                                                             columns::open_row& into) {
  std::string_view said;
  if (!what.text(said)) return false;
  const bool is_read = column != field_target::none;
  if (is_read && into.put_recent_text(column, said)) return true;
  if (said.find('\\') != std::string_view::npos) return false;
  if (is_read) into.put_text(column, said);
  return true;
}

bool column_reader::other(json_tokens& from, columns::open_row& into) {
  auto* const key = keys_.take(from);
  if (key == nullptr) return false;
  const auto field = key->field;
  if (field == known_key::no_field) {
    if (!key->is_told) news_.push_back(key);
    return from.skip();
  }
  const auto& target = targets_[field];
  auto* const text = texts_.of(field);
  return text == nullptr ? target.read(from, into) : target.read_text(from, into, *text);
}

}  // namespace sudui::ingest
