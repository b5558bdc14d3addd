#pragma once

#include <span>
#include <string>

#include <sudui/decision.hpp>
#include <sudui/text.hpp>

namespace sudui::report {

/// `R&D expense (2021), held by tax bureau`: what is asked for, and from whom.
[[nodiscard]] std::string missing_text(const missing_input& what, language in);
/// Several of them, divided by semicolons; after `most` the rest is counted.
[[nodiscard]] std::string missing_text(std::span<const missing_input> all, language in,
                                       std::size_t most);

/// `document clause (verified against the text)`; empty where nothing is cited.
[[nodiscard]] std::string citation_text(const citation& from, language in);

/// The same as a line of its own says it, `source: document ...`; empty where nothing is cited.
[[nodiscard]] std::string grounds_text(const citation& from, language in);

/// `city · Science bureau of Changzhou`: the line below a policy's title.
[[nodiscard]] std::string authority_text(const policy& of, language in);

/// How the members of a group join, `any of`; empty for a leaf.
[[nodiscard]] std::string_view group_text(clause::kind what, language in) noexcept;
/// ` (text)`, with the brackets of the language; empty where the text is.
[[nodiscard]] std::string bracketed(std::string_view text, language in);

/// `2021-01-01 to 2023-09-07`, with words for open ends.
[[nodiscard]] std::string window_text(const window& days, language in);

/// The label of a clause, or its id where it has none.
[[nodiscard]] std::string label_of(const clause& what, language in);
/// The label of a benefit, or the word of its kind.
[[nodiscard]] std::string label_of(const benefit& what, language in);

}  // namespace sudui::report
