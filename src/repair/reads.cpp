// From a register back to the inputs it is worked out from.
//
// Instructions stand after what they read, so one walk backwards over the main block, with the
// registers wanted so far, finds them all; bodies of loops are walked as a whole.
//
// Tested by tests/unit/repair/reads_test.cpp.

#include "repair/reads.hpp"

#include <algorithm>

namespace sudui::repair {

using plan::instruction;
using plan::instruction_kind;

namespace {

class reader {
 public:
  reader(const plan::plan& of, const decide::state& run)
      : plan_(of), run_(run), wanted_(of.registers.size()) {}

  std::vector<read> run(plan::reg which) {
    wanted_[which] = true;
    const auto& code = plan_.blocks.front().code;
    for (auto each = code.rbegin(); each != code.rend(); ++each) {
      if (wanted_[each->result]) take(*each);
    }
    std::sort(found_.begin(), found_.end());
    found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
    return std::move(found_);
  }

 private:
  void take(const instruction& what) {
    for (std::uint32_t i = 0; i < what.count; ++i) wanted_[plan_.operands[what.first + i]] = true;
    if (what.kind == instruction_kind::load) found_.push_back({what.index, std::nullopt});
    if (what.kind == instruction_kind::load_year) years(what, year(what, 0), year(what, 0));
    if (what.kind == instruction_kind::load_range) years(what, year(what, 0), year(what, 1));
    if (what.kind >= instruction_kind::some) {
      for (const auto& each : plan_.blocks[what.index].code) take(each);
    }
  }

  [[nodiscard]] std::int64_t year(const instruction& what, std::uint32_t i) const {
    const auto& held = run_.registers[plan_.operands[what.first + i]];
    return held.what == values::kind::number ? held.number.to_int64().value_or(0) : 0;
  }

  void years(const instruction& what, std::int64_t first, std::int64_t last) {
    if (first < 1 || last > 9999) return;
    for (auto each = first; each <= last; ++each) {
      found_.push_back({what.index, static_cast<std::int32_t>(each)});
    }
  }

  const plan::plan& plan_;
  const decide::state& run_;
  std::vector<bool> wanted_;
  std::vector<read> found_;
};

}  // namespace

std::vector<read> reads_of(const plan::plan& of, plan::reg which, const decide::state& run) {
  return reader(of, run).run(which);
}

}  // namespace sudui::repair
