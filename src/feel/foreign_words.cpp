// Operators as words: the ones a text of a policy uses, and those of spreadsheets and databases.
// The grammar takes them for names; where such a name stands where none can, its meaning is told.
// Asked only about mistakes, never while a good formula is read.
//
// Tested by tests/unit/feel/foreign_words_test.cpp.
#include "feel/foreign_words.hpp"

#include <algorithm>
#include <iterator>

#include "feel/names.hpp"

namespace sudui::feel {
namespace {

struct foreign_word {
  std::string_view spelling, instead;
};

constexpr foreign_word foreign_words[] = {{"且", "and"},      {"并且", "and"},
                                          {"同时", "and"},    {"和", "and"},
                                          {"或", "or"},       {"或者", "or"},
                                          {"非", "not(...)"}, {"不", "not(...)"},
                                          {"等于", "="},      {"不等于", "!="},
                                          {"大于", ">"},      {"高于", ">"},
                                          {"超过", ">"},      {"小于", "<"},
                                          {"低于", "<"},      {"不足", "<"},
                                          {"不小于", ">="},   {"不低于", ">="},
                                          {"不少于", ">="},   {"大于等于", ">="},
                                          {"不大于", "<="},   {"不高于", "<="},
                                          {"不超过", "<="},   {"小于等于", "<="},
                                          {"属于", "in"},     {"如果", "if"},
                                          {"那么", "then"},   {"否则", "else"},
                                          {"is", "="},        {"eq", "="},
                                          {"ne", "!="},       {"gt", ">"},
                                          {"lt", "<"},        {"mod", "modulo(a, b)"},
                                          {"xor", "!="}};

char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

std::string written_for(std::string_view word) {
  std::string small(word);
  std::transform(small.begin(), small.end(), small.begin(), lower);
  const auto* found = std::find_if(std::begin(foreign_words), std::end(foreign_words),
                                   [&](const foreign_word& f) { return f.spelling == small; });
  if (found != std::end(foreign_words)) return std::string(found->instead);
  if (kind_of_word(small) != token_kind::word && small != word) return small;
  return small == "not" && small != word ? "not(...)" : "";
}

}  // namespace sudui::feel
