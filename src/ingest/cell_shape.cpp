// The part of value_shape for cells of tables, where the type that is asked for decides what the
// text means: `320412` is a text or a number, `是` a flag, and a number may end in a word that
// moves its point:
//
//   5000万 of a field in yuan: digits 5000, power 4, column 10^-2:  5,000,000,000 fen
//
// Tested by tests/unit/ingest/table_reader_test.cpp and tests/property/table_reader_test.cpp.
#include <algorithm>
#include <iterator>

#include "ingest/value_shape.hpp"

namespace sudui::ingest {
namespace {

using types::type_kind;

// The words of number_of.
std::optional<std::int32_t> power_of_suffix(std::string_view word) {
  if (word.empty()) return 0;
  if (word == "万") return 4;
  if (word == "亿") return 8;
  if (word == "%" || word == "％") return -2;
  return std::nullopt;
}

template <std::size_t Count>
bool is_one_of(std::string_view word, const std::string_view (&words)[Count]) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

}  // namespace

bool value_shape::keep_flag(std::string_view word, columns::piece& into) {
  constexpr std::string_view yes[] = {"true", "是", "True", "TRUE"};
  constexpr std::string_view no[] = {"false", "否", "False", "FALSE"};
  into.whole = is_one_of(word, yes) ? 1 : 0;
  return into.whole != 0 || is_one_of(word, no);
}

bool value_shape::read_cell(std::string_view said, const char* readable, std::int32_t power,
                            columns::piece& into) const {
  into.is = columns::piece::state::known;
  if (kind_ == type_kind::number) {
    const char* at = said.data();
    plain_number written;
    if (!take_plain_number(at, readable, written)) return false;
    const auto suffix = power_of_suffix(said.substr(static_cast<std::size_t>(at - said.data())));
    return suffix && keep(written, {power + *suffix + scale_, least_, most_}, into);
  }
  if (kind_ == type_kind::boolean) return keep_flag(said, into);
  return kind_ == type_kind::string ? keep(said, into) : keep_parsed(said, into);
}

}  // namespace sudui::ingest
