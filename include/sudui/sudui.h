/// \file
/// The C interface: rules, decisions and explanations for programs in other languages. C99.
///
/// Handles are opaque. Rules and matchers are immutable: any number of threads may use one, and a
/// handle may be freed while others that were made from it live on. Texts belong to one thread at a
/// time. Nothing is printed, no thread is started, nothing thrown.
///
/// Every call returns SUDUI_OK or a negative code, which stays what it is for good, and hands its
/// result over by the pointer given; on failure that pointer is set to NULL. Where `failure` is not
/// NULL it takes the reason (NULL when there is none); free what you got. Strings are UTF-8 as
/// pointer and length, no terminator is read. A required pointer that is NULL gives
/// SUDUI_BAD_ARGUMENT. Reload by loading anew and changing over to the new handle when that worked:
/// a load that fails leaves whatever you have as it is.
///
/// \code
///   sudui_rules* rules;
///   sudui_matcher* matcher;
///   sudui_text* answer;
///   if (sudui_load_directory("rules", 5, NULL, &rules, NULL) == SUDUI_OK &&
///       sudui_bind(rules, 19722, 0, NULL, 0, &matcher, NULL) == SUDUI_OK &&
///       sudui_match_json(matcher, profile, profile_size, &answer, NULL) == SUDUI_OK)
///     fwrite(sudui_text_data(answer), 1, sudui_text_size(answer), stdout);
/// \endcode
#ifndef SUDUI_H
#define SUDUI_H

/* NOLINTBEGIN: this is C */
#include <stddef.h>
#include <stdint.h>

#include <sudui/arrow.h>
#include <sudui/export.hpp>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct sudui_rules sudui_rules;
typedef struct sudui_matcher sudui_matcher;
typedef struct sudui_text sudui_text;
typedef struct sudui_failure sudui_failure;

enum {
  SUDUI_OK = 0,
  SUDUI_BAD_RULES = -1,      /* the rule set has errors: see the failure's details */
  SUDUI_BAD_PROFILE = -2,    /* no profile, or a value in it does not fit its field */
  SUDUI_CANNOT_READ = -3,    /* a file or folder is missing or cannot be read */
  SUDUI_LIMIT_EXCEEDED = -4, /* an input is larger or deeper than the limits allow */
  SUDUI_UNKNOWN_POLICY = -5, /* no policy of that id */
  SUDUI_BAD_OPTION = -6,     /* an option is out of its range */
  SUDUI_NO_MEMORY = -100,    /* there is no failure with it */
  SUDUI_BAD_ARGUMENT = -101  /* a required pointer is NULL; there is no failure with it */
};

/* Limits of a load; 0 in a member stands for the default given. */
typedef struct sudui_limits {
  uint64_t max_file_bytes;    /* 4 MiB */
  uint64_t max_total_bytes;   /* 256 MiB */
  uint64_t max_depth;         /* 64: lists and mappings in each other */
  uint64_t max_nodes;         /* 2,000,000: values of one file, aliases expanded */
  uint64_t max_policies;      /* 200,000 */
  uint64_t max_list_items;    /* 100,000: of one list */
  uint64_t max_formula_bytes; /* 64 KiB: of one formula */
} sudui_limits;

/* The library's version, such as "0.1.0"; a terminated string that lives for good. */
SUDUI_API const char* sudui_version(void);

/* A file, or every .yaml file under a folder. `limits` may be NULL. */
SUDUI_API int32_t sudui_load_directory(const char* path, size_t path_size,
                                       const sudui_limits* limits, sudui_rules** rules,
                                       sudui_failure** failure);
/* One text; `name` stands in diagnostics. */
SUDUI_API int32_t sudui_load_text(const char* name, size_t name_size, const char* text,
                                  size_t text_size, const sudui_limits* limits, sudui_rules** rules,
                                  sudui_failure** failure);
/* SHA-256 of the rules in hexadecimal; what decisions carry as `digest`. */
SUDUI_API int32_t sudui_rules_digest(const sudui_rules* rules, sudui_text** digest);
SUDUI_API void sudui_rules_free(sudui_rules* rules);

/* Fixes the as-of day, in days since 1970-01-01, and the assessment year, 0 for that of the day.
   `policies` is a glob of policy ids or NULL for all. Some milliseconds for a hundred policies. */
SUDUI_API int32_t sudui_bind(const sudui_rules* rules, int32_t days_since_1970, int32_t year,
                             const char* policies, size_t policies_size, sudui_matcher** matcher,
                             sudui_failure** failure);
SUDUI_API void sudui_matcher_free(sudui_matcher* matcher);

/* Decisions for one company, a JSON object, as JSON: docs/command-line.md tells the form; with
   `profile_digest`. Nothing is decided when a value does not fit its field. */
SUDUI_API int32_t sudui_match_json(const sudui_matcher* matcher, const char* profile,
                                   size_t profile_size, sudui_text** decisions,
                                   sudui_failure** failure);
/* Why one policy is decided as it is. */
SUDUI_API int32_t sudui_explain_json(const sudui_matcher* matcher, const char* policy,
                                     size_t policy_size, const char* profile, size_t profile_size,
                                     sudui_text** explanation, sudui_failure** failure);
/* What changes with other values: `changes` is a JSON object of fields like a profile. */
SUDUI_API int32_t sudui_what_if_json(const sudui_matcher* matcher, const char* profile,
                                     size_t profile_size, const char* changes, size_t changes_size,
                                     sudui_text** answer, sudui_failure** failure);
/* What would make a policy eligible: sudui/reach.hpp tells how it is found. */
SUDUI_API int32_t sudui_reach_json(const sudui_matcher* matcher, const char* policy,
                                   size_t policy_size, const char* profile, size_t profile_size,
                                   sudui_text** answer, sudui_failure** failure);

/* Verdicts of a table, a row a company: a struct array with a nullable boolean a policy. The caller
   releases both tables; `sudui/batch.hpp` tells what a table may hold. */
SUDUI_API int32_t sudui_match_arrow(const sudui_matcher* matcher,
                                    const struct ArrowSchema* in_schema,
                                    const struct ArrowArray* in_table,
                                    struct ArrowSchema* out_schema, struct ArrowArray* out_table,
                                    sudui_failure** failure);
/* The benefits of the eligible ones: a struct array, a row a benefit. */
SUDUI_API int32_t sudui_award_arrow(const sudui_matcher* matcher,
                                    const struct ArrowSchema* in_schema,
                                    const struct ArrowArray* in_table,
                                    struct ArrowSchema* out_schema, struct ArrowArray* out_table,
                                    sudui_failure** failure);

/* Not terminated. Valid until the text is freed. */
SUDUI_API const char* sudui_text_data(const sudui_text* text);
SUDUI_API size_t sudui_text_size(const sudui_text* text);
SUDUI_API void sudui_text_free(sudui_text* text);

SUDUI_API int32_t sudui_failure_code(const sudui_failure* failure);
/* The message and every detail with its place, for people: Chinese when `chinese` is not 0, else
   English. Not terminated; valid until the failure is freed. */
SUDUI_API const char* sudui_failure_message(const sudui_failure* failure, int32_t chinese,
                                            size_t* size);
SUDUI_API void sudui_failure_free(sudui_failure* failure);

#ifdef __cplusplus
}
#endif

/* NOLINTEND */
#endif /* SUDUI_H */
