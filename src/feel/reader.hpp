#pragma once

#include <algorithm>
#include <cstdint>
#include <forward_list>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "feel/ast.hpp"
#include "feel/operators.hpp"
#include "feel/parser.hpp"
#include "feel/token.hpp"

namespace sudui::feel {

/// What the grammar asks for at a place, in both languages.
struct wanted {
  std::string_view zh, en;
};

/// The state of one run of the parser over a formula; `parse` and `parse_tests` are its only users.
/// Every method that returns a node reads the construct it is named for, beginning at `pos_`.
class reader {
 public:
  reader(const text::excerpt& formula, text::sink& out, const parse_options& options);
  [[nodiscard]] expression read_expression();
  [[nodiscard]] expression read_tests();

 private:
  // reader.cpp: the way through the tokens
  [[nodiscard]] const token& peek() const noexcept { return tokens_[pos_]; }
  [[nodiscard]] const token& peek(std::uint32_t ahead) const noexcept {
    return tokens_[std::min<std::size_t>(pos_ + ahead, tokens_.size() - 1)];
  }
  [[nodiscard]] bool at(token_kind kind) const noexcept { return peek().kind == kind; }
  [[nodiscard]] bool at_any(std::initializer_list<token_kind> kinds) const noexcept;
  [[nodiscard]] bool accept(token_kind kind) noexcept;
  const token& take() noexcept {
    const token& taken = peek();
    if (taken.kind != token_kind::end) ++pos_;
    return taken;
  }
  bool expect(token_kind kind, wanted what);
  [[nodiscard]] text::span where(std::uint32_t first) const noexcept;
  [[nodiscard]] text::span place(const token& what) const noexcept;
  [[nodiscard]] expression finish(node_id root);
  // reader_nodes.cpp: the arena and brackets
  node_id add(node&& made, std::uint32_t first);
  node_id add(node_kind kind, std::uint32_t first, std::vector<node_id> children = {});
  node_id refuse();
  [[nodiscard]] bool enter();
  void leave() noexcept { --depth_; }
  void open(token_kind kind);
  bool close(token_kind kind, wanted what);
  void leave_bracket();
  // reader_errors.cpp
  void fail(text::message what, text::span where, text::sink::arguments args = {});
  void unexpected(wanted what);
  void expect_keyword(token_kind keyword, wanted what, text::message if_nowhere);
  [[nodiscard]] bool explain_unexpected();
  [[nodiscard]] bool explain_word(const token& what);
  [[nodiscard]] text::span end_of_text() const noexcept;
  [[nodiscard]] std::string shown(const token& what) const;
  // reader_operators.cpp
  node_id read(level lowest = level::expression);
  node_id continue_with(node_id left, std::uint32_t first, level lowest);
  [[nodiscard]] bool goes_on(level lowest) const noexcept;
  node_id unary();
  node_id instance_of(std::uint32_t first);
  node_id between(node_id value, std::uint32_t first);
  // reader_postfix.cpp
  node_id postfix(node_id operand, std::uint32_t first);
  node_id path(node_id operand, std::uint32_t first);
  node_id filter(node_id operand, std::uint32_t first);
  node_id call(node_id callee, std::uint32_t first);
  void read_argument(node& call);
  [[nodiscard]] bool may_be_called(node_id callee) const noexcept;
  [[nodiscard]] bool bracket_ends_range() const noexcept;
  // reader_primary.cpp
  node_id primary();
  node_id literal(node_kind kind);
  node_id list_or_range();
  node_id parenthesis();
  node_id relation_range(std::uint32_t first);
  node_id range_from(node_id low, bool open_low, std::uint32_t first);
  node_id context();
  void read_entry(node& context);
  // reader_control.cpp
  node_id condition();
  node_id iteration(node_kind kind);
  void read_iterator(node& loop);
  node_id function();
  // reader_names.cpp
  node_id name();
  [[nodiscard]] std::pair<std::string_view, std::uint32_t> known_name() const;
  [[nodiscard]] std::uint32_t words_before(token_kind stop) const noexcept;
  [[nodiscard]] std::uint32_t name_parts_before_colon() const noexcept;
  [[nodiscard]] std::string take_words(std::uint32_t count);
  void declare(const std::string& local);
  void read_variable(node& owner);
  // reader_types.cpp
  std::string type();
  std::string type_arguments(std::string_view name);
  // reader_tests.cpp
  node_id in(node_id value, std::uint32_t first);
  node_id lone_test(node_id only, std::uint32_t first);
  std::vector<node_id> tests();
  node_id test(level lowest);
  node_id comparison_test();
  node_id negated_tests(level lowest);
  [[nodiscard]] bool is_negated() const noexcept;
  [[nodiscard]] bool is_plain(node_id what) const noexcept;

  struct bracket {
    std::uint32_t token;
    bool in_range_end;  // of what stands around the bracket
  };

  const text::excerpt& formula_;
  text::sink& out_;
  const parse_options& options_;
  std::vector<token> tokens_;
  std::forward_list<std::string> kept_;  // what some of them view
  std::uint32_t pos_ = 0;                // at most that of the last token, the end
  std::uint32_t depth_ = 0;
  bool failed_ = false;
  bool is_quiet_ = false;      // mistakes of typing are reported; what follows from them is not
  bool in_range_end_ = false;  // at the high end of a range, where `[` may close it
  std::vector<bracket> brackets_;
  std::vector<std::string> locals_;  // names with spaces that the formula itself declares
  expression tree_;
  std::vector<std::uint32_t> heights_;  // of every node, to bound the recursion of those who walk
};

/// Whether an expression may begin with such a token; not asked of `]`, which rarely does.
[[nodiscard]] bool begins_operand(token_kind kind) noexcept;

inline constexpr wanted an_expression{"表达式", "an expression"};

}  // namespace sudui::feel
