// Constructs that begin with a reserved word: `if`, `for`, `some`, `every`, `function`. Each
// reaches as far to the right as it can.
#include "feel/reader.hpp"

namespace sudui::feel {

// There is no `if` without `else` in FEEL: what holds otherwise must be said.
node_id reader::condition() {
  const std::uint32_t first = pos_;
  node made{.kind = node_kind::if_then_else, .operator_where = place(take())};
  made.children.push_back(read());
  expect_keyword(token_kind::kw_then, {"`then`", "`then`"}, text::message::missing_then);
  made.children.push_back(read());
  expect_keyword(token_kind::kw_else, {"`else`", "`else`"}, text::message::missing_else);
  made.children.push_back(read());
  return add(std::move(made), first);
}

// `for x in list, y in list return ...`; `some` and `every` alike, with `satisfies`.
node_id reader::iteration(node_kind kind) {
  const std::uint32_t first = pos_;
  node made{.kind = kind, .operator_where = place(take())};
  do {
    read_iterator(made);
  } while (accept(token_kind::comma));
  if (kind == node_kind::for_return) {
    expect_keyword(token_kind::kw_return, {"`return`", "`return`"}, text::message::missing_return);
  } else {
    expect_keyword(token_kind::kw_satisfies, {"`satisfies`", "`satisfies`"},
                   text::message::missing_satisfies);
  }
  made.children.push_back(read());
  return add(std::move(made), first);
}

// `x in list` or `i in 1..n`: a range without brackets, which may also go downwards.
void reader::read_iterator(node& loop) {
  read_variable(loop);
  expect(token_kind::kw_in, {"`in`", "`in`"});
  const std::uint32_t first = pos_;
  node_id list = read();
  if (at(token_kind::dot_dot)) {
    node range{.kind = node_kind::range, .operator_where = place(take()), .flag = true};
    range.children = {list, read()};
    list = add(std::move(range), first);
  }
  loop.children.push_back(list);
}

// `function(a, b: number) body`. The declared types stand in `text`, one a line, if there are any.
node_id reader::function() {
  const std::uint32_t first = pos_;
  node made{.kind = node_kind::function, .operator_where = place(take())};
  open(token_kind::left_paren);
  bool has_types = false;
  while (!at_any({token_kind::right_paren, token_kind::end})) {
    if (!made.names.empty()) {
      made.text += '\n';
      expect(token_kind::comma, {"`,` 或 `)`", "`,` or `)`"});
    }
    read_variable(made);
    if (!accept(token_kind::colon)) continue;
    made.text += type();
    has_types = true;
  }
  close(token_kind::right_paren, {"`,` 或 `)`", "`,` or `)`"});
  if (!has_types) made.text.clear();
  if (peek().is_word("external")) fail(text::message::external_function, place(peek()));
  made.children.push_back(read());
  return add(std::move(made), first);
}

}  // namespace sudui::feel
