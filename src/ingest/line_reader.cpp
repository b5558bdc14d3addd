// Lines with their places. The stream is read in pieces of 64 KiB and lines are cut out of them; a
// stream of a hundred million companies needs no more memory than one of ten. Most lines can be
// seen where they are, and are copied only for whoever keeps them.
//
// Tested by tests/unit/ingest/line_reader_test.cpp.
#include "ingest/line_reader.hpp"

#include <algorithm>
#include <string_view>

namespace sudui::ingest {
namespace {

constexpr std::size_t piece = std::size_t{64} << 10;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace

bool line_reader::fill() {
  if (at_ < held_.size()) return true;
  if (input_ == nullptr) return false;
  buffer_.resize(piece);
  input_->read(buffer_.data(), static_cast<std::streamsize>(piece));
  buffer_.resize(static_cast<std::size_t>(input_->gcount()));
  held_ = buffer_;
  at_ = 0;
  return !buffer_.empty();
}

bool line_reader::peek(line_view& line) {
  if (decoder_ || lines_ == 0 || !fill()) return false;
  const std::size_t end = held_.find('\n', at_);
  if (end == std::string_view::npos || end - at_ > limit_) return false;
  line.bytes = held_.substr(at_, end - at_);
  if (line.bytes.ends_with('\r')) line.bytes.remove_suffix(1);
  line.number = lines_ + 1;
  seen_ = end + 1 - at_;
  return true;
}

void line_reader::pass() noexcept {
  ++lines_;
  at_ += seen_;
  bytes_ += seen_;
}

void line_reader::drop_mark(raw_line& line) {
  if (line.number != 1 || !line.bytes.starts_with(byte_order_mark)) return;
  line.bytes.erase(0, byte_order_mark.size());
  line.offset += byte_order_mark.size();
}

bool line_reader::next(raw_line& line) {
  if (!fill()) return false;
  line.bytes.clear();
  line.is_too_long = false;
  line.number = ++lines_;
  line.offset = bytes_;
  for (bool is_ended = false; !is_ended && fill();) {
    const std::string_view rest = held_.substr(at_);
    const std::size_t end = rest.find('\n');
    is_ended = end != std::string_view::npos;
    const std::size_t taken = is_ended ? end + 1 : rest.size();
    const std::string_view content = rest.substr(0, is_ended ? end : rest.size());
    if (!line.is_too_long && line.bytes.size() + content.size() > limit_) {
      line.is_too_long = true;
      line.bytes.append(content);
      line.bytes.resize(std::min({kept_of_too_long, limit_, line.bytes.size()}));
      line.bytes.shrink_to_fit();
    } else if (!line.is_too_long) {
      line.bytes.append(content);
    }
    at_ += taken;
    bytes_ += taken;
  }
  if (!line.is_too_long && line.bytes.ends_with('\r')) line.bytes.pop_back();
  line.is_undecodable = decoder_ && !line.is_too_long && !decoder_->decode(line.bytes);
  drop_mark(line);
  return true;
}

}  // namespace sudui::ingest
