// Events of the reader of plain streams become trees. The stream is known to be right, and every
// list and mapping knows how many children it has: each is made where it stays, and of what the
// builder for yaml-cpp looks at again only the keys are left.
//
// Tested by tests/unit/syntax/plain_yaml_test.cpp, which compares with the trees of that builder.
#include "syntax/plain_trees.hpp"

#include <utility>

#include "syntax/anchors.hpp"
#include "syntax/cursor.hpp"
#include "syntax/duplicates.hpp"
#include "syntax/scalar_span.hpp"

namespace sudui::syntax {
namespace {

using told = yaml_event::kind;
using text::tree;

class plain_builder {
 public:
  plain_builder(const plain_stream& plain, const text::source& from, std::uint32_t file,
                text::sink& out, const limits& most)
      : next_(plain.events.data()), from_(from), file_(file), out_(out), most_(most) {}

  // One document, whose first event is behind that of its beginning.
  bool document(tree& into) {
    named_.clear();
    ++next_;
    const bool is_made = node(into, 1);
    ++next_;
    return is_made;
  }

  [[nodiscard]] const yaml_event* next() const noexcept { return next_; }
  void pass() noexcept { ++next_; }

 private:
  // `depth` is that of the node, from 1.
  bool node(tree& into, std::size_t depth) {
    const yaml_event& first = *next_++;
    if (first.what == told::alias) return repeat(first, into, depth);
    if (!charge({1, 0, 1}, depth)) return false;
    const bool is_mapping = first.what == told::mapping;
    if (!is_mapping && first.what != told::sequence) {
      into.scalar = scalar(first, into.how, into.where);
      into.what = tree::kind::scalar;
    } else {
      into.what = is_mapping ? tree::kind::mapping : tree::kind::sequence;
      into.where = {file_, begin_of(first), 0};
      if (!(is_mapping ? entries(first.count, into, depth) : items(first.count, into, depth))) {
        return false;
      }
    }
    if (first.anchor == 0) return true;
    return charge(named_.keep(first.anchor, into).cost, depth);
  }

  bool items(std::size_t count, tree& into, std::size_t depth) {
    into.items.reserve(count);
    while (count-- > 0) {
      if (!node(into.items.emplace_back(), depth + 1)) return false;
    }
    end(into);
    return true;
  }

  bool entries(std::size_t count, tree& into, std::size_t depth) {
    into.entries.reserve(count);
    while (count-- > 0) {
      tree::entry& made = into.entries.emplace_back();
      const yaml_event& key = *next_++;
      if (!charge({1, 0, 1}, depth + 1)) return false;
      if (key.is_as_written) {
        made.key = key.value;
        made.key_where = place_of(key);
      } else {
        tree::style how{};
        made.key = scalar(key, how, made.key_where).text();
      }
      if (!node(made.value, depth + 1)) return false;
    }
    end(into);
    refuse_duplicates(into, out_, &from_);
    return true;
  }

  // In brackets behind the closing one, else where the last node within has ended.
  void end(tree& into) {
    const yaml_event& last = *next_++;
    const char first = from_.bytes()[into.where.begin];
    if (first == '[' || first == '{') end_ = last.at + 1;
    into.where.end = end_;
  }

  text::excerpt scalar(const yaml_event& from, tree::style& how, text::span& where) {
    const bool is_quoted = from.what == told::scalar;
    if (from.is_as_written) {
      how = is_quoted ? tree::style::quoted : tree::style::plain;
      where = place_of(from);
      end_ = where.end;
      return text::excerpt::view_of(from.value, file_, where.begin + (is_quoted ? 1U : 0U));
    }
    scalar_span found =
        trace_scalar(from_.bytes(), file_, begin_of(from), std::string(from.value), !is_quoted);
    how = found.how;
    where = found.where;
    end_ = where.end;
    return std::move(found.text);
  }

  // Of a scalar that is as written.
  [[nodiscard]] text::span place_of(const yaml_event& scalar) const {
    const std::uint32_t begin = begin_of(scalar);
    const std::uint32_t quotes = scalar.what == told::scalar ? 2 : 0;
    return {file_, begin, begin + static_cast<std::uint32_t>(scalar.value.size()) + quotes};
  }

  // Behind its anchor, if it has one.
  [[nodiscard]] std::uint32_t begin_of(const yaml_event& node) const {
    if (node.anchor == 0) return node.at;
    cursor look(from_.bytes(), node.at);
    look.skip_to_any(" \n");
    look.skip_to_token();
    return look.at();
  }

  bool repeat(const yaml_event& alias, tree& into, std::size_t depth) {
    const anchors::named* meant = named_.find(alias.anchor);  // none: it stands within itself
    if (meant == nullptr || !charge(meant->cost, depth)) return false;
    cursor look(from_.bytes(), alias.at);
    look.skip_to_any(" \n");
    end_ = look.at();
    into = meant->what;
    return true;
  }

  // Every value is paid for before it is kept, see yaml_builder.cpp.
  bool charge(const tree_cost& cost, std::size_t depth) noexcept {
    nodes_ += cost.nodes;
    repeated_bytes_ += cost.bytes;
    return depth + cost.height - 1 <= most_.depth && nodes_ <= most_.nodes &&
           repeated_bytes_ <= most_.bytes;
  }

  const yaml_event* next_;
  const text::source& from_;
  std::uint32_t file_;
  text::sink& out_;
  const limits& most_;
  std::uint32_t end_ = 0;  // behind the last node that has ended
  std::size_t nodes_ = 0;
  std::size_t repeated_bytes_ = 0;
  anchors named_;
};

}  // namespace

std::optional<std::vector<tree>> trees_of(const plain_stream& plain, const text::source& from,
                                          std::uint32_t file, text::sink& out, const limits& most) {
  std::vector<tree> made;
  plain_builder building(plain, from, file, out, most);
  const yaml_event* end = plain.events.data() + plain.events.size();
  while (building.next() != end) {
    if (building.next()->what == told::passed_over) {
      building.pass();
    } else if (!building.document(made.emplace_back())) {
      return std::nullopt;
    }
  }
  return made;
}

}  // namespace sudui::syntax
