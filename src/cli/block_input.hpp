#pragma once

#include <cstdint>
#include <string>

#include <sudui/profile.hpp>

#include "cli/inputs.hpp"
#include "cli/row_block.hpp"
#include "ingest/row_cutter.hpp"

namespace sudui::cli {

/// Cuts a file, a pipe or standard input into blocks of complete rows. Memory is a block and the
/// beginning of the next; a line that is too long is kept in part.
class block_input {
 public:
  static constexpr std::size_t usual_block = std::size_t{1} << 20U;

  enum class status : std::uint8_t { block, end, stopped, failed };

  explicit block_input(const input& from, std::size_t block_size = usual_block);
  block_input(const block_input&) = delete;
  block_input& operator=(const block_input&) = delete;
  ~block_input();

  [[nodiscard]] bool is_open() const noexcept { return descriptor_ >= 0; }
  /// Bytes of the whole input; 0 where nobody knows.
  [[nodiscard]] std::uint64_t size() const noexcept { return size_; }
  /// Of a table: the stream up to the end of the header row. Reads that much. False when reading
  /// fails.
  [[nodiscard]] bool read_head();
  [[nodiscard]] const std::string& head() const noexcept { return head_; }
  /// How many cells the header row has; it must be said before the first block of a table.
  void set_cells(std::size_t cells) { cutter_ = ingest::row_cutter(format_, cells); }
  /// Blocks end where a part of so many rows does.
  void set_part_rows(std::uint64_t rows) { part_rows_ = rows; }

  /// Stops reading, for good, when this descriptor has something to read.
  void stop_at(int descriptor) { stop_ = descriptor; }
  /// Goes on with the row that begins there. False when reading fails.
  [[nodiscard]] bool skip_to(std::uint64_t lines, std::uint64_t offset);

  [[nodiscard]] status next(row_block& into);

 private:
  [[nodiscard]] bool gather(page_buffer& held, std::uint64_t most, ingest::whole_rows& rows);
  [[nodiscard]] bool fill(page_buffer& held);
  [[nodiscard]] bool shorten_long_line(page_buffer& held);
  [[nodiscard]] bool may_read();
  [[nodiscard]] long read_some(char* into, std::size_t most);
  void drop_mark(page_buffer& held);
  void hand_out(const page_buffer& held, const ingest::whole_rows& rows);

  profile_format format_;
  std::size_t block_size_;
  int descriptor_ = -1;
  int stop_ = -1;
  bool is_stopped_ = false;
  bool is_owned_ = false;
  bool is_ended_ = false;  // nothing more comes from the descriptor
  bool is_long_ = false;   // what is read ends with a line of which `dropped_` bytes are left out
  std::uint64_t size_ = 0;
  std::uint64_t offset_ = 0;  // of the first byte not handed out
  std::uint64_t lines_ = 0;   // before it
  std::uint64_t dropped_ = 0;
  std::uint64_t part_rows_ = ingest::row_cutter::any_number;
  std::uint64_t rows_in_part_ = 0;
  std::string head_;
  std::string rest_;    // read, not handed out
  std::string behind_;  // read behind a line that is too long
  ingest::row_cutter cutter_;
};

}  // namespace sudui::cli
