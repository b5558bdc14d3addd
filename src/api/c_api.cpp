// The C interface over the public C++ one: handles hold the C++ handles, results become texts, and
// whatever would be thrown becomes a code.
//
// Tested by tests/api/c_api_test.c and tests/api/c_api_test.cpp.

#include <array>
#include <chrono>
#include <filesystem>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include <sudui/audit.hpp>
#include <sudui/batch.hpp>
#include <sudui/reach.hpp>
#include <sudui/report.hpp>
#include <sudui/sudui.h>
#include <sudui/version.hpp>

struct sudui_rules {
  sudui::rule_set held;
};
struct sudui_matcher {
  sudui::matcher held;
  sudui::batch_matcher columns;
};
struct sudui_text {
  std::string held;
};
struct sudui_failure {
  sudui::failure held;
  std::string zh, en;
};

namespace {

using sudui::errc;
using sudui::failure;
using sudui::profile;
using sudui::result;

int32_t code_of(errc code) { return -static_cast<int32_t>(code); }

int32_t fail(const failure& why, sudui_failure** into) {
  if (into != nullptr) {
    *into = new sudui_failure{why, to_text(why, sudui::language::zh),
                              to_text(why, sudui::language::en)};
  }
  return code_of(why.code);
}

// Runs a call, with its results empty from the start. Nothing but bad_alloc is thrown below.
template <class Call>
int32_t guarded(sudui_failure** into, Call call) noexcept {
  if (into != nullptr) *into = nullptr;
  try {
    return call();
  } catch (const std::bad_alloc&) {
    return SUDUI_NO_MEMORY;
  }
}

template <class Out>
bool has_place(Out** out) {
  if (out == nullptr) return false;
  *out = nullptr;
  return true;
}

std::string_view view(const char* data, size_t size) {
  return data == nullptr ? std::string_view() : std::string_view(data, size);
}

int32_t give(std::string text, sudui_text** out) {
  *out = new sudui_text{std::move(text)};
  return SUDUI_OK;
}

sudui::load_options options_of(const sudui_limits* limits) {
  sudui::load_options made;
  made.tests = false;
  if (limits == nullptr) return made;
  const std::array<std::pair<uint64_t, std::size_t*>, 7> all = {
      {{limits->max_file_bytes, &made.max_file_bytes},
       {limits->max_total_bytes, &made.max_total_bytes},
       {limits->max_depth, &made.max_depth},
       {limits->max_nodes, &made.max_nodes},
       {limits->max_policies, &made.max_policies},
       {limits->max_list_items, &made.max_list_items},
       {limits->max_formula_bytes, &made.max_formula_bytes}}};
  for (const auto& [given, place] : all) {
    if (given != 0) *place = static_cast<std::size_t>(given);
  }
  return made;
}

int32_t hand_over(result<sudui::rule_set> loaded, sudui_rules** rules, sudui_failure** why) {
  if (!loaded) return fail(loaded.error(), why);
  *rules = new sudui_rules{std::move(*loaded)};
  return SUDUI_OK;
}

// A value that does not fit is a failure here: a caller from C has no list of findings to look at.
result<profile> company_of(const sudui_matcher& by, std::string_view text) {
  sudui::diagnostics found;
  auto made = sudui::read_profile(by.held.rules(), text, sudui::profile_format::json, found);
  if (!made || count(found, sudui::severity::error) == 0) return made;
  return failure{errc::bad_profile,
                 {"企业画像中有不合要求的值", "values of the profile do not fit"},
                 std::move(found)};
}

// One company in, one text out.
template <class Answer>
int32_t answer(const sudui_matcher* matcher, std::string_view profile_text, sudui_text** out,
               sudui_failure** why, Answer make) noexcept {
  return guarded(why, [&]() -> int32_t {
    if (!has_place(out) || matcher == nullptr || profile_text.data() == nullptr) {
      return SUDUI_BAD_ARGUMENT;
    }
    const auto company = company_of(*matcher, profile_text);
    if (!company) return fail(company.error(), why);
    const auto made = make(matcher->held, *company);
    return made ? give(*made, out) : fail(made.error(), why);
  });
}

int32_t decide_table(const sudui_matcher* matcher, const ArrowSchema* schema,
                     const ArrowArray* table, bool has_awards, ArrowSchema* out_schema,
                     ArrowArray* out_table, sudui_failure** why) noexcept {
  return guarded(why, [&]() -> int32_t {
    if (matcher == nullptr || schema == nullptr || table == nullptr || out_schema == nullptr ||
        out_table == nullptr) {
      return SUDUI_BAD_ARGUMENT;
    }
    const auto& by = matcher->columns;
    auto companies = by.batch();
    const auto read = companies.append(*schema, *table);
    if (!read) return fail(read.error(), why);
    sudui::decision_batch decided;
    using wanted = sudui::batch_matcher::wanted;
    by.match(companies, decided, has_awards ? wanted::amounts : wanted::verdicts);
    if (!has_awards) {
      by.export_verdicts(decided, *out_schema, *out_table);
      return SUDUI_OK;
    }
    if (by.export_awards(decided, *out_schema, *out_table)) return SUDUI_OK;
    return fail({errc::limit_exceeded,
                 {"金额位数或文本长度超出 Arrow 表的范围",
                  "figures or texts are beyond what an Arrow table holds"},
                 {}},
                why);
  });
}

}  // namespace

extern "C" {

const char* sudui_version(void) { return SUDUI_VERSION; }

int32_t sudui_load_directory(const char* path, size_t path_size, const sudui_limits* limits,
                             sudui_rules** rules, sudui_failure** failure) {
  return guarded(failure, [&]() -> int32_t {
    if (!has_place(rules) || path == nullptr) return SUDUI_BAD_ARGUMENT;
    const std::filesystem::path where(std::string(path, path_size));
    return hand_over(sudui::load(where, options_of(limits)), rules, failure);
  });
}

int32_t sudui_load_text(const char* name, size_t name_size, const char* text, size_t text_size,
                        const sudui_limits* limits, sudui_rules** rules, sudui_failure** failure) {
  return guarded(failure, [&]() -> int32_t {
    if (!has_place(rules) || text == nullptr) return SUDUI_BAD_ARGUMENT;
    const std::vector<sudui::source_text> texts{
        {std::string(view(name, name_size)), std::string(text, text_size)}};
    return hand_over(sudui::load(texts, options_of(limits)), rules, failure);
  });
}

int32_t sudui_rules_digest(const sudui_rules* rules, sudui_text** digest) {
  return guarded(nullptr, [&]() -> int32_t {
    if (!has_place(digest) || rules == nullptr) return SUDUI_BAD_ARGUMENT;
    return give(rules->held.digest(), digest);
  });
}

void sudui_rules_free(sudui_rules* rules) { delete rules; }

int32_t sudui_bind(const sudui_rules* rules, int32_t days_since_1970, int32_t year,
                   const char* policies, size_t policies_size, sudui_matcher** matcher,
                   sudui_failure** failure) {
  return guarded(failure, [&]() -> int32_t {
    if (!has_place(matcher) || rules == nullptr) return SUDUI_BAD_ARGUMENT;
    sudui::bind_options options;
    if (year != 0) options.year = year;
    if (policies != nullptr) options.policies = view(policies, policies_size);
    const std::chrono::sys_days day{std::chrono::days(days_since_1970)};
    auto bound = rules->held.bind(sudui::date(day), options);
    if (!bound) return fail(bound.error(), failure);
    *matcher = new sudui_matcher{*bound, sudui::batch_matcher(*bound)};
    return SUDUI_OK;
  });
}

void sudui_matcher_free(sudui_matcher* matcher) { delete matcher; }

int32_t sudui_match_json(const sudui_matcher* matcher, const char* profile, size_t profile_size,
                         sudui_text** decisions, sudui_failure** failure) {
  return answer(matcher, view(profile, profile_size), decisions, failure,
                [](const sudui::matcher& by, const sudui::profile& company) {
                  const auto made = by.match(company);
                  return result<std::string>(to_json(by, made, sudui::profile_digest(by, company)));
                });
}

int32_t sudui_explain_json(const sudui_matcher* matcher, const char* policy, size_t policy_size,
                           const char* profile, size_t profile_size, sudui_text** explanation,
                           sudui_failure** failure) {
  return answer(
      matcher, view(profile, profile_size), explanation, failure,
      [&](const sudui::matcher& by, const sudui::profile& company) -> result<std::string> {
        const auto made = by.explain(view(policy, policy_size), company);
        if (!made) return made.error();
        return to_json(*made);
      });
}

int32_t sudui_what_if_json(const sudui_matcher* matcher, const char* profile, size_t profile_size,
                           const char* changes, size_t changes_size, sudui_text** answer_text,
                           sudui_failure** failure) {
  return answer(
      matcher, view(profile, profile_size), answer_text, failure,
      [&](const sudui::matcher& by, const sudui::profile& company) -> result<std::string> {
        const auto said = company_of(*matcher, view(changes, changes_size));
        if (!said) return said.error();
        const auto made = what_if(by, company, sudui::changes_of(by.rules(), *said));
        if (!made) return made.error();
        return to_json(*made, by);
      });
}

int32_t sudui_reach_json(const sudui_matcher* matcher, const char* policy, size_t policy_size,
                         const char* profile, size_t profile_size, sudui_text** answer_text,
                         sudui_failure** failure) {
  return answer(
      matcher, view(profile, profile_size), answer_text, failure,
      [&](const sudui::matcher& by, const sudui::profile& company) -> result<std::string> {
        const auto made = reach(by, view(policy, policy_size), company);
        if (!made) return made.error();
        return to_json(*made);
      });
}

int32_t sudui_match_arrow(const sudui_matcher* matcher, const struct ArrowSchema* in_schema,
                          const struct ArrowArray* in_table, struct ArrowSchema* out_schema,
                          struct ArrowArray* out_table, sudui_failure** failure) {
  return decide_table(matcher, in_schema, in_table, false, out_schema, out_table, failure);
}

int32_t sudui_award_arrow(const sudui_matcher* matcher, const struct ArrowSchema* in_schema,
                          const struct ArrowArray* in_table, struct ArrowSchema* out_schema,
                          struct ArrowArray* out_table, sudui_failure** failure) {
  return decide_table(matcher, in_schema, in_table, true, out_schema, out_table, failure);
}

const char* sudui_text_data(const sudui_text* text) {
  return text == nullptr ? nullptr : text->held.data();
}

size_t sudui_text_size(const sudui_text* text) { return text == nullptr ? 0 : text->held.size(); }

void sudui_text_free(sudui_text* text) { delete text; }

int32_t sudui_failure_code(const sudui_failure* failure) {
  return failure == nullptr ? SUDUI_OK : code_of(failure->held.code);
}

const char* sudui_failure_message(const sudui_failure* failure, int32_t chinese, size_t* size) {
  if (size != nullptr) *size = 0;
  if (failure == nullptr) return nullptr;
  const auto& text = chinese != 0 ? failure->zh : failure->en;
  if (size != nullptr) *size = text.size();
  return text.data();
}

void sudui_failure_free(sudui_failure* failure) { delete failure; }

}  // extern "C"
