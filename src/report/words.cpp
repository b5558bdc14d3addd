// Every fixed word of the renderers, in both languages. What the rule files write with a short word
// is said here as people say it.
//
// Tested by tests/unit/report/words_test.cpp.
#include "report/words.hpp"

#include <algorithm>

namespace sudui::report {
namespace {

struct translation {
  std::string_view word, zh, en;
};
constexpr translation translations[] = {
    {"national", "国家", "national"},
    {"province", "省级", "province"},
    {"city", "市级", "city"},
    {"district", "区级", "district"},
    {"direct", "免申即享", "paid without applying"},
    {"confirm", "即申即享", "paid on confirmation"},
    {"apply", "申报享受", "by application"},
    {"self", "自行享受", "claimed by oneself"},
    {"cash", "奖补资金", "cash"},
    {"tax", "税收减免", "tax relief"},
    {"deduction", "税前扣除", "deduction"},
    {"rate", "优惠税率", "lower rate"},
    {"deferral", "延期缴纳", "deferral"},
    {"right", "资格权利", "right"},
    {"voucher", "服务券", "voucher"},
    {"in-kind", "实物服务", "in kind"},
    {"loan", "贷款", "loan"},
    {"recognition", "资质认定", "recognition"},
    {"verified-text", "已核对原文", "verified against the text"},
    {"verified-secondary", "已核对转载", "verified against a copy"},
    {"general-knowledge", "一般常识，未核实", "general knowledge, unverified"},
    {"seed-only", "仅见于线索，未核实", "from a lead only, unverified"},
    {"half up", "四舍五入", "half up"},
    {"half even", "四舍六入五成双", "half even"},
    {"half down", "五舍六入", "half down"},
    {"up", "进位", "up"},
    {"down", "舍去", "down"},
    {"ceiling", "向上取整", "ceiling"},
    {"floor", "向下取整", "floor"},
    {"division-by-zero", "除数为零", "division by zero"},
    {"overflow", "数值过大", "the number is too large"},
    {"no-element", "列表中没有该项", "no such element"},
    {"no-entry", "参数中没有该项", "no such entry"},
    {"bad-argument", "参数不合要求", "an argument does not fit"},
    {"null-operand", "所依据的值为空", "what it is made from is null"},
    {"several-rows", "多行同时适用而表不允许",
     "several rows apply, and the table does not let them"},
    {"given", "填报为不适用", "given as not applicable"}};

}  // namespace

// A walk through the table: a few dozen words, asked a few times a decision.
std::string_view spoken(std::string_view word, language in) noexcept {
  const auto* found = std::find_if(std::begin(translations), std::end(translations),
                                   [&](const translation& each) { return each.word == word; });
  return found == std::end(translations) ? word : say(in, found->zh, found->en);
}

// Three words for three states: undetermined is neither yes nor no, and no text may blur that.
std::string_view word_of(verdict what, language in) noexcept {
  switch (what) {
    case verdict::eligible:
      return say(in, "可享受", "eligible");
    case verdict::undetermined:
      return say(in, "待确定", "undetermined");
    case verdict::ineligible:
      break;
  }
  return say(in, "不符合", "ineligible");
}

// One column wide on every terminal, so that tables stay straight.
std::string_view mark_of(verdict what) noexcept {
  switch (what) {
    case verdict::eligible:
      return "✓";
    case verdict::undetermined:
      return "?";
    case verdict::ineligible:
      break;
  }
  return "✗";
}

std::string_view mark_of(outcome what) noexcept {
  switch (what) {
    case outcome::met:
      return "✓";
    case outcome::unknown:
      return "?";
    case outcome::unmet:
      break;
  }
  return "✗";
}

// Words of the JSON output are an interface: programs compare them, so they never change with a
// language or a better wording.
std::string_view key_of(verdict what) noexcept { return word_of(what, language::en); }

std::string_view key_of(outcome what) noexcept {
  switch (what) {
    case outcome::met:
      return "met";
    case outcome::unknown:
      return "unknown";
    case outcome::unmet:
      break;
  }
  return "unmet";
}

std::string_view key_of(amount::state what) noexcept {
  switch (what) {
    case amount::state::exact:
      return "exact";
    case amount::state::interval:
      return "interval";
    case amount::state::unknown:
      return "unknown";
    case amount::state::null:
      return "null";
    case amount::state::none:
      break;
  }
  return "none";
}

std::string_view key_of(step::kind what) noexcept {
  switch (what) {
    case step::kind::logic:
      return "logic";
    case step::kind::comparison:
      return "comparison";
    case step::kind::quantifier:
      return "quantifier";
    case step::kind::definition:
      return "definition";
    case step::kind::parameter:
      return "parameter";
    case step::kind::input:
      return "input";
    case step::kind::constant:
      return "constant";
    case step::kind::tier:
      return "tier";
    case step::kind::band:
      return "band";
    case step::kind::limit:
      return "limit";
    case step::kind::rounding:
      return "rounding";
    case step::kind::calculation:
      break;
  }
  return "calculation";
}

std::string_view key_of(clause::kind what) noexcept {
  switch (what) {
    case clause::kind::all:
      return "all";
    case clause::kind::any:
      return "any";
    case clause::kind::none:
      return "none";
    case clause::kind::require:
      break;
  }
  return "require";
}

}  // namespace sudui::report
