// Tested by tests/cli/rejects.sh.
#include "cli/rejects.hpp"

#include <fmt/format.h>

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

}  // namespace sudui::cli
