// The readable form of what the library returns: diagnostics and failures as text. No line end at
// the end; whoever prints adds one.
//
// Tested by tests/unit/text/diagnostic_test.cpp.
#include <algorithm>
#include <fmt/format.h>
#include <string_view>
#include <utility>

#include <sudui/diagnostic.hpp>
#include <sudui/result.hpp>

namespace sudui {
inline namespace v1 {
namespace {

std::string_view word_of(severity level, language which) {
  const bool zh = which == language::zh;
  switch (level) {
    case severity::error:
      return zh ? "错误" : "error";
    case severity::warning:
      return zh ? "警告" : "warning";
    case severity::note:
      return zh ? "说明" : "note";
  }
  return {};
}

std::string place_of(const location& where) {
  if (where.file.empty()) return {};
  if (where.line == 0) return where.file + ": ";
  return fmt::format("{}:{}:{}: ", where.file, where.line, where.column);
}

std::string indented(std::string_view lines) {
  std::string out = "\n  ";
  for (const char each : lines) {
    out += each;
    if (each == '\n') out += "  ";
  }
  return out;
}

}  // namespace

std::string to_text(const diagnostic& finding, language which) {
  std::string out =
      fmt::format("{}{}: {} [{}]", place_of(finding.where), word_of(finding.level, which),
                  finding.message.in(which), finding.code);
  if (!finding.snippet.empty()) out += indented(finding.snippet);
  if (const std::string& help = finding.help.in(which); !help.empty()) {
    out += indented((which == language::zh ? "提示: " : "help: ") + help);
  }
  return out;
}

std::size_t count(const diagnostics& findings, severity level) noexcept {
  return static_cast<std::size_t>(
      std::count_if(findings.begin(), findings.end(),
                    [&](const diagnostic& each) { return each.level == level; }));
}

std::string to_text(const failure& what, language which) {
  std::string out = what.message.in(which);
  for (const diagnostic& each : what.details) {
    if (!out.empty()) out += '\n';
    out += to_text(each, which);
  }
  return out;
}

exception::exception(failure why) : why_(std::move(why)), text_(to_text(why_, language::en)) {}

exception::~exception() = default;

}  // namespace v1
}  // namespace sudui
