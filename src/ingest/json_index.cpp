// The first stage of simdjson, and no more of it: 64 bytes at a time it checks UTF-8, tells what is
// inside of texts from what is outside, and writes down where tokens begin, at several gigabytes a
// second. Its second stage would make binary floats of numbers, so the walk over the tokens is
// ours.
//
// Which instructions it uses is found out by simdjson when the program runs.
//
// Tested by tests/unit/ingest/json_index_test.cpp.
#include "ingest/json_index.hpp"

#include <algorithm>
#include <simdjson.h>
#include <utility>

namespace sudui::ingest {

struct json_index::state {
  std::unique_ptr<simdjson::internal::dom_parser_implementation> by;
  std::size_t capacity = 0;

  // The depth is that of the second stage, which is never run.
  [[nodiscard]] bool make_room(std::size_t size) {
    if (by && size <= capacity) return true;
    const auto wanted = std::max(size * 2, std::size_t{4096});
    const auto made =
        simdjson::get_active_implementation()->create_dom_parser_implementation(wanted, 1, by);
    capacity = made == simdjson::SUCCESS ? wanted : 0;
    return made == simdjson::SUCCESS;
  }
};

json_index::json_index() : state_(std::make_unique<state>()) {}
json_index::json_index(json_index&&) noexcept = default;
json_index& json_index::operator=(json_index&&) noexcept = default;
json_index::~json_index() = default;

bool json_index::read(std::string_view bytes) {
  tokens_ = {};
  if (!state_->make_room(bytes.size())) return false;
  auto& by = *state_->by;
  const auto* begin = reinterpret_cast<const std::uint8_t*>(bytes.data());
  if (by.stage1(begin, bytes.size(), simdjson::stage1_mode::regular) != simdjson::SUCCESS) {
    return false;
  }
  tokens_ = {by.structural_indexes.get(), by.n_structural_indexes};
  return true;
}

}  // namespace sudui::ingest
