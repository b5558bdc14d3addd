// Any bytes as a table, its first line the header: by rows alone, and with every line offered to
// the quick reader first. Both must leave the same columns, the same rejects, the same findings.
#include "support/tables.hpp"
#include "walk_tree.hpp"

using namespace sudui;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > (std::size_t{1} << 16U)) return 0;
  static const tests::planned by = tests::strict_plan();
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const tests::read_table quick(by, bytes, {true});
  const tests::read_table slow(by, bytes, {});
  fuzz::require(quick.text() == slow.text());
  return 0;
}
