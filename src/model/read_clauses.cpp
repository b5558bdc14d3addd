// The conditions of a policy, or of one item of a benefit. A clause either has a formula or groups
// others; the key that is there (`require`, `all`, `any`, `none`) says which. Children without a
// citation have their parent's.
//
// Tested by tests/unit/model/read_clauses_test.cpp.
#include "model/read_clauses.hpp"

#include <array>
#include <map>
#include <utility>

#include "model/names.hpp"
#include "model/read_formula.hpp"
#include "model/words.hpp"

namespace sudui::model {
namespace {

using text::message;
using text::tree;

constexpr std::array<std::string_view, 4> forms = {"require", "all", "any", "none"};

clause read_clause(const tree& from, const cite_scope& scope, const reading& in);

std::vector<clause> read_children(mapping_reader& keys, std::string_view key,
                                  const cite_scope& scope) {
  const std::vector<tree>& items = keys.items(key);
  std::vector<clause> children;
  children.reserve(items.size());
  for (const tree& item : items) {
    children.push_back(read_clause(item, scope, keys.in()));
  }
  return children;
}

// Which of the four keys is there; the first where there are several, which is reported.
std::string_view find_form(mapping_reader& keys) {
  std::string_view found;
  for (const std::string_view form : forms) {
    if (!keys.has(form)) continue;
    if (found.empty()) {
      found = form;
    } else {
      keys.refuse_both(found, form);
    }
  }
  if (found.empty()) keys.report_absent("require", message::clause_without_condition);
  return found;
}

clause read_clause(const tree& from, const cite_scope& scope, const reading& in) {
  mapping_reader keys(from, "clauses", in);
  clause read;
  read.where = from.where;
  read.id = keys.required_name("clause");
  check_word_id(read.id, in);
  read.label = keys.label();
  read.veto = keys.flag("veto");
  read.cite = require_cite(keys, scope, {"条件", "clause", &read.id});
  const std::string_view form = find_form(keys);
  read.kind = meaning_of<clause_kind>(form).value_or(clause_kind::require);
  if (read.kind == clause_kind::require) {
    read.require = formula_of(keys, "require");
  } else {
    read.children = read_children(keys, form, {scope.sources, read.cite});
  }
  keys.finish();
  return read;
}

// Ids are unique in the whole tree of clauses: versions and tests find a clause by its id alone.
void check_unique(const std::vector<clause>& clauses, std::map<std::string_view, text::span>& seen,
                  const reading& in) {
  for (const clause& each : clauses) {
    const auto [first, is_new] = seen.emplace(each.id.text, each.id.where);
    if (!is_new && !each.id.text.empty()) {
      in.report(message::duplicate_id, each.id.where,
                {text::both("条件", "clause"), each.id.text, in.place(first->second)});
    }
    check_unique(each.children, seen, in);
  }
}

}  // namespace

std::vector<clause> read_clauses(mapping_reader& keys, const cite_scope& scope) {
  std::vector<clause> read = read_children(keys, "clauses", scope);
  std::map<std::string_view, text::span> seen;
  check_unique(read, seen, keys.in());
  return read;
}

}  // namespace sudui::model
