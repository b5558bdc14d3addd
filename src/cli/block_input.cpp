// Reading ahead of the threads that decide. Blocks are cut at the end of a row, wherever the reads
// end, so that blocks depend on the input alone: a pipe that trickles gives the same blocks as a
// file.
//
//   read into pages  ->  | beginning of a row | ... rows ... | beginning of the next |
//                          kept from before     handed out     kept for the block after
//
// A row that does not fit makes the block larger, up to the limit of a row; of a line beyond that
// the beginning is kept, enough for the reader to see that it is too long, and the block ends with
// it, so that the places of what follows stay right.
//
// Cost: a copy of less than one row a block, and of what is left over where parts end.
// Tested by tests/unit/cli/block_input_test.cpp.
#include "cli/block_input.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ingest/line_reader.hpp"

namespace sudui::cli {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t kept_of_long_line = ingest::line_reader::longest_line + 1;

std::uint64_t size_of_file(int descriptor) {
  struct stat about {};
  const bool is_file = fstat(descriptor, &about) == 0 && S_ISREG(about.st_mode);
  return is_file ? static_cast<std::uint64_t>(about.st_size) : 0;
}

}  // namespace

block_input::block_input(const input& from, std::size_t block_size)
    : format_(from.format), block_size_(block_size), cutter_(from.format) {
  is_owned_ = from.path != "-";
  descriptor_ = is_owned_ ? open(from.path.c_str(), O_RDONLY | O_CLOEXEC) : STDIN_FILENO;
  if (is_open()) size_ = size_of_file(descriptor_);
}

block_input::~block_input() {
  if (is_owned_ && is_open()) static_cast<void>(close(descriptor_));
}

// Waits for input, and for the wish to stop.
bool block_input::may_read() {
  if (stop_ < 0) return true;
  std::array<pollfd, 2> waits = {{{descriptor_, POLLIN, 0}, {stop_, POLLIN, 0}}};
  while (poll(waits.data(), waits.size(), -1) < 0 && errno == EINTR) {
  }
  is_stopped_ = is_stopped_ || (waits[1].revents & POLLIN) != 0;
  return !is_stopped_;
}

long block_input::read_some(char* into, std::size_t most) {
  if (!may_read()) return -1;
  ssize_t got = -1;
  do {
    got = read(descriptor_, into, most);
  } while (got < 0 && errno == EINTR);
  is_ended_ = is_ended_ || got == 0;
  return got;
}

bool block_input::fill(page_buffer& held) {
  while (held.room() > 0 && !is_ended_) {
    const long got = read_some(held.end(), held.room());
    if (got < 0) return false;
    held.add(static_cast<std::size_t>(got));
  }
  return true;
}

// Keeps the beginning of a last line that is too long, and reads on to its end.
bool block_input::shorten_long_line(page_buffer& held) {
  const std::string_view bytes = held.bytes();
  const std::size_t feed = bytes.rfind('\n');
  const std::size_t begin = feed == std::string_view::npos ? 0 : feed + 1;
  const std::size_t kept = begin + kept_of_long_line;
  if (bytes.size() <= kept) return true;
  is_long_ = true;
  dropped_ = bytes.size() - kept;
  held.shorten(kept);
  std::array<char, 65536> piece{};
  while (!is_ended_) {
    const long got = read_some(piece.data(), piece.size());
    if (got < 0) return false;
    const std::string_view arrived(piece.data(), static_cast<std::size_t>(got));
    const std::size_t end = arrived.find('\n');
    dropped_ += std::min(end, arrived.size());
    if (end == std::string_view::npos) continue;
    *held.end() = '\n';
    held.add(1);
    behind_ = arrived.substr(end + 1);
    break;
  }
  return true;
}

void block_input::drop_mark(page_buffer& held) {
  if (offset_ != 0 || !held.bytes().starts_with(byte_order_mark)) return;
  held.drop_front(byte_order_mark.size());
  offset_ = byte_order_mark.size();
}

// Reads until there is a whole row, or nothing more.
bool block_input::gather(page_buffer& held, std::uint64_t most, ingest::whole_rows& rows) {
  held.start(rest_, block_size_);
  while (true) {
    if (!is_long_) {
      if (!fill(held)) return false;
      drop_mark(held);
      if (!shorten_long_line(held)) return false;
    }
    const bool is_all = is_ended_ || is_long_;
    rows = cutter_.cut(held.bytes(), is_all, most);
    if (rows.bytes > 0 || is_all) return true;
    held.start(held.bytes(), std::max(held.bytes().size(), block_size_));
  }
}

void block_input::hand_out(const page_buffer& held, const ingest::whole_rows& rows) {
  rest_ = held.bytes().substr(rows.bytes);
  offset_ += rows.bytes;
  lines_ += rows.lines;
  if (!is_long_ || !rest_.empty()) return;
  offset_ += dropped_;
  rest_ = std::move(behind_);
  behind_.clear();
  is_long_ = false;
}

bool block_input::read_head() {
  if (format_ != profile_format::csv) return true;
  page_buffer held;
  ingest::whole_rows rows;
  do {  // there may be blank lines before it
    if (!gather(held, 1, rows)) return false;
    head_ += held.bytes().substr(0, rows.bytes);
    hand_out(held, rows);
  } while (rows.rows == 0 && rows.bytes > 0);
  return true;
}

bool block_input::skip_to(std::uint64_t lines, std::uint64_t offset) {
  lines_ = lines;
  if (size_ > 0) {
    rest_.clear();
    offset_ = offset;
    is_ended_ = false;
    return lseek(descriptor_, static_cast<off_t>(offset), SEEK_SET) >= 0;
  }
  std::uint64_t left = offset - offset_;
  const std::size_t held = std::min<std::uint64_t>(left, rest_.size());
  rest_.erase(0, held);
  std::string piece(page_buffer::page, '\0');
  for (left -= held; left > 0 && !is_ended_;) {
    const long got = read_some(piece.data(), std::min<std::uint64_t>(left, piece.size()));
    if (got < 0) return false;
    left -= static_cast<std::uint64_t>(got);
  }
  offset_ = offset;
  return left == 0;
}

block_input::status block_input::next(row_block& into) {
  ingest::whole_rows rows;
  if (!gather(into.held, part_rows_ - rows_in_part_, rows))
    return is_stopped_ ? status::stopped : status::failed;
  if (rows.bytes == 0) return status::end;
  into.lines_before = lines_;
  into.offset = offset_;
  hand_out(into.held, rows);
  into.held.shorten(rows.bytes);
  into.lines_through = lines_;
  into.end = offset_;
  rows_in_part_ += rows.rows;
  into.ends_part = rows_in_part_ == part_rows_;
  if (into.ends_part) rows_in_part_ = 0;
  return status::block;
}

}  // namespace sudui::cli
