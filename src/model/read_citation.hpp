#pragma once

#include <span>
#include <vector>

#include "model/mapping_reader.hpp"
#include "model/reading.hpp"
#include "model/rule_set.hpp"

namespace sudui::model {

/// What a `cite:` may draw on: the sources of its policy, and the citation around it that holds
/// where it has none of its own.
struct cite_scope {
  std::span<const citation> sources;
  citation inherited;
};

/// The `sources:` of a policy, each with its key.
[[nodiscard]] std::vector<citation> read_sources(const text::tree& from, const reading& in);

/// The key `cite` of a mapping: a key of `sources`, or a citation written out. Absent: the
/// inherited one, which may be none.
[[nodiscard]] citation cite_of(mapping_reader& keys, const cite_scope& scope);

/// What needs a citation, for the message: a kind of thing in both languages, and its id if it has
/// one.
struct cited {
  std::string_view zh, en;
  const name* id = nullptr;
};

/// The same where a citation must be: reports `missing_citation` of `what`.
[[nodiscard]] citation require_cite(mapping_reader& keys, const cite_scope& scope,
                                    const cited& what);

}  // namespace sudui::model
