#pragma once

#include <span>

#include <sudui/decision.hpp>
#include <sudui/value.hpp>

#include "report/json_writer.hpp"

namespace sudui::report {

// Parts that several documents share; each writes one value.
void write(json_writer& out, const localized& what);
void write(json_writer& out, const citation& what);
void write(json_writer& out, const location& what);
void write(json_writer& out, const window& what);
/// `{"is":"exact","low":"112500.00","high":"112500.00"}`; an open end is left out.
void write(json_writer& out, const amount& what, int places);
void write(json_writer& out, const item_line& what, int places);
void write(json_writer& out, const missing_input& what);
void write(json_writer& out, std::span<const missing_input> what);
/// Numbers, days and durations as strings; unknown as `{"unknown":true}`, null as null.
void write(json_writer& out, const value& what);

/// Keys of an open object: how a policy is to be had and how far it may be relied on.
void write_standing(json_writer& out, const policy_version& what);
/// Keys of an open object: the window, the standing and the note of a version.
void write_version(json_writer& out, const policy_version& what);
/// Keys of an open object, its last ones but children: where in the law, where in the rule files.
void write_grounds(json_writer& out, const citation& cite, const location& where);

/// A key and its text, left out when the text is empty.
void write_given(json_writer& out, std::string_view key, std::string_view text);
void write_given(json_writer& out, std::string_view key, const localized& text);
void write_given(json_writer& out, std::string_view key, const citation& cite);
void write_given(json_writer& out, std::string_view key, const location& where);

}  // namespace sudui::report
