// The way through the tokens, and the two roots: an expression, and a comma list of unary tests.
#include "feel/reader.hpp"

#include <algorithm>
#include <utility>

#include "feel/lexer.hpp"

namespace sudui::feel {

reader::reader(const text::excerpt& formula, text::sink& out, const parse_options& options)
    : formula_(formula), out_(out), options_(options) {
  const std::size_t errors = out.errors();
  tokens read = lex(formula, out);
  tokens_ = std::move(read.all);
  kept_ = std::move(read.kept);
  is_quiet_ = out.errors() > errors;
  // Few formulas have more nodes than three for four tokens: `a < b` has one each.
  const auto usual = std::min<std::size_t>(tokens_.size() * 3 / 4 + 1, options.max_nodes);
  tree_.nodes.reserve(usual);
  heights_.reserve(usual);
}

// The whole text is one expression: what is left over is a mistake.
expression reader::read_expression() {
  if (at(token_kind::end)) {
    fail(text::message::empty_expression, formula_.where());
    return finish(refuse());
  }
  const node_id root = read();
  if (!at(token_kind::end)) unexpected({"运算符或结尾", "an operator or the end"});
  return finish(root);
}

// A comma list of tests, as the cells of a table hold it; becomes `? in (tests)`.
expression reader::read_tests() {
  node subject{.kind = node_kind::name};
  subject.text = "?";
  std::vector<node_id> children{add(std::move(subject), 0)};
  if (at(token_kind::end)) {
    fail(text::message::empty_expression, formula_.where());
    children.push_back(refuse());
  } else {
    const std::vector<node_id> found = tests();
    children.insert(children.end(), found.begin(), found.end());
    if (!at(token_kind::end)) unexpected({"`,` 或结尾", "`,` or the end"});
  }
  return finish(add(node_kind::in, 0, std::move(children)));
}

expression reader::finish(node_id root) {
  tree_.root = root;
  tree_.is_broken = failed_ || is_quiet_;
  return std::move(tree_);
}

bool reader::at_any(std::initializer_list<token_kind> kinds) const noexcept {
  return std::find(kinds.begin(), kinds.end(), peek().kind) != kinds.end();
}

bool reader::accept(token_kind kind) noexcept {
  if (!at(kind)) return false;
  take();
  return true;
}

bool reader::expect(token_kind kind, wanted what) {
  if (accept(kind)) return true;
  unexpected(what);
  return false;
}

// From the token numbered `first` to the last one taken.
text::span reader::where(std::uint32_t first) const noexcept {
  const std::uint32_t begin = tokens_[std::min<std::size_t>(first, tokens_.size() - 1)].begin;
  const std::uint32_t end = pos_ == 0 ? begin : tokens_[pos_ - 1].end;
  return formula_.where(begin, std::max(begin, end));
}

text::span reader::place(const token& what) const noexcept {
  return formula_.where(what.begin, what.end);
}

}  // namespace sudui::feel
