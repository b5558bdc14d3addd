/* The C interface from C99: rules from a text, decisions, explanations, what would have to change,
   tables of Arrow, and every way of failing. Prints what is wrong; the exit status is the number of
   checks that failed. Usage: c_api RULES_FOLDER */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sudui/sudui.h>

static int failed = 0;

static void check(int holds, const char* what, int line) {
  if (holds) return;
  ++failed;
  fprintf(stderr, "c_api.c:%d: %s\n", line, what);
}
#define CHECK(what) check((what), #what, __LINE__)

static const char rules_text[] =
    "rule_set: small\ntitle: {zh: small, en: small}\nversion: \"1\"\nlanguage: 1\n"
    "holders: {SELF: {zh: self, en: self}}\n---\n"
    "fields: few\nentries:\n"
    "  - {field: staff, zh: staff, en: staff, type: number, holder: SELF, changeable: true}\n---\n"
    "policy: demo/one\ntitle: {zh: one, en: one}\nlevel: city\n"
    "sources: {doc: {document: paper 1, status: verified-text}}\n"
    "clauses:\n  - {clause: c, zh: c, en: c, cite: doc, require: staff >= 300}\n"
    "benefit: {kind: cash, zh: b, en: b, cite: doc, amount: 100, round: 0.01 half up}\n";

/* Whether the text holds a part; frees the text. */
static int holds(sudui_text* text, const char* part) {
  const size_t size = sudui_text_size(text);
  char* copy = malloc(size + 1);
  int found = 0;
  if (copy != NULL) {
    memcpy(copy, sudui_text_data(text), size);
    copy[size] = '\0';
    found = strstr(copy, part) != NULL;
    if (!found) fprintf(stderr, "not in: %s\n", copy);
    free(copy);
  }
  sudui_text_free(text);
  return found;
}

static void check_json(const sudui_matcher* by) {
  const char company[] = "{\"staff\": 280}";
  const char more[] = "{\"staff\": 300}";
  sudui_text* text = NULL;
  CHECK(sudui_match_json(by, company, strlen(company), &text, NULL) == SUDUI_OK);
  CHECK(holds(text, "\"verdict\":\"ineligible\""));
  CHECK(sudui_match_json(by, more, strlen(more), &text, NULL) == SUDUI_OK);
  CHECK(holds(text, "\"low\":\"100.00\""));
  CHECK(sudui_match_json(by, more, strlen(more), &text, NULL) == SUDUI_OK);
  CHECK(holds(text, "\"profile_digest\":\""));
  CHECK(sudui_explain_json(by, "demo/one", 8, company, strlen(company), &text, NULL) == SUDUI_OK);
  CHECK(holds(text, "\"distance\":\"20\""));
  CHECK(sudui_what_if_json(by, company, strlen(company), more, strlen(more), &text, NULL) ==
        SUDUI_OK);
  CHECK(holds(text, "\"changed\":[{\"policy\":\"demo/one\""));
  CHECK(sudui_reach_json(by, "demo/one", 8, company, strlen(company), &text, NULL) == SUDUI_OK);
  CHECK(holds(text, "\"state\":\"reached\",\"to\":\"300\""));
}

static void check_failures(const sudui_rules* rules, const sudui_matcher* by) {
  const char company[] = "{\"staff\": \"many\"}";
  sudui_text* text = (sudui_text*)&failed;
  sudui_failure* why = NULL;
  size_t size = 0;
  CHECK(sudui_match_json(by, company, strlen(company), &text, &why) == SUDUI_BAD_PROFILE);
  CHECK(text == NULL);
  CHECK(sudui_failure_code(why) == SUDUI_BAD_PROFILE);
  CHECK(sudui_failure_message(why, 0, &size) != NULL && size > 20);
  CHECK(sudui_failure_message(why, 1, &size) != NULL && size > 20);
  sudui_failure_free(why);
  CHECK(sudui_explain_json(by, "demo/two", 8, "{}", 2, &text, NULL) == SUDUI_UNKNOWN_POLICY);
  CHECK(sudui_match_json(by, NULL, 0, &text, NULL) == SUDUI_BAD_ARGUMENT);
  CHECK(sudui_match_json(NULL, "{}", 2, &text, NULL) == SUDUI_BAD_ARGUMENT);
  CHECK(sudui_match_json(by, "{}", 2, NULL, NULL) == SUDUI_BAD_ARGUMENT);
  sudui_matcher* none = NULL;
  CHECK(sudui_bind(rules, 18992, 20000, NULL, 0, &none, &why) == SUDUI_BAD_OPTION);
  CHECK(none == NULL);
  sudui_failure_free(why);
  sudui_rules* bad = NULL;
  CHECK(sudui_load_text("x", 1, "policy: [", 9, NULL, &bad, NULL) == SUDUI_BAD_RULES);
  CHECK(sudui_load_directory("/nowhere", 8, NULL, &bad, NULL) == SUDUI_CANNOT_READ);
  sudui_limits limits;
  memset(&limits, 0, sizeof limits);
  limits.max_file_bytes = 10;
  CHECK(sudui_load_text("x", 1, rules_text, strlen(rules_text), &limits, &bad, NULL) ==
        SUDUI_LIMIT_EXCEEDED);
  CHECK(bad == NULL);
}

static void nothing_schema(struct ArrowSchema* schema) { schema->release = NULL; }
static void nothing_array(struct ArrowArray* array) { array->release = NULL; }

/* A table of two companies with 280 and 300 staff: the second one is eligible. */
static void check_arrow(const sudui_matcher* by) {
  const int64_t staff[2] = {280, 300};
  const void* buffers[2] = {NULL, staff};
  const void* no_buffers[1] = {NULL};
  struct ArrowSchema column = {"l",  "staff",        NULL, ARROW_FLAG_NULLABLE, 0, NULL,
                               NULL, nothing_schema, NULL};
  struct ArrowSchema* columns[1] = {&column};
  struct ArrowSchema schema = {"+s", "", NULL, 0, 1, columns, NULL, nothing_schema, NULL};
  struct ArrowArray values = {2, 0, 0, 2, 0, buffers, NULL, NULL, nothing_array, NULL};
  struct ArrowArray* all[1] = {&values};
  struct ArrowArray table = {2, 0, 0, 1, 1, no_buffers, all, NULL, nothing_array, NULL};
  struct ArrowSchema out_schema;
  struct ArrowArray out;
  CHECK(sudui_match_arrow(by, &schema, &table, &out_schema, &out, NULL) == SUDUI_OK);
  CHECK(out.length == 2 && out.n_children == 1);
  CHECK(strcmp(out_schema.children[0]->name, "demo/one") == 0);
  CHECK((((const uint8_t*)out.children[0]->buffers[1])[0] & 3) == 2);
  out_schema.release(&out_schema);
  out.release(&out);
  CHECK(sudui_award_arrow(by, &schema, &table, &out_schema, &out, NULL) == SUDUI_OK);
  CHECK(out.length == 1);
  out_schema.release(&out_schema);
  out.release(&out);
  column.format = "g";
  CHECK(sudui_match_arrow(by, &schema, &table, &out_schema, &out, NULL) == SUDUI_BAD_PROFILE);
}

int main(int count, char** arguments) {
  sudui_rules* rules = NULL;
  sudui_matcher* by = NULL;
  sudui_text* digest = NULL;
  CHECK(strlen(sudui_version()) >= 5);
  CHECK(sudui_load_text("r", 1, rules_text, strlen(rules_text), NULL, &rules, NULL) == SUDUI_OK);
  CHECK(sudui_bind(rules, 18992, 0, NULL, 0, &by, NULL) == SUDUI_OK);
  CHECK(sudui_rules_digest(rules, &digest) == SUDUI_OK && sudui_text_size(digest) == 64);
  sudui_text_free(digest);
  if (rules == NULL || by == NULL) return 1;
  check_failures(rules, by);
  sudui_rules_free(rules); /* the matcher lives on */
  check_json(by);
  check_arrow(by);
  sudui_matcher_free(by);
  sudui_text_free(NULL);
  sudui_failure_free(NULL);
  if (count > 1) {
    CHECK(sudui_load_directory(arguments[1], strlen(arguments[1]), NULL, &rules, NULL) == SUDUI_OK);
    sudui_rules_free(rules);
  }
  return failed;
}
