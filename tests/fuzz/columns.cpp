// Any bytes as lines of NDJSON, straight into columns and by way of rows. What the quick reader
// takes must be a row of the slow one without findings but for names, and leave the same columns;
// what it does not take must leave its columns alone.
#include <sstream>
#include <string>

#include "ingest/column_reader.hpp"
#include "ingest/row_reader.hpp"
#include "support/strict_rules.hpp"
#include "walk_tree.hpp"

namespace {

using namespace sudui;
using status = ingest::row_reader::status;

struct readers {
  const tests::planned& by;
  columns::batch quick{by.made}, slow{by.made};
  ingest::column_reader reader{by.made};

  void read(const std::string& line) {
    std::istringstream input(line);
    ingest::row_reader rows(by.rules.held().typed->dictionary, input, profile_format::ndjson);
    const bool is_row = rows.next() == status::row;
    if (is_row) slow.append(rows.row());
    if (reader.append(line, quick)) {
      fuzz::require(is_row);
      for (const auto& each : rows.findings()) {
        fuzz::require(each.message.en.find("is not a field") != std::string::npos);
      }
    } else if (is_row) {
      quick.append(rows.row());
      reader.told();
    }
    fuzz::require(quick.rows() == slow.rows());
    if (!is_row) return;
    const auto last = slow.rows() - 1;
    fuzz::require(tests::row_text(quick, last) == tests::row_text(slow, last));
  }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > (std::size_t{1} << 16U)) return 0;
  static const tests::planned by = tests::strict_plan();
  readers both{by};
  std::istringstream bytes(std::string(reinterpret_cast<const char*>(data), size));
  for (std::string line; std::getline(bytes, line);) {
    // A byte order mark or a carriage return is taken off before the line is offered.
    if (line.starts_with("\xEF\xBB\xBF") || line.ends_with('\r')) continue;
    both.read(line);
  }
  fuzz::require(tests::facts_hold(both.quick) && tests::facts_hold(both.slow));
  return 0;
}
