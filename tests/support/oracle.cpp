#include "support/oracle.hpp"

namespace oracle {

using sudui::types::expr_kind;

thing judge::eval(const expr& what) {
  switch (what.kind) {
    case expr_kind::constant:
      return from_value(what.constant, "");
    case expr_kind::year:
      return number(rational(year_));
    case expr_kind::as_of:
      return from_value(as_of_, "");
    case expr_kind::field:
      if (what.parts.empty()) return eval_field(what.index, std::nullopt);
      return eval_field(what.index, eval(what.parts[0]));
    case expr_kind::field_range:
      return eval_range(what);
    case expr_kind::parameter:
      return eval_parameter(what);
    case expr_kind::local:
      return locals_.at(what.index);
    case expr_kind::apply: {
      std::vector<thing> given;
      for (const auto& part : what.parts) given.push_back(eval(part));
      return apply(what.code, given);
    }
    case expr_kind::call:
      return eval_call(what);
    default:
      return eval_loop(what);
  }
}

// A record of the profile in the order of its type, with unknown for what it lacks.
namespace {
thing shaped(const thing& from, const sudui::types::type& as, const std::string& missing) {
  using sudui::types::type_kind;
  if (from.is == sort::list && as.is(type_kind::list)) {
    thing made = from;
    for (auto& item : made.items) item = shaped(item, *as.item, missing);
    return made;
  }
  if (from.is == sort::record && as.is(type_kind::record)) {
    thing made = from;
    made.items.clear();
    for (const auto& member : *as.members) {
      thing held = unknown({missing});
      for (std::size_t i = 0; i < from.names.size(); ++i) {
        if (from.names[i] == member.name) held = shaped(from.items[i], member.of, missing);
      }
      made.items.push_back(std::move(held));
    }
    return made;
  }
  return from;
}

thing absent(const sudui::model::field& field, const std::string& name) {
  using sudui::model::absence;
  switch (field.missing) {
    case absence::zero:
      return number(0);
    case absence::no:
      return truth(false);
    case absence::empty_list: {
      thing made;
      made.is = sort::list;
      return made;
    }
    case absence::unknown:
      break;
  }
  return unknown({name});
}
}  // namespace

thing judge::eval_field(std::uint32_t field, const std::optional<thing>& year) {
  const auto& entry = rules_.dictionary[field];
  std::string name = entry.from->id.text;
  const auto* held = company_.find(name);
  if (!year) {
    if (held == nullptr) return absent(*entry.from, name);
    return shaped(from_value(*held, name), entry.of, name);
  }
  if (!year->known()) return *year;
  const auto text = text_of(year->number);
  const std::string yearly = name + "(" + text + ")";
  if (text.find('.') != std::string::npos || year->number < 1 || year->number > 9999) return null();
  if (held == nullptr) return absent(*entry.from, yearly);
  if (const auto* years = held->get_if<sudui::value::context>()) {
    for (const auto& [each, value] : *years) {
      if (each == text) return shaped(from_value(value, yearly), entry.of, yearly);
    }
    return absent(*entry.from, yearly);
  }
  if (text == std::to_string(year_)) return from_value(*held, yearly);
  return absent(*entry.from, yearly);
}

thing judge::eval_range(const expr& what) {
  const auto from = eval(what.parts[0]);
  const auto to = eval(what.parts[1]);
  if (!from.known()) return from;
  if (!to.known()) return to;
  if (to.number < from.number) return null();
  thing made;
  made.is = sort::list;
  for (rational year = from.number; year <= to.number; year += 1) {
    made.items.push_back(eval_field(what.index, number(year)));
  }
  return made;
}

namespace {
// 320412 is asked for as itself, then as 3204 and 320400, then as 32 and 320000.
std::vector<std::string> forms_of(const std::string& code, bool by_prefix) {
  std::vector<std::string> forms{code};
  for (std::size_t length = code.size(); by_prefix && length > 2;) {
    length -= length % 2 == 0 ? 2 : 1;
    const auto prefix = code.substr(0, length);
    forms.push_back(prefix);
    forms.push_back(prefix + std::string(code.size() - length, '0'));
  }
  return forms;
}
}  // namespace

thing judge::eval_parameter(const expr& what) {
  const auto& from = rules_.parameters[what.index];
  const std::string name = from.from->id.text;
  if (what.parts.empty()) {
    for (const auto& each : from.values) {
      if (each.days.holds(day_)) return from_value(each.held, name);
    }
    return unknown({name});
  }
  const auto wanted = eval(what.parts[0]);
  if (!wanted.known()) return wanted;
  if (from.from->by == sudui::model::selector::year) {
    const auto yearly = name + "(" + text_of(wanted.number) + ")";
    for (const auto& each : from.values) {
      if (rational(*each.year) == wanted.number) return from_value(each.held, yearly);
    }
    return unknown({yearly});
  }
  const bool by_prefix = from.from->match == sudui::model::code_match::prefix;
  for (const auto& form : forms_of(wanted.text, by_prefix)) {
    for (const auto& each : from.values) {
      if (each.code == form && each.days.holds(day_)) return from_value(each.held, name);
    }
  }
  return null();
}

thing judge::eval_call(const expr& what) {
  std::vector<thing> given;
  for (const auto& part : what.parts) given.push_back(eval(part));
  for (const auto& version : what.called->versions) {
    if (!version.days.holds(day_)) continue;
    for (std::size_t i = 0; i < given.size(); ++i) locals_[what.called->slots[i]] = given[i];
    return eval(*version.body);
  }
  return null();
}

thing judge::eval_loop(const expr& what) {
  const auto list = eval(what.parts[0]);
  if (!list.known()) return list;
  std::vector<thing> results;
  for (const auto& item : list.items) {
    locals_[what.index] = item;
    results.push_back(eval(what.parts[1]));
  }
  thing made;
  made.is = sort::list;
  std::set<std::string> missing;
  bool any_unknown = false;
  bool any_null = false;
  for (std::size_t i = 0; i < results.size(); ++i) {
    const auto& each = results[i];
    const bool decides = each.is == sort::boolean && each.flag == (what.kind == expr_kind::some);
    const bool is_quantifier = what.kind == expr_kind::some || what.kind == expr_kind::every;
    if (is_quantifier && decides) return truth(what.kind == expr_kind::some);
    if (each.is == sort::unknown) {
      any_unknown = true;
      missing.insert(each.missing.begin(), each.missing.end());
    }
    any_null = any_null || each.is == sort::null;
    const bool kept = each.is == sort::boolean && each.flag;
    if (what.kind == expr_kind::collect) made.items.push_back(each);
    if (what.kind == expr_kind::filter && kept) made.items.push_back(list.items[i]);
  }
  if (what.kind == expr_kind::collect) return made;
  if (any_unknown) return unknown(missing);
  if (what.kind == expr_kind::filter) return made;
  if (any_null) return null();
  return truth(what.kind == expr_kind::every);
}

}  // namespace oracle
