// The quick way from bytes to columns. A line goes through simdjson's index of tokens; a walk over
// it recognises keys by those of the row before, turns every value into the form of its column and
// lays it down in a draft; the draft goes into the columns when the walk has come to the end.
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
      texts_(plan_->rules->dictionary, texts),
      draft_(columns::layout_of(*plan_), *plan_) {
  const auto places = columns::layout_of(*plan_);
  const auto& dictionary = plan_->rules->dictionary;
  for (std::uint32_t i = 0; i < dictionary.fields().size(); ++i) {
    targets_.emplace_back(dictionary[i], i, *plan_, places);
  }
  for (std::uint32_t i = 0; i < targets_.size(); ++i) lanes_.push_back(lane_of(i));
}

bool column_reader::read(std::string_view line) {
  news_.clear();
  return line.size() <= longest_line && index_.read(line) &&
         company(json_tokens(line, index_.tokens()));
}

void column_reader::told() {
  for (const auto each : news_) keys_.tell(each);
}

// What somebody wants to know besides is kept by the long way.
column_reader::lane column_reader::lane_of(std::uint32_t field) {
  lane made;
  const auto* const shape = targets_[field].single();
  if (shape == nullptr || texts_.of(field) != nullptr) return made;
  const auto column = targets_[field].column();
  made.column = column == field_target::none ? draft_.spare() : column;
  if (const auto numbers = shape->numbers(shape->power())) {
    made.numbers = *numbers;
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

bool column_reader::company(json_tokens from) {
  draft_.start();
  keys_.start_row();
  texts_.clear();
  if (!from.take('{')) return false;
  if (!from.take('}') && !entries(from)) return false;
  return from.is_at_end() && news_.empty();
}

// The walk is a copy whose address nobody has, so that its place stays in a register; the long way
// gets a copy of its own.
bool column_reader::entries(json_tokens& all) {
  json_tokens from = all;
  const lane* const lanes = lanes_.data();
  do {
    plain_entry next;
    if (from.peek_entry(next)) {
      const auto key = keys_.expected(next);
      const auto field = key == known_keys::none ? key : keys_.field(key);
      if (field != known_keys::none && plain(next, from.has_escapes(), lanes[field])) {
        keys_.pass(key);
        from.pass_entry();
        continue;
      }
    }
    json_tokens at = from;
    if (!other(at)) return false;
    from = at;
  } while (from.take(','));
  const bool is_closed = from.take('}');
  all = from;
  return is_closed;
}

// False where it is something else: null, an envelope, or wrong.
[[gnu::always_inline]] inline bool column_reader::plain(const plain_entry& what, bool has_escapes,
                                                        const lane& as) {
  std::string_view said;
  switch (as.is) {
    case lane::kind::number: {
      plain_number written;
      columns::piece made;
      if (!what.number(written) || !value_shape::keep(written, as.numbers, made)) return false;
      draft_.put(as.column, made.whole);
      return true;
    }
    case lane::kind::text:
      if (!what.text(has_escapes, said)) return false;
      draft_.put(as.column, said);
      return true;
    case lane::kind::day: {
      const auto day = what.text(has_escapes, said) ? values::parse_day(said) : std::nullopt;
      if (!day) return false;
      draft_.put(as.column, std::int64_t{*day});
      return true;
    }
    case lane::kind::flag: {
      const bool is_true = what.is("true");
      if (!is_true && !what.is("false")) return false;
      draft_.put(as.column, std::int64_t{is_true ? 1 : 0});
      return true;
    }
    case lane::kind::none:
      break;
  }
  return false;
}

bool column_reader::other(json_tokens& from) {
  const auto key = keys_.take(from);
  if (key == known_keys::none) return false;
  const auto field = keys_.field(key);
  if (field == known_keys::none) {
    if (keys_.is_news(key)) news_.push_back(key);
    return from.skip();
  }
  const auto& target = targets_[field];
  auto* const text = texts_.of(field);
  return text == nullptr ? target.read(from, draft_) : target.read_text(from, draft_, *text);
}

}  // namespace sudui::ingest
