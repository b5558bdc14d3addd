// Tested by tests/cli/out_file.sh and tests/cli/rejects.sh.
#include "cli/destination.hpp"

namespace sudui::cli {

plain_destination::plain_destination(const std::string& out, const std::string& rejects)
    : out_(out.empty() ? std::make_unique<output>() : std::make_unique<output>(out)),
      rejects_(rejects.empty() ? nullptr : std::make_unique<output>(rejects)) {
  if (rejects_ && !rejects_->is_good()) refused_ = rejects;
  if (!out_->is_good()) refused_ = out;
}

bool plain_destination::finish(bool is_complete) {
  const auto end = [&](output& each) { return is_complete ? each.complete() : each.finish(); };
  const bool is_written = end(*out_);
  return (!rejects_ || end(*rejects_)) && is_written;
}

bool plain_destination::is_good() const {
  return out_->is_good() && (!rejects_ || rejects_->is_good());
}

}  // namespace sudui::cli
