#include "lift.hpp"

#include <string>
#include <utility>

#include "text/sink.hpp"

namespace sudui::conformance {

using feel::node_kind;

namespace {

// The value of a subtree that is a literal, by the engine itself: `@"P1D"` alone,
// `duration("P1D")`.
std::optional<api::variable> literal_at(const feel::expression& tree, feel::node_id at) {
  feel::expression alone = tree;
  alone.root = at;
  text::sink out;
  const auto made = api::evaluate(alone, {}, {}, out);
  if (!made.held || made.held->is_null()) return std::nullopt;
  return api::variable{{}, made.of, *made.held};
}

// The type of a duration hangs on its text, so that is no literal by itself.
bool is_duration_of_text(const feel::expression& tree, const feel::node& what) {
  return what.kind == node_kind::call && what.children.size() == 2 &&
         tree[what.children[0]].text == "duration" &&
         tree[what.children[1]].kind == node_kind::string;
}

class lifter {
 public:
  lifter(feel::expression& tree, std::vector<api::variable>& into) : tree_(tree), into_(into) {}

  void walk(feel::node_id at) {
    const auto what = tree_[at];
    switch (what.kind) {
      case node_kind::number:
      case node_kind::string:
      case node_kind::boolean:
      case node_kind::at_literal:
        return replace(at);
      case node_kind::call:
        if (is_duration_of_text(tree_, what)) return replace(at);
        break;
      default:
        break;
    }
    for (const auto child : what.children) walk(child);
  }

 private:
  void replace(feel::node_id at) {
    auto lifted = literal_at(tree_, at);
    if (!lifted) return;
    lifted->name = "lifted " + std::to_string(into_.size());  // no formula can write it
    auto& node = tree_.nodes[at];
    node.kind = node_kind::name;
    node.text = lifted->name;
    node.children.clear();
    node.names.clear();
    into_.push_back(std::move(*lifted));
  }

  feel::expression& tree_;
  std::vector<api::variable>& into_;
};

}  // namespace

void lift(feel::expression& tree, std::vector<api::variable>& into) {
  if (tree.root == feel::no_node || tree.is_broken) return;
  lifter(tree, into).walk(tree.root);
}

}  // namespace sudui::conformance
