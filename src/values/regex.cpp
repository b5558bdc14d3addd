// Compiled patterns, and the bounds within which they match.
//
// XPath asks for groups that are referred to (`(a)\1`), which no engine matches in linear time; so
// PCRE2 backtracks, and a limit on its steps stands for a bound in time. A hostile pattern or text
// comes to the limit and gives null, after the same number of steps everywhere: a limit in seconds
// would make decisions depend on the machine. The machine code compiler of PCRE2 is left out, since
// it counts otherwise.
//
// Tested by tests/unit/values/regex_test.cpp.

#include "values/regex.hpp"

#include <boost/unordered/unordered_flat_map.hpp>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

namespace sudui::values {

namespace pcre {
struct freeing {
  void operator()(pcre2_code* what) const noexcept { pcre2_code_free(what); }
  void operator()(pcre2_match_data* what) const noexcept { pcre2_match_data_free(what); }
  void operator()(pcre2_match_context* what) const noexcept { pcre2_match_context_free(what); }
  void operator()(pcre2_compile_context* what) const noexcept { pcre2_compile_context_free(what); }
};
}  // namespace pcre

using pcre::freeing;

namespace {

constexpr std::uint32_t most_steps = 1'000'000;
constexpr std::uint32_t most_heap = 20'000;  // KiB of one match
constexpr std::size_t most_patterns = 500;
constexpr std::size_t longest_pattern = 10'000;

PCRE2_SPTR bytes_of(std::string_view text) noexcept {
  static const char none[] = "";
  return reinterpret_cast<PCRE2_SPTR>(text.empty() ? none : text.data());
}

std::uint32_t options_of(std::string_view flags) noexcept {
  std::uint32_t options = PCRE2_UTF | PCRE2_DOLLAR_ENDONLY | PCRE2_NEVER_BACKSLASH_C;
  if (flags.find('i') != std::string_view::npos) options |= PCRE2_CASELESS;
  if (flags.find('m') != std::string_view::npos) options |= PCRE2_MULTILINE;
  return options;
}

}  // namespace

struct compiled_pattern::parts {
  std::unique_ptr<pcre2_code, freeing> code;
  std::unique_ptr<pcre2_match_data, freeing> data;
  std::unique_ptr<pcre2_match_context, freeing> bounds;
  std::uint32_t groups = 0;
};

compiled_pattern::compiled_pattern() : held_(std::make_unique<parts>()) {}
compiled_pattern::~compiled_pattern() = default;

bool compiled_pattern::compile(std::string_view pattern, std::string_view flags) {
  if (pattern.size() > longest_pattern) return false;
  const auto translated = translate_pattern(pattern, flags);
  if (!translated) return false;
  const std::unique_ptr<pcre2_compile_context, freeing> how(pcre2_compile_context_create(nullptr));
  pcre2_set_newline(how.get(), PCRE2_NEWLINE_LF);
  int error = 0;
  PCRE2_SIZE place = 0;
  held_->code.reset(pcre2_compile(bytes_of(*translated), translated->size(), options_of(flags),
                                  &error, &place, how.get()));
  if (!held_->code) return false;
  held_->data.reset(pcre2_match_data_create_from_pattern(held_->code.get(), nullptr));
  held_->bounds.reset(pcre2_match_context_create(nullptr));
  pcre2_set_match_limit(held_->bounds.get(), most_steps);
  pcre2_set_heap_limit(held_->bounds.get(), most_heap);
  pcre2_pattern_info(held_->code.get(), PCRE2_INFO_CAPTURECOUNT, &held_->groups);
  return true;
}

std::size_t compiled_pattern::groups() const noexcept { return held_->groups; }

compiled_pattern::found compiled_pattern::search(std::string_view text, std::size_t from,
                                                 match_places& places) {
  const std::uint32_t checked = from == 0 ? 0 : PCRE2_NO_UTF_CHECK;  // the whole text, once
  const int count = pcre2_match(held_->code.get(), bytes_of(text), text.size(), from, checked,
                                held_->data.get(), held_->bounds.get());
  if (count == PCRE2_ERROR_NOMATCH) return found::no;
  if (count < 0) return found::too_costly;
  const PCRE2_SIZE* ends = pcre2_get_ovector_pointer(held_->data.get());
  places.clear();
  for (std::size_t i = 0; i <= held_->groups; ++i) {
    const bool took_part = i < static_cast<std::size_t>(count) && ends[2 * i] != PCRE2_UNSET;
    places.emplace_back(took_part ? ends[2 * i] : std::string_view::npos,
                        took_part ? ends[2 * i + 1] : std::string_view::npos);
  }
  return found::yes;
}

struct pattern_cache::parts {
  boost::unordered_flat_map<std::string, std::unique_ptr<compiled_pattern>> known;
  match_places places;
  std::string key, scratch;
};

pattern_cache::pattern_cache() : held_(std::make_unique<parts>()) {}
pattern_cache::~pattern_cache() = default;

compiled_pattern* pattern_cache::find(std::string_view pattern, std::string_view flags) {
  held_->key.assign(flags).append("/").append(pattern);
  if (const auto found = held_->known.find(held_->key); found != held_->known.end()) {
    return found->second.get();
  }
  if (held_->known.size() >= most_patterns) held_->known.clear();
  auto made = std::make_unique<compiled_pattern>();
  if (!made->compile(pattern, flags)) made.reset();
  return held_->known.emplace(held_->key, std::move(made)).first->second.get();
}

match_places& pattern_cache::places() noexcept { return held_->places; }

std::string& pattern_cache::scratch() noexcept { return held_->scratch; }

}  // namespace sudui::values
