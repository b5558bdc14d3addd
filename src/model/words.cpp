// Every word with a fixed meaning, once. Readers ask `meaning_of`, reports ask `to_word`, messages
// list `all_words`; a new word is one line here.
//
// Tested by tests/unit/model/words_test.cpp.
#include "model/words.hpp"

namespace sudui::model {

std::span<const word<source_status>> words_of(source_status) {
  static constexpr word<source_status> all[] = {
      {"verified-text", source_status::verified_text},
      {"verified-secondary", source_status::verified_secondary},
      {"general-knowledge", source_status::general_knowledge},
      {"seed-only", source_status::seed_only}};
  return all;
}

std::span<const word<period>> words_of(period) {
  static constexpr word<period> all[] = {{"year", period::year}};  // `none` is said by leaving out
  return all;
}

std::span<const word<absence>> words_of(absence) {
  static constexpr word<absence> all[] = {{"unknown", absence::unknown},
                                          {"0", absence::zero},
                                          {"false", absence::no},
                                          {"[]", absence::empty_list}};
  return all;
}

std::span<const word<holder_kind>> words_of(holder_kind) {
  static constexpr word<holder_kind> all[] = {{"department", holder_kind::department},
                                              {"company", holder_kind::company},
                                              {"other", holder_kind::other}};
  return all;
}

std::span<const word<nature>> words_of(nature) {
  static constexpr word<nature> all[] = {
      {"record", nature::record}, {"election", nature::election}, {"judgement", nature::judgement}};
  return all;
}

std::span<const word<value_check>> words_of(value_check) {
  static constexpr word<value_check> all[] = {{"credit_code", value_check::credit_code},
                                              {"division_code", value_check::division_code},
                                              {"industry_code", value_check::industry_code}};
  return all;
}

std::span<const word<selector>> words_of(selector) {
  static constexpr word<selector> all[] = {
      {"date", selector::date}, {"year", selector::year}, {"code", selector::code}};
  return all;
}

std::span<const word<code_match>> words_of(code_match) {
  static constexpr word<code_match> all[] = {{"exact", code_match::exact},
                                             {"prefix", code_match::prefix}};
  return all;
}

std::span<const word<clause_kind>> words_of(clause_kind) {
  static constexpr word<clause_kind> all[] = {{"require", clause_kind::require},
                                              {"all", clause_kind::all},
                                              {"any", clause_kind::any},
                                              {"none", clause_kind::none}};
  return all;
}

std::span<const word<benefit_kind>> words_of(benefit_kind) {
  static constexpr word<benefit_kind> all[] = {
      {"cash", benefit_kind::cash},           {"tax", benefit_kind::tax},
      {"deduction", benefit_kind::deduction}, {"rate", benefit_kind::rate},
      {"deferral", benefit_kind::deferral},   {"right", benefit_kind::right},
      {"voucher", benefit_kind::voucher},     {"in-kind", benefit_kind::in_kind},
      {"loan", benefit_kind::loan},           {"recognition", benefit_kind::recognition}};
  return all;
}

std::span<const word<hit_policy>> words_of(hit_policy) {
  static constexpr word<hit_policy> all[] = {{"unique", hit_policy::unique},
                                             {"any", hit_policy::any},
                                             {"first", hit_policy::first},
                                             {"collect-sum", hit_policy::collect_sum},
                                             {"collect-min", hit_policy::collect_min},
                                             {"collect-max", hit_policy::collect_max},
                                             {"collect-count", hit_policy::collect_count},
                                             {"priority", hit_policy::priority},
                                             {"rule-order", hit_policy::rule_order},
                                             {"output-order", hit_policy::output_order},
                                             {"collect", hit_policy::collect}};
  return all;
}

std::span<const word<level>> words_of(level) {
  static constexpr word<level> all[] = {{"national", level::national},
                                        {"province", level::province},
                                        {"city", level::city},
                                        {"district", level::district}};
  return all;
}

std::span<const word<redemption>> words_of(redemption) {
  static constexpr word<redemption> all[] = {{"direct", redemption::direct},
                                             {"confirm", redemption::confirm},
                                             {"apply", redemption::apply},
                                             {"self", redemption::self}};
  return all;
}

std::span<const word<timing>> words_of(timing) {
  static constexpr word<timing> all[] = {{"day", timing::day}, {"year", timing::year}};
  return all;
}

std::span<const word<rounding>> words_of(rounding) {
  static constexpr word<rounding> all[] = {
      {"half up", rounding::half_up},     {"half even", rounding::half_even},
      {"half down", rounding::half_down}, {"up", rounding::up},
      {"down", rounding::down},           {"ceiling", rounding::ceiling},
      {"floor", rounding::floor}};
  return all;
}

std::span<const word<group_rule>> words_of(group_rule) {
  static constexpr word<group_rule> all[] = {{"highest", group_rule::highest},
                                             {"exclusive", group_rule::exclusive},
                                             {"difference", group_rule::difference},
                                             {"sum_to_cap", group_rule::sum_to_cap},
                                             {"sum", group_rule::sum}};
  return all;
}

std::span<const word<group_scope>> words_of(group_scope) {
  static constexpr word<group_scope> all[] = {{"year", group_scope::year},
                                              {"item", group_scope::item}};
  return all;
}

}  // namespace sudui::model
