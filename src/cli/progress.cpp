// Tested by tests/unit/cli/progress_test.cpp.
#include "cli/progress.hpp"

#include <cmath>
#include <fmt/format.h>
#include <iostream>
#include <unistd.h>

#include "cli/terminal.hpp"
#include "report/words.hpp"

namespace sudui::cli {
namespace {

constexpr std::chrono::milliseconds least_pause{250};

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, 1, ',');
  return digits;
}

std::string length_text(double seconds, language in) {
  const auto whole = static_cast<std::uint64_t>(std::ceil(seconds));
  if (whole < 60) return fmt::format("{} {}", whole, report::say(in, "秒", "s"));
  if (whole < 3600)
    return fmt::format("{}:{:02} {}", whole / 60, whole % 60, report::say(in, "分", "min"));
  return fmt::format("{}:{:02} {}", whole / 3600, whole % 3600 / 60, report::say(in, "时", "h"));
}

}  // namespace

std::string progress_text(const progress_state& now, language in) {
  std::string text = fmt::format("{} {}", grouped(now.rows), report::say(in, "行", "rows"));
  if (now.seconds <= 0) return text;
  const double rate = static_cast<double>(now.rows - now.earlier) / now.seconds;
  text += fmt::format("  {} {}", grouped(static_cast<std::uint64_t>(rate)),
                      report::say(in, "行/秒", "rows/s"));
  if (now.size == 0 || now.bytes <= now.begin) return text;
  const double done = static_cast<double>(now.bytes) / static_cast<double>(now.size);
  const double left = static_cast<double>(now.size) - static_cast<double>(now.bytes);
  const double speed = static_cast<double>(now.bytes - now.begin) / now.seconds;
  return text + fmt::format("  {:.0f} %  {} {}", std::floor(done * 100),
                            report::say(in, "还需", "left:"), length_text(left / speed, in));
}

progress_line::progress_line(language in) : in_(in), is_terminal_(is_terminal(STDERR_FILENO)) {}

void progress_line::show(const progress_state& now) {
  const auto time = std::chrono::steady_clock::now();
  if (!is_terminal_ || time - last_ < least_pause) return;
  last_ = time;
  is_shown_ = true;
  std::cerr << "\r\x1b[K" << progress_text(now, in_) << std::flush;
}

void progress_line::clear() {
  if (is_shown_) std::cerr << "\r\x1b[K" << std::flush;
  is_shown_ = false;
}

}  // namespace sudui::cli
