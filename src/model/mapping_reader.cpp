// The one place that knows how to ask a mapping for its keys. A reader names each key once, in the
// call that reads it, and has thereby said which keys exist: there is no second list to keep in
// step with the first, and "unknown key `requre`, did you mean `require`?" falls out of `finish`. A
// key that is misspelt is not reported as missing besides.
//
// Cost: keys are searched by walking the entries, most of which differ in length or first letter.
// The mappings of rules have a dozen keys.
//
// Tested by tests/unit/model/mapping_reader_test.cpp.
#include "model/mapping_reader.hpp"

#include <algorithm>
#include <cstring>

#include "model/scalars.hpp"
#include "text/suggest.hpp"

namespace sudui::model {

using text::message;
using text::tree;

namespace {
constexpr std::size_t max_unknown = 50;  // keys of one mapping worth telling
constexpr std::size_t usual_keys = 24;   // that a reader asks for

std::uint16_t mark_of(std::string_view key) noexcept {
  const auto first = key.empty() ? 0U : static_cast<unsigned char>(key.front());
  return static_cast<std::uint16_t>((key.size() << 8U) | first);
}
}  // namespace

mapping_reader::mapping_reader(const text::tree& from, std::string_view what, const reading& in)
    : from_(from),
      in_(in),
      size_(from.entries.size()),
      marked_(std::min(size_, most_marked)),
      is_mapping_(has_shape(from, tree::kind::mapping, what, in)) {
  known_.reserve(usual_keys);
  for (std::size_t i = 0; i < marked_; ++i) marks_[i] = mark_of(from.entries[i].key);
}

// Asking for a key makes it known; that it was known is seen when somebody wants to see them all. A
// value of null is as good as none: that is how a version takes a key away.
const tree* mapping_reader::get(std::string_view key) {
  known_.push_back({key, false});
  const std::size_t at = position_of(key);
  if (at == size_) return nullptr;
  if (at < marked_) found_ |= std::uint64_t{1} << at;
  const text::tree& found = from_.entries[at].value;
  return found.is_null() ? nullptr : &found;
}

// That of the first entry of that name; the number of entries if there is none.
std::size_t mapping_reader::position_of(std::string_view key) const noexcept {
  const auto is_named = [&](const text::tree::entry& each) {
    return each.key.size() == key.size() &&
           std::memcmp(each.key.data(), key.data(), key.size()) == 0;
  };
  const text::tree::entry* entries = from_.entries.data();
  const std::uint16_t mark = mark_of(key);
  for (std::size_t at = 0; at < marked_; ++at) {
    if (marks_[at] == mark && is_named(entries[at])) return at;
  }
  std::size_t at = marked_;
  while (at < size_ && !is_named(entries[at])) ++at;
  return at;
}

const tree* mapping_reader::require(std::string_view key) {
  const text::tree* found = get(key);
  if (found == nullptr) report_absent(key, message::missing_key);
  return found;
}

void mapping_reader::report_absent(std::string_view key, text::message how) {
  if (is_mapping_) absent_.push_back({key, how});
}

void mapping_reader::allow(std::initializer_list<std::string_view> keys) {
  for (const std::string_view key : keys) known_.push_back({key, true});
}

name mapping_reader::name_of(std::string_view key) {
  const text::tree* found = get(key);
  return found == nullptr ? name{"", place()} : read_name(*found, key, in_);
}

name mapping_reader::required_name(std::string_view key) {
  const text::tree* found = require(key);
  return found == nullptr ? name{"", place()} : read_name(*found, key, in_);
}

std::vector<name> mapping_reader::names_of(std::string_view key) {
  const text::tree* found = get(key);
  return found == nullptr ? std::vector<name>{} : read_names(*found, key, in_);
}

bool mapping_reader::flag(std::string_view key) {
  const text::tree* found = get(key);
  return found != nullptr && read_flag(*found, key, in_).value_or(false);
}

std::optional<std::int32_t> mapping_reader::whole(std::string_view key) {
  const text::tree* found = get(key);
  return found == nullptr ? std::nullopt : read_whole(*found, key, in_);
}

std::optional<decimal> mapping_reader::number(std::string_view key) {
  const text::tree* found = get(key);
  return found == nullptr ? std::nullopt : read_number(*found, key, in_);
}

localized mapping_reader::texts(std::string_view key) {
  const text::tree* found = get(key);
  return found == nullptr ? localized{} : read_localized(*found, key, in_);
}

localized mapping_reader::label() {
  localized read = optional_label();
  if (is_mapping_ && read.zh.empty()) in_.report(message::missing_text, place());
  return read;
}

// A text in one language stands for both, and the other is reported as missing.
localized mapping_reader::optional_label() {
  localized read{text_of("zh"), text_of("en")};
  if (read.zh.empty() == read.en.empty()) return read;
  const bool no_zh = read.zh.empty();
  in_.report(
      message::missing_language, place(),
      {no_zh ? text::both("中文", "Chinese") : text::both("英文", "English"), no_zh ? "zh" : "en"});
  (no_zh ? read.zh : read.en) = no_zh ? read.en : read.zh;
  return read;
}

const std::vector<tree>& mapping_reader::items(std::string_view key) {
  static const std::vector<text::tree> none;
  const text::tree* found = get(key);
  if (found == nullptr || !has_shape(*found, tree::kind::sequence, key, in_)) return none;
  if (found->items.empty()) in_.report(message::empty_list, key_place(key), {std::string(key)});
  if (found->items.size() <= in_.bounds.max_list_items) return found->items;
  in_.report(message::list_too_long, key_place(key),
             {std::string(key), std::to_string(in_.bounds.max_list_items)});
  return none;
}

window mapping_reader::days() {
  window read;
  const text::tree* from = get("from");
  const text::tree* to = get("to");
  if (from != nullptr) read.from = read_day(*from, "from", in_);
  if (to != nullptr) read.to = read_day(*to, "to", in_);
  read.where = from != nullptr ? from->where : to != nullptr ? to->where : place();
  if (read.from && read.to && *read.to < *read.from) {
    in_.report(message::window_turned, to->where, {to_string(*read.to), to_string(*read.from)});
    read.to.reset();
  }
  return read;
}

// In a merged version the two keys may come from different places; the message then says that one
// of them was inherited.
bool mapping_reader::refuse_both(std::string_view first, std::string_view second) {
  if (!has(first) || !has(second)) return false;
  const text::span place = key_place(second);
  const bool is_laid_over = place.begin < from_.where.begin || place.begin >= from_.where.end;
  in_.report(is_laid_over ? message::keys_exclude_over : message::keys_exclude, place,
             {std::string(first), std::string(second)});
  return true;
}

void mapping_reader::refuse_alone(std::string_view key, std::string_view needed) {
  if (!has(key) || has(needed)) return;
  in_.report(message::key_needs_key, key_place(key), {std::string(key), std::string(needed)});
}

// Reports what nobody asked for, then what is missing, unless an unknown key looks as if it was
// meant.
void mapping_reader::finish() {
  std::size_t reported = 0;
  for (std::size_t i = 0; i < size_; ++i) {
    const tree::entry& each = from_.entries[i];
    const bool is_found = i < marked_ && (found_ >> i & 1U) != 0;
    if (is_found || is_known(each.key)) continue;
    if (++reported > max_unknown) break;
    const auto known = known_keys();
    in_.report(message::unknown_key, each.key_where, {each.key, suggest(each.key, known)});
    const std::string_view meant = text::nearest(each.key, known);
    std::erase_if(absent_, [&](const absence_report& report) { return report.key == meant; });
  }
  for (const auto& [key, how] : absent_) in_.report(how, place(), {std::string(key)});
}

bool mapping_reader::is_known(std::string_view key) const noexcept {
  return std::any_of(known_.begin(), known_.end(),
                     [&](const known_key& each) { return each.key == key; });
}

std::vector<std::string_view> mapping_reader::known_keys() const {
  std::vector<std::string_view> all;
  all.reserve(known_.size());
  for (const known_key& each : known_) {
    const bool is_new = std::find(all.begin(), all.end(), each.key) == all.end();
    if (is_new || each.is_allowed) all.push_back(each.key);
  }
  return all;
}

text::span mapping_reader::place() const noexcept {
  return from_.entries.empty() ? from_.where : from_.entries.front().key_where;
}

text::span mapping_reader::key_place(std::string_view key) const {
  const std::size_t at = position_of(key);
  return at == size_ ? place() : from_.entries[at].key_where;
}

void mapping_reader::report_word(const text::tree& wrong, std::string_view key,
                                 const std::vector<std::string_view>& known) const {
  in_.report(message::unknown_word, wrong.where,
             {std::string(wrong.text()), std::string(key), suggest(wrong.text(), known)});
}

}  // namespace sudui::model
