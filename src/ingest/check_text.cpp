// What the dictionary asks of a text: one of the codes, or the shape of a public register. A wrong
// code is an error, since a clause would silently compare with nothing; a credit code that fails
// its check digit is a warning, since some that were issued early do.
//
// Tested by tests/unit/ingest/check_text_test.cpp.
#include "ingest/check_text.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "ingest/credit_code.hpp"
#include "ingest/register_code.hpp"
#include "text/suggest.hpp"

namespace sudui::ingest {
namespace {

using text::message;

constexpr std::size_t few_codes = 8;

std::string listed(const std::vector<std::string_view>& codes) {
  if (codes.size() > few_codes) return {};
  std::string out;
  for (const std::string_view each : codes) {
    if (!out.empty()) out += ", ";
    out.append("`").append(each).append("`");
  }
  return out;
}

bool check_codes(const std::string& held, const model::field& from, text::span at,
                 const place& where, text::sink& out) {
  std::vector<std::string_view> codes;
  for (const auto& each : from.codes) codes.emplace_back(each.text);
  if (codes.empty() || std::find(codes.begin(), codes.end(), held) != codes.end()) return true;
  const std::string near(text::nearest(held, codes));
  if (near.empty()) {
    out.report(message::code_not_in_list, at, {where.to_string(), held, listed(codes)});
  } else {
    out.report(message::code_misspelt, at, {where.to_string(), held, near});
  }
  return false;
}

void check_credit_code(const std::string& held, text::span at, const place& where,
                       text::sink& out) {
  switch (flaw_of_credit_code(held)) {
    case code_flaw::none:
      return;
    case code_flaw::length:
      return out.report(message::credit_code_length, at, {where.to_string(), held});
    case code_flaw::character:
      return out.report(message::credit_code_character, at, {where.to_string(), held});
    case code_flaw::check_digit: {
      const auto right = credit_check_character(std::string_view(held).substr(0, held.size() - 1));
      return out.report(message::credit_code_check_digit, at,
                        {where.to_string(), held, std::string(1, right.value_or('?'))});
    }
  }
}

bool check_industry_code(std::string& held, text::span at, const place& where, text::sink& out) {
  if (const auto letter = industry_letter(held)) held.insert(0, 1, *letter);
  switch (flaw_of_industry_code(held)) {
    case industry_flaw::none:
      return true;
    case industry_flaw::shape:
      out.report(message::industry_code_shape, at, {where.to_string(), held});
      return false;
    case industry_flaw::letter: {
      const auto letter = industry_letter(std::string_view(held).substr(1));
      out.report(message::industry_code_letter, at,
                 {where.to_string(), held, letter ? *letter + held.substr(1) : std::string()});
      return true;
    }
  }
  return true;
}

}  // namespace

bool check_text(std::string& held, const model::field& from, text::span at, const place& where,
                text::sink& out) {
  if (!check_codes(held, from, at, where, out)) return false;
  switch (from.check) {
    case model::value_check::none:
      return true;
    case model::value_check::credit_code:
      check_credit_code(held, at, where, out);
      return true;
    case model::value_check::division_code:
      if (is_division_code(held)) return true;
      out.report(message::division_code_shape, at, {where.to_string(), held});
      return false;
    case model::value_check::industry_code:
      return check_industry_code(held, at, where, out);
  }
  return true;
}

}  // namespace sudui::ingest
