// Tested by tests/cli/rejects.sh.
#include "cli/rejects.hpp"

#include <fmt/format.h>
#include <iostream>
#include <spdlog/spdlog.h>

#include "report/json_writer.hpp"
#include "report/words.hpp"

namespace sudui::cli {

void reject_texts::add(const rejected_row& what, language in, bool to_file) {
  if (to_file) {
    report::json_writer out;
    out.open_object().key("file").text(what.file).key("line").whole(what.line);
    out.key("offset").whole(what.offset).key("reason").text(what.reason.in(in));
    out.key("text").text(what.text).close_object();
    lines += out.take() + '\n';
  } else if (told.size() < most_told) {
    told.push_back(fmt::format("{}:{}: {}: {}\n", what.file, what.line,
                               report::say(in, "退回", "reject"), what.reason.in(in)));
  }
}

void reject_teller::tell(const reject_texts& from, std::uint64_t count, progress_line& progress) {
  const std::uint64_t before = told_;
  for (const std::string& each : from.told) {
    if (told_ >= reject_texts::most_told) break;
    progress.clear();
    std::cerr << each;
    ++told_;
  }
  told_ = before + count;
  if (before <= reject_texts::most_told && told_ > reject_texts::most_told) {
    spdlog::warn(report::say(in_, "其余退回行未显示，请用 --rejects FILE 保存",
                             "further rejects are not shown: keep them with --rejects FILE"));
  }
}

}  // namespace sudui::cli
