// The public reader of streams: a rule set kept alive beside the reader that
// uses its dictionary.
//
// Tested by tests/api/profile_reader_test.cpp.
#include <utility>

#include <sudui/profile.hpp>

#include "api/loaded.hpp"
#include "ingest/row_reader.hpp"

namespace sudui {
inline namespace v1 {

struct profile_reader::state {
  rule_set rules;
  ingest::row_reader rows;
};

profile_reader::profile_reader(const rule_set& rules, std::istream& input, profile_format format)
    : state_(new state{rules, {rules.held().typed->dictionary, input, format}}) {}

profile_reader::~profile_reader() = default;
profile_reader::profile_reader(profile_reader&&) noexcept = default;
profile_reader& profile_reader::operator=(profile_reader&&) noexcept = default;

profile_reader::status profile_reader::next() { return state_->rows.next(); }
const profile& profile_reader::row() const noexcept { return state_->rows.row(); }
std::uint64_t profile_reader::line() const noexcept { return state_->rows.line(); }
std::uint64_t profile_reader::offset() const noexcept { return state_->rows.offset(); }
const localized& profile_reader::reason() const noexcept { return state_->rows.reason(); }
std::string_view profile_reader::text() const noexcept { return state_->rows.text(); }
const diagnostics& profile_reader::findings() const noexcept { return state_->rows.findings(); }

}  // namespace v1
}  // namespace sudui
