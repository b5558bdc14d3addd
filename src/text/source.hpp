#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.hpp"

namespace sudui::text {

/// The bytes of one file. Knows where its lines begin; positions in, line and column out.
class source {
 public:
  /// A byte order mark at the front is dropped. `first_line` is the number of the first line, for
  /// a text that is one line of a longer stream.
  source(std::string name, std::string bytes, std::uint32_t first_line = 1);

  struct position {
    std::uint32_t line;    // from 1
    std::uint32_t column;  // from 1, in code points
  };
  [[nodiscard]] const std::string& name() const noexcept { return name_; }
  [[nodiscard]] std::string_view bytes() const noexcept { return bytes_; }
  /// An offset past the end counts as the end. O(log lines + length of the line).
  [[nodiscard]] position locate(std::uint32_t offset) const noexcept;
  /// The line (from 1) without its line end; empty if there is no such line.
  [[nodiscard]] std::string_view line(std::uint32_t number) const noexcept;
  [[nodiscard]] std::uint32_t line_begin(std::uint32_t number) const noexcept;

 private:
  [[nodiscard]] std::size_t line_index(std::uint32_t offset) const noexcept;
  [[nodiscard]] std::string_view line_at(std::size_t index) const noexcept;

  std::string name_;
  std::string bytes_;
  std::uint32_t first_line_;
  std::vector<std::uint32_t> line_begins_;  // never empty
};

/// All files of one load; spans name them by number. Sources never move once added.
class sources {
 public:
  std::uint32_t add(std::string name, std::string bytes, std::uint32_t first_line = 1);
  [[nodiscard]] const source& operator[](std::uint32_t file) const noexcept { return *all_[file]; }
  [[nodiscard]] std::size_t size() const noexcept { return all_.size(); }

 private:
  std::vector<std::unique_ptr<source>> all_;
};

}  // namespace sudui::text
