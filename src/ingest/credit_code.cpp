// The unified social credit code (GB 32100-2015): 17 characters and a check character. Every
// character stands for a number 0..30, its index in the alphabet, which leaves out I, O, S, V and
// Z; it is weighted with 3^position modulo 31, and the check character makes the sum divisible
// by 31.
//
//   91320412MA0DEMQ19: sum 2264 = 73 * 31 + 1, so the check value is 30, which is Y.
//
// Some codes that were issued early fail the check. So a failing check digit is a warning to
// whoever delivers the data and never keeps a company out.
//
// Tested by tests/unit/ingest/credit_code_test.cpp.
#include "ingest/credit_code.hpp"

#include <algorithm>
#include <cstddef>

namespace sudui::ingest {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
constexpr std::size_t body_length = 17;

}  // namespace

std::optional<char> credit_check_character(std::string_view first) noexcept {
  if (first.size() != body_length) return std::nullopt;
  std::size_t sum = 0;
  std::size_t weight = 1;
  for (const char each : first) {
    const std::size_t worth = alphabet.find(each);
    if (worth == std::string_view::npos) return std::nullopt;
    sum += worth * weight;
    weight = weight * 3 % alphabet.size();
  }
  return alphabet[(alphabet.size() - sum % alphabet.size()) % alphabet.size()];
}

code_flaw flaw_of_credit_code(std::string_view code) noexcept {
  if (code.size() != body_length + 1) return code_flaw::length;
  const bool is_spelt = std::all_of(code.begin(), code.end(), [](char each) {
    return alphabet.find(each) != std::string_view::npos;
  });
  if (!is_spelt) return code_flaw::character;
  const auto check = credit_check_character(code.substr(0, body_length));
  return check == code.back() ? code_flaw::none : code_flaw::check_digit;
}

}  // namespace sudui::ingest
