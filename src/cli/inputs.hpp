#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <sudui/profile.hpp>

namespace sudui::cli {

/// A file of profiles, or standard input, and how it is written.
struct input {
  std::string path;  ///< `-` for standard input
  profile_format format = profile_format::json;
  [[nodiscard]] bool is_stream() const noexcept {
    return format == profile_format::ndjson || format == profile_format::csv;
  }
};

/// What could not be made into inputs.
struct input_flaw {
  std::string path;
  bool is_unknown_format = false;  ///< else it does not exist
};

/// The format that a name ends with: .json .yaml .yml .ndjson .jsonl .csv.
[[nodiscard]] std::optional<profile_format> format_of(std::string_view path);
/// The format of that word: json yaml ndjson csv.
[[nodiscard]] std::optional<profile_format> format_named(std::string_view word);

/// Files as they are, folders as the profiles in them, sorted by name. `forced`: a format word, or
/// empty. Standard input is NDJSON unless forced.
[[nodiscard]] std::vector<input> list_inputs(const std::vector<std::string>& paths,
                                             std::string_view forced,
                                             std::optional<input_flaw>& flaw);

}  // namespace sudui::cli
