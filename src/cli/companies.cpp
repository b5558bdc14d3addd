// From files to companies. One bad row, or one bad file among many, never stops a run: it becomes a
// reject with its place and reason, and the counts add up.
//
// Tested by tests/cli/rejects.sh and tests/cli/match_batch.sh.
#include "cli/companies.hpp"

#include <fstream>
#include <iostream>
#include <spdlog/spdlog.h>
#include <utility>

#include "cli/rules_option.hpp"
#include "cli/terminal.hpp"
#include "report/json_writer.hpp"

namespace sudui::cli {
namespace {

constexpr std::uint64_t most_told = 10;  // rejects on standard error, where no file takes them
constexpr std::uint64_t progress_step = 10'000;

std::string text_in(const profile& from, std::string_view name) {
  const value* held = from.find(name);
  const auto* text = held == nullptr ? nullptr : held->get_if<std::string>();
  return text == nullptr ? std::string() : *text;
}

std::string first_given(std::initializer_list<std::string> texts) {
  for (const std::string& each : texts) {
    if (!each.empty()) return each;
  }
  return {};
}

}  // namespace

std::string company_row::id() const {
  return first_given({text_in(held, "uscc"), text_in(held, "company_name")});
}

std::string company_row::title() const {
  return first_given({text_in(held, "company_name"), text_in(held, "uscc"), file});
}

bool company_source::read(const input& from, const std::function<void(const company_row&)>& take) {
  return from.is_stream() ? read_rows(from, take) : read_one(from, take);
}

bool company_source::read_one(const input& from,
                              const std::function<void(const company_row&)>& take) {
  const auto text = read_whole(from.path);
  if (!text) {
    spdlog::error("{} `{}`", with_.say("无法读取", "cannot read"), from.path);
    return false;
  }
  diagnostics found;
  const auto read = read_profile(rules_, *text, from.format, found, from.path);
  if (!read) {
    const diagnostics& details = read.error().details;
    reject(from, details.empty() ? 1 : details.front().where.line, 0,
           details.empty() ? read.error().message : details.front().message, *text);
    return true;
  }
  if (count(found, severity::error) > 0) ++counts_.flawed;
  tell(std::move(found), from);
  ++counts_.decided;
  take({from.path, 1, *read});
  return true;
}

bool company_source::read_rows(const input& from,
                               const std::function<void(const company_row&)>& take) {
  std::ifstream file;
  if (from.path != "-") {
    file.open(from.path, std::ios::binary);
    if (!file) {
      spdlog::error("{} `{}`", with_.say("无法读取", "cannot read"), from.path);
      return false;
    }
  }
  std::istream& stream = from.path == "-" ? std::cin : file;
  profile_reader reader(rules_, stream, from.format);
  for (auto read = reader.next(); read != profile_reader::status::end; read = reader.next()) {
    if (read == profile_reader::status::row) {
      ++counts_.decided;
      take({from.path, reader.line(), reader.row()});
    } else {
      reject(from, reader.line(), reader.offset(), reader.reason(), reader.text());
    }
    show_progress();
  }
  tell(reader.findings(), from);
  if (!stream.bad()) return true;
  spdlog::error("{} `{}`", with_.say("读取中断", "reading broke off in"), from.path);
  return false;
}

void company_source::reject(const input& from, std::uint64_t line, std::uint64_t offset,
                            const localized& reason, std::string_view text) {
  ++counts_.rejected;
  if (rejects_ != nullptr) {
    report::json_writer out;
    out.open_object().key("file").text(from.path).key("line").whole(line).key("offset").whole(
        offset);
    out.key("reason").text(reason.in(with_.in)).key("text").text(text).close_object();
    rejects_->write_line(out.take());
  } else if (told_++ < most_told) {
    std::cerr << from.path << ':' << line << ": " << with_.say("退回", "reject") << ": "
              << reason.in(with_.in) << '\n';
  } else if (told_ == most_told + 1) {
    spdlog::warn(with_.say("其余退回行未显示，请用 --rejects FILE 保存",
                           "further rejects are not shown: keep them with --rejects FILE"));
  }
}

void company_source::tell(diagnostics found, const input& from) const {
  for (diagnostic& each : found) {
    if (from.is_stream()) each.where.file = from.path;
    std::cerr << to_text(each, with_.in) << '\n';
  }
}

void company_source::show_progress() {
  if (counts_.read() % progress_step != 0 || !is_terminal(2)) return;
  std::cerr << '\r' << counts_.read() << ' ' << with_.say("行", "rows") << std::flush;
}

}  // namespace sudui::cli
