#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sudui::syntax {

/// What stands next in a stream, as the events of yaml-cpp tell it.
struct yaml_event {
  enum class kind : std::uint8_t {
    document,
    end_document,
    mapping,
    end_mapping,
    sequence,
    end_sequence,
    plain,       ///< a scalar without quotes
    null,        ///< `null`, `~`
    scalar,      ///< a scalar in quotes, or a block
    alias,       ///< `anchor` says of what
    passed_over  ///< a document that was to be left out: `at` is its end
  };
  kind what;
  bool is_as_written;      ///< of scalars: `value` views its place in the stream
  std::uint32_t at;        ///< offset of its first byte, or of that of its anchor
  std::uint32_t anchor;    ///< counted from 1 in each document; 0: none
  std::uint32_t count;     ///< of mappings and sequences: their values
  std::string_view value;  ///< of scalars
};

struct plain_stream {
  std::vector<yaml_event> events;
  std::deque<std::string> decoded;  ///< what some values view
};

/// The events of a stream that is written plainly, `std::nullopt` where anything in it is not, or
/// may be wrong: then yaml-cpp is to read it. Documents whose first key is `leave_out` are passed
/// over unread. The values view `bytes` and the result. O(bytes).
[[nodiscard]] std::optional<plain_stream> read_plain_yaml(std::string_view bytes,
                                                          std::string_view leave_out = {});

}  // namespace sudui::syntax
