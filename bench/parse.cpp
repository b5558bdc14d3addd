// What a batch of NDJSON cannot be faster than by parsing alone: simdjson's whole parser over the
// lines of a file, to documents that nobody reads. Prints seconds of one thread.
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fmt/format.h>
#include <simdjson.h>
#include <time.h>
#include <vector>

namespace {

double seconds() {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

// Line by line out of blocks, as `match` reads; what is behind a line is its padding.
std::size_t parse_all(std::FILE* from) {
  constexpr std::size_t block = std::size_t{1} << 20U;
  std::vector<char> held;
  simdjson::dom::parser parser;
  std::size_t objects = 0, rest = 0;
  for (;;) {
    held.resize(rest + block + simdjson::SIMDJSON_PADDING);
    const auto got = std::fread(held.data() + rest, 1, block, from);
    if (got == 0) return objects;
    const auto* const end = held.data() + rest + got;
    const auto* begin = held.data();
    while (const auto* line_end = static_cast<const char*>(
               std::memchr(begin, '\n', static_cast<std::size_t>(end - begin)))) {
      const auto size = static_cast<std::size_t>(line_end - begin);
      const auto made = parser.parse(begin, size, false);
      objects += made.is_object() ? 1U : 0U;
      begin = line_end + 1;
    }
    rest = static_cast<std::size_t>(end - begin);
    std::memmove(held.data(), begin, rest);
  }
}

}  // namespace

int main(int count, char** words) {
  std::FILE* const from = count == 2 ? std::fopen(words[1], "rb") : nullptr;
  if (from == nullptr) {
    fmt::print(stderr, "usage: parse FILE\n");
    return EXIT_FAILURE;
  }
  const double begin = seconds();
  const auto objects = parse_all(from);
  fmt::print("{} {:.3f}\n", objects, seconds() - begin);
  std::fclose(from);
  return EXIT_SUCCESS;
}
