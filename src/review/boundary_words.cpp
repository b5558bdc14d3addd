// The words of Chinese law for limits. Article 1259 of the civil code has them: "yi shang", "yi
// xia", "yi nei" and "jie man" include the figure; "bu man", "chao guo" and "yi wai" do not. Longer
// words are taken out first, since "bu chao guo" (at most) holds "chao guo" (above).
//
// Tested by tests/unit/review/boundary_words_test.cpp.
#include "review/boundary_words.hpp"

#include <array>
#include <string>

namespace sudui::review {
namespace {

struct limit_word {
  std::string_view text;
  bool counts_limit;
};

constexpr std::array words = {
    limit_word{"不超过", true},  limit_word{"不低于", true}, limit_word{"不少于", true},
    limit_word{"不高于", true},  limit_word{"不大于", true}, limit_word{"不小于", true},
    limit_word{"不早于", true},  limit_word{"不晚于", true}, limit_word{"未超过", true},
    limit_word{"未达到", false}, limit_word{"未满", false},  limit_word{"不满", false},
    limit_word{"不足", false},   limit_word{"以上", true},   limit_word{"以下", true},
    limit_word{"以内", true},    limit_word{"至少", true},   limit_word{"至多", true},
    limit_word{"达到", true},    limit_word{"超过", false},  limit_word{"低于", false},
    limit_word{"高于", false},   limit_word{"大于", false},  limit_word{"小于", false},
    limit_word{"少于", false},   limit_word{"多于", false}};

constexpr std::array excluding = {std::string_view("不含"), std::string_view("不包括")};

}  // namespace

bool words_agree(std::string_view label, std::string_view relation) {
  const bool sign_counts = relation == "<=" || relation == ">=";
  for (const std::string_view each : excluding) {
    if (label.find(each) != std::string_view::npos) return !sign_counts;
  }
  std::string left(label);
  bool includes = false;
  bool excludes = false;
  for (const limit_word& each : words) {
    for (auto at = left.find(each.text); at != std::string::npos; at = left.find(each.text)) {
      (each.counts_limit ? includes : excludes) = true;
      left.replace(at, each.text.size(), "|");
    }
  }
  if (includes == excludes) return true;
  return includes == sign_counts;
}

}  // namespace sudui::review
