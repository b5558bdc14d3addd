// GB18030 through the iconv of the C library. Lines are converted one by one, after they were cut
// out of the stream: no character of GB18030 has a byte in it that looks like a line end, a quote
// or a comma, so that a stream may be cut by its bytes, and places and offsets are those of the
// file.
//
//   C6 F3 D2 B5 2C 31  ->  企业,1
//
// Cost: about a nanosecond a byte; lines in ASCII are left as they are.
// Tested by tests/unit/ingest/gb18030_test.cpp.
#include "ingest/gb18030.hpp"

#include <algorithm>
#include <iconv.h>

namespace sudui::ingest {
namespace {

// What iconv_open gives where it fails.
void* no_converter() noexcept {
  return reinterpret_cast<void*>(-1);  // NOLINT(performance-no-int-to-ptr): POSIX says so
}

bool is_ascii(const std::string& line) {
  return std::all_of(line.begin(), line.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

gb18030_decoder::gb18030_decoder() : converter_(iconv_open("UTF-8", "GB18030")) {}

gb18030_decoder::~gb18030_decoder() {
  if (is_available()) static_cast<void>(iconv_close(converter_));
}

bool gb18030_decoder::is_available() const noexcept { return converter_ != no_converter(); }

bool gb18030_decoder::decode(std::string& line) {
  if (is_ascii(line)) return true;
  if (!is_available()) return false;
  made_.resize(line.size() * 2);  // two bytes become three, four become at most four
  char* from = line.data();
  char* into = made_.data();
  std::size_t left = line.size();
  std::size_t room = made_.size();
  static_cast<void>(iconv(converter_, nullptr, nullptr, nullptr, nullptr));
  const std::size_t failed = iconv(converter_, &from, &left, &into, &room);
  if (failed == static_cast<std::size_t>(-1) || left != 0) return false;
  line.assign(made_, 0, made_.size() - room);
  return true;
}

}  // namespace sudui::ingest
