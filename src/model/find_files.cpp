// A folder of rules on disk. The order of the files is that of their paths, compared part by part,
// and not that of the file system, so that a rule set means the same and has the same digest
// anywhere.
//
// Sizes are checked before a file is read; a folder taken for a rule set by mistake costs nothing.
//
// Tested by tests/unit/model/find_files_test.cpp.
#include "model/find_files.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>
#include <utility>

namespace sudui::model {
namespace {

namespace fs = std::filesystem;

failure cannot_read(const fs::path& path, const std::error_code& why) {
  const std::string name = path.generic_string();
  const std::string cause = why ? ": " + why.message() : "";
  return {errc::cannot_read,
          {"无法读取 `" + name + "`" + cause, "cannot read `" + name + "`" + cause},
          {}};
}

failure too_much(const fs::path& path, const std::string& zh, const std::string& en) {
  const std::string name = path.generic_string();
  return {errc::limit_exceeded, {"`" + name + "` " + zh, "`" + name + "` " + en}, {}};
}

bool is_hidden(const fs::path& path) { return path.filename().generic_string().starts_with('.'); }

bool is_rule_file(const fs::directory_entry& entry) {
  std::error_code error;
  const fs::path extension = entry.path().extension();
  return entry.is_regular_file(error) && (extension == ".yaml" || extension == ".yml");
}

// The size is asked first, and what was read compared with it: a file that changes meanwhile is an
// error and not half a rule.
result<std::string> read_file(const fs::path& path, std::size_t limit) {
  std::error_code error;
  const std::uintmax_t size = fs::file_size(path, error);
  if (error) return cannot_read(path, error);
  if (size > limit) {
    const std::string bytes = std::to_string(limit);
    return too_much(path, "超过 " + bytes + " 字节的上限",
                    "is larger than the limit of " + bytes + " bytes");
  }
  std::ifstream in(path, std::ios::binary);
  std::string bytes(static_cast<std::size_t>(size), '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!in || static_cast<std::uintmax_t>(in.gcount()) != size) {
    return cannot_read(path, std::make_error_code(std::errc::io_error));
  }
  return bytes;
}

}  // namespace

result<std::vector<fs::path>> find_files(const fs::path& file_or_folder,
                                         const file_limits& limits) {
  std::error_code error;
  const fs::file_status status = fs::status(file_or_folder, error);
  if (error && status.type() != fs::file_type::not_found) {
    return cannot_read(file_or_folder, error);
  }
  if (fs::is_regular_file(status)) return std::vector<fs::path>{file_or_folder};
  if (!fs::is_directory(status)) {
    return cannot_read(file_or_folder, std::make_error_code(std::errc::no_such_file_or_directory));
  }
  std::vector<fs::path> found;
  auto next = fs::recursive_directory_iterator(file_or_folder, error);
  for (; !error && next != fs::recursive_directory_iterator(); next.increment(error)) {
    const bool hidden = is_hidden(next->path());
    if (hidden && next->is_directory(error)) next.disable_recursion_pending();
    if (!hidden && is_rule_file(*next)) found.push_back(next->path());
    if (found.size() > limits.files) {
      const std::string most = std::to_string(limits.files);
      return too_much(file_or_folder, "中的规则文件超过 " + most + " 个",
                      "holds more than " + most + " rule files");
    }
  }
  if (error) return cannot_read(file_or_folder, error);
  std::sort(found.begin(), found.end());
  return found;
}

// Fails with cannot_read or limit_exceeded. Bytes are counted over the whole folder.
result<text::sources> read_files(const fs::path& file_or_folder, const file_limits& limits) {
  const auto found = find_files(file_or_folder, limits);
  if (!found) return found.error();
  text::sources files;
  std::size_t left = limits.total_bytes;
  for (const fs::path& path : *found) {
    auto bytes = read_file(path, limits.file_bytes);
    if (!bytes) return bytes.error();
    if (bytes->size() > left) {
      const std::string most = std::to_string(limits.total_bytes);
      return too_much(file_or_folder, "合计超过 " + most + " 字节的上限",
                      "holds more than the limit of " + most + " bytes in all");
    }
    left -= bytes->size();
    files.add(path.generic_string(), *std::move(bytes));
  }
  return files;
}

}  // namespace sudui::model
