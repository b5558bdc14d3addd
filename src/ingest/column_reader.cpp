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
// Cost: some seven times the index, where a tree and a profile cost more than a hundred times as
// much.
//
// Tested by tests/unit/ingest/column_reader_test.cpp, tests/property/column_reader_test.cpp and the
// fuzz target `columns`.
#include "ingest/column_reader.hpp"

#include <utility>

namespace sudui::ingest {
namespace {

constexpr std::size_t longest_line = std::size_t{1} << 20U;  // far below all limits of JSON readers

}  // namespace

column_reader::column_reader(std::shared_ptr<const plan::plan> of,
                             std::span<const std::string_view> texts)
    : plan_(std::move(of)),
      keys_(plan_->rules->dictionary),
      seen_(plan_->rules->dictionary.fields().size()),
      texts_(plan_->rules->dictionary, texts),
      draft_(columns::layout_of(*plan_), *plan_) {
  const auto places = columns::layout_of(*plan_);
  const auto& dictionary = plan_->rules->dictionary;
  for (std::uint32_t i = 0; i < dictionary.fields().size(); ++i) {
    targets_.emplace_back(dictionary[i], i, *plan_, places);
  }
}

bool column_reader::read(std::string_view line) {
  news_.clear();
  return line.size() <= longest_line && index_.read(line) &&
         company(json_tokens(line, index_.tokens()));
}

void column_reader::told() {
  for (const auto each : news_) keys_.tell(each);
}

bool column_reader::company(json_tokens from) {
  ++row_;
  draft_.start();
  keys_.start_row();
  texts_.clear();
  if (!from.take('{')) return false;
  if (!from.take('}')) {
    do {
      if (!entry(from)) return false;
    } while (from.take(','));
    if (!from.take('}')) return false;
  }
  return from.is_at_end() && news_.empty();
}

bool column_reader::entry(json_tokens& from) {
  const auto key = keys_.take(from);
  if (key == known_keys::none) return false;
  const auto field = keys_.field(key);
  if (field == known_keys::none) {
    if (keys_.is_news(key)) news_.push_back(key);
    return from.skip();
  }
  if (std::exchange(seen_[field], row_) == row_) return false;  // by a second name
  const auto& target = targets_[field];
  auto* const text = texts_.of(field);
  return text == nullptr ? target.read(from, draft_) : target.read_text(from, draft_, *text);
}

}  // namespace sudui::ingest
