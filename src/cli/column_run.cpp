// To compile a catalogue for columns takes milliseconds, as long as a few dozen companies row by
// row; so a short input never does. How much has been read depends on the input alone, and the
// bytes of an answer do not depend on who gave it.
//
// Tested by tests/cli/batch_rows.sh.
#include "cli/column_run.hpp"

namespace sudui::cli {
namespace {
constexpr std::uint64_t few_bytes = std::uint64_t{64} << 10U;
}

const column_tools* column_run::after(std::uint64_t bytes) {
  if (bytes < few_bytes || format_ == output_format::json) return nullptr;
  std::call_once(made_, [this] {
    const batch_matcher by(by_);
    tools_.emplace(column_tools{by, make_batch_writer(format_, by, least_)});
  });
  return &*tools_;
}

}  // namespace sudui::cli
