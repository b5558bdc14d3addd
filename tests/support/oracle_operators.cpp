#include <algorithm>
#include <stdexcept>

#include "support/oracle.hpp"
#include "support/oracle_tables.hpp"

namespace oracle {

using sudui::values::op;

namespace {

std::set<std::string> all_missing(const std::vector<thing>& given) {
  std::set<std::string> made;
  for (const auto& each : given) made.insert(each.missing.begin(), each.missing.end());
  return made;
}

// unknown before null before known
std::optional<thing> gap_in(const std::vector<thing>& given) {
  const auto is = [](sort wanted) {
    return [wanted](const thing& each) { return each.is == wanted; };
  };
  if (std::any_of(given.begin(), given.end(), is(sort::unknown)))
    return unknown(all_missing(given));
  if (std::any_of(given.begin(), given.end(), is(sort::null))) return null();
  return std::nullopt;
}

thing logic(const std::vector<thing>& given, bool decisive) {
  for (const auto& each : given) {
    if (each.is == sort::boolean && each.flag == decisive) return truth(decisive);
  }
  if (auto gap = gap_in(given)) return *gap;
  return truth(!decisive);
}

thing counted(sort is, std::int64_t count) {
  thing made;
  made.is = is;
  made.count = count;
  return made;
}

// -1, 0, 1 of two known scalars
int order(const thing& a, const thing& b) {
  if (a.is == sort::number) {
    const rational left = a.exact.value_or(a.number);
    const rational right = b.exact.value_or(b.number);
    return left < right ? -1 : right < left ? 1 : 0;
  }
  if (a.is == sort::string) return a.text < b.text ? -1 : b.text < a.text ? 1 : 0;
  if (a.is == sort::boolean) return int(a.flag) - int(b.flag);
  return a.count < b.count ? -1 : b.count < a.count ? 1 : 0;
}

thing negated(const thing& what) { return what.is == sort::boolean ? truth(!what.flag) : what; }

thing compared(op code, const std::vector<thing>& given) {
  if (code == op::equal) return same(given[0], given[1]);
  if (code == op::not_equal) return negated(same(given[0], given[1]));
  if (auto gap = gap_in(given)) return *gap;
  const int found = order(given[0], given[1]);
  switch (code) {
    case op::less:
      return truth(found < 0);
    case op::less_equal:
      return truth(found <= 0);
    case op::greater:
      return truth(found > 0);
    default:
      return truth(found >= 0);
  }
}

thing divided(const thing& a, const thing& b) {
  if (b.number == 0) return null();
  thing made = number(a.number / b.number);
  made.exact = a.number / b.number;
  return made;
}

thing aggregate(op code, const thing& list) {
  if (!list.known()) return list;
  if (code == op::list_count) return number(rational(list.items.size()));
  if (code == op::list_all) return logic(list.items, false);
  if (code == op::list_any) return logic(list.items, true);
  if (auto gap = gap_in(list.items)) return *gap;
  if (list.items.empty()) return null();
  if (code == op::list_min || code == op::list_max) {
    const auto less = [](const thing& a, const thing& b) { return order(a, b) < 0; };
    auto found = code == op::list_min
                     ? *std::min_element(list.items.begin(), list.items.end(), less)
                     : *std::max_element(list.items.begin(), list.items.end(), less);
    found.exact.reset();
    return found;
  }
  rational sum = 0;
  for (const auto& each : list.items) sum = rounded(sum + each.number);
  if (code == op::list_mean) return number(sum / rational(list.items.size()));
  return number(sum);
}

thing contains(const thing& list, const thing& wanted) {
  if (!list.known()) return list;
  std::vector<thing> pairs;
  for (const auto& item : list.items) pairs.push_back(same(item, wanted));
  return logic(pairs, true);
}

thing marginal(const thing& base, const thing& bands) {
  rational paid = 0;
  rational low = 0;
  for (const auto& band : bands.items) {
    const auto& to = band.items[0];
    const rational high =
        to.is == sort::number && to.number < base.number ? to.number : base.number;
    if (high > low) paid += (high - low) * band.items[1].number;
    low = std::max(low, high);
    if (to.is != sort::number) break;
  }
  return number(paid);
}

thing chosen(const std::vector<thing>& given) {
  if (given[0].is == sort::boolean && given[0].flag) return given[1];
  if (given[0].is != sort::unknown) return given[2];
  const auto both = same(given[1], given[2]);
  if (both.is == sort::boolean && both.flag) return given[1];
  if (given[1].is != sort::unknown || given[2].is != sort::unknown) return given[0];
  return unknown(all_missing(given));
}

struct ymd {
  int year, month, day;
};

ymd calendar_day(std::int64_t count) {
  int year = 1970 + static_cast<int>(count / 366) - 1;
  while (day_number(year + 1, 1, 1) <= count) ++year;
  int month = 1;
  while (month < 12 && day_number(year, month + 1, 1) <= count) ++month;
  return {year, month, static_cast<int>(count - day_number(year, month, 1)) + 1};
}

int length_of(int year, int month) {
  const auto next = month == 12 ? day_number(year + 1, 1, 1) : day_number(year, month + 1, 1);
  return static_cast<int>(next - day_number(year, month, 1));
}

thing plus_months(const thing& day, std::int64_t months) {
  const auto [year, month, number] = calendar_day(day.count);
  const std::int64_t all = year * 12LL + month - 1 + months;
  const int to_year = static_cast<int>(all / 12);
  const int to_month = static_cast<int>(all % 12) + 1;
  return counted(sort::date,
                 day_number(to_year, to_month, std::min(number, length_of(to_year, to_month))));
}

std::int64_t months_between(const thing& from, const thing& to) {
  if (to.count < from.count) return -months_between(to, from);
  const auto a = calendar_day(from.count);
  const auto b = calendar_day(to.count);
  return (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0);
}

bool lies_in(const std::string& code, std::string region) {
  while (region.size() >= 2 && region.ends_with("00")) region.resize(region.size() - 2);
  return code.starts_with(region);
}

thing item_at(const thing& list, const thing& place) {
  const auto size = static_cast<int>(list.items.size());
  const int at = place.number.convert_to<int>();
  if (at == 0 || at > size || at < -size) return null();
  return list.items[static_cast<std::size_t>(at > 0 ? at - 1 : size + at)];
}

thing calendar(op code, const std::vector<thing>& given) {
  const auto whole = [&](std::size_t i) { return given[i].number.convert_to<int>(); };
  switch (code) {
    case op::date_plus_months:
      return plus_months(given[0], given[1].count);
    case op::date_minus_months:
      return plus_months(given[0], -given[1].count);
    case op::months_between:
      return counted(sort::months, months_between(given[0], given[1]));
    case op::date_from_parts:
      return counted(sort::date, day_number(whole(0), whole(1), whole(2)));
    case op::date_year:
      return number(calendar_day(given[0].count).year);
    case op::date_month:
      return number(calendar_day(given[0].count).month);
    case op::number_floor:
      return number(rounded(given[0].number, whole(1), sudui::rounding::floor));
    case op::code_prefix:
      return truth(lies_in(given[0].text, given[1].text));
    case op::number_from_string:
      return number(rational(given[0].text));
    case op::string_substring: {
      thing made = given[0];  // ASCII only: codes
      made.text = made.text.substr(static_cast<std::size_t>(whole(1)) - 1,
                                   static_cast<std::size_t>(whole(2)));
      return made;
    }
    default:
      throw std::logic_error("the oracle does not know " +
                             std::string(sudui::values::entry_of(code).name));
  }
}

std::int64_t floor_days(std::int64_t seconds) {
  return (seconds - ((seconds % 86400) + 86400) % 86400) / 86400;
}

thing arithmetic(op code, const std::vector<thing>& given) {
  switch (code) {
    case op::number_add:
      return number(given[0].number + given[1].number);
    case op::number_subtract:
      return number(given[0].number - given[1].number);
    case op::number_multiply:
      return number(given[0].number * given[1].number);
    case op::number_divide:
      return divided(given[0], given[1]);
    case op::number_negate:
      return number(-given[0].number);
    case op::number_abs:
      return number(given[0].number < 0 ? -given[0].number : given[0].number);
    case op::date_plus_days:
      return counted(sort::date, floor_days(given[0].count * 86400 + given[1].count));
    case op::date_minus_days:
      return counted(sort::date, floor_days(given[0].count * 86400 - given[1].count));
    case op::date_minus_date:
      return counted(sort::days, (given[0].count - given[1].count) * 86400);
    case op::days_add:
      return counted(sort::days, given[0].count + given[1].count);
    case op::months_add:
      return counted(sort::months, given[0].count + given[1].count);
    case op::string_starts_with:
      return truth(given[0].text.rfind(given[1].text, 0) == 0);
    case op::string_concat: {
      thing made = given[0];
      made.text += given[1].text;
      return made;
    }
    default:
      return calendar(code, given);
  }
}

}  // namespace

thing same(const thing& a, const thing& b) {
  if (a.is == sort::unknown || b.is == sort::unknown) return *gap_in({a, b});
  if (a.is == sort::null || b.is == sort::null) return truth(a.is == b.is);
  if (a.is == sort::list || a.is == sort::record) {
    if (a.items.size() != b.items.size()) return truth(false);
    std::vector<thing> pairs;
    for (std::size_t i = 0; i < a.items.size(); ++i) pairs.push_back(same(a.items[i], b.items[i]));
    return logic(pairs, false);
  }
  if (a.is == sort::number) return truth(a.number == b.number);
  return truth(order(a, b) == 0);
}

thing judge::apply(op code, const std::vector<thing>& given) {
  if (is_table(code)) return table(code, given);
  switch (code) {
    case op::logic_and:
      return logic(given, false);
    case op::logic_or:
      return logic(given, true);
    case op::logic_not:
      return negated(given[0]);
    case op::choose:
      return chosen(given);
    case op::equal:
    case op::not_equal:
    case op::less:
    case op::less_equal:
    case op::greater:
    case op::greater_equal:
      return compared(code, given);
    case op::is_null:
      return given[0].is == sort::unknown ? given[0] : truth(given[0].is == sort::null);
    case op::or_else:
      if (given[0].is == sort::null) return given[1];
      return given[0].is == sort::unknown ? unknown(all_missing(given)) : given[0];
    case op::list_make:
    case op::record_make: {
      thing made;
      made.is = code == op::list_make ? sort::list : sort::record;
      made.items = given;
      return made;
    }
    case op::list_contains:
      return contains(given[0], given[1]);
    case op::list_count:
    case op::list_sum:
    case op::list_mean:
    case op::list_min:
    case op::list_max:
    case op::list_all:
    case op::list_any:
      return aggregate(code, given[0]);
    default:
      break;
  }
  if (auto gap = gap_in(given)) return *gap;
  if (code == op::list_index) return item_at(given[0], given[1]);
  if (code == op::record_member) {
    return given[0].items[static_cast<std::size_t>(given[1].number.convert_to<int>())];
  }
  if (code == op::list_member) {
    thing made = given[0];
    const auto position = static_cast<std::size_t>(given[1].number.convert_to<int>());
    for (auto& item : made.items) {
      if (item.known()) item = thing(item.items[position]);
    }
    return made;
  }
  if (code == op::marginal) return marginal(given[0], given[1]);
  return arithmetic(code, given);
}

}  // namespace oracle
