#pragma once

#include <cstddef>
#include <filesystem>
#include <vector>

#include <sudui/result.hpp>

#include "text/source.hpp"

namespace sudui::model {

struct file_limits {
  std::size_t files = 100'000;
  std::size_t file_bytes = std::size_t{4} << 20;     // of one file
  std::size_t total_bytes = std::size_t{256} << 20;  // of all together
};

/// The file itself, or every .yaml and .yml file under a folder, in the order of their paths below
/// it. Names that begin with a dot are passed over, links to folders are not followed. Fails with
/// cannot_read or limit_exceeded.
[[nodiscard]] result<std::vector<std::filesystem::path>> find_files(
    const std::filesystem::path& file_or_folder, const file_limits& limits = {});

/// Finds and reads them. A source has the path of its file for a name.
[[nodiscard]] result<text::sources> read_files(const std::filesystem::path& file_or_folder,
                                               const file_limits& limits = {});

}  // namespace sudui::model
