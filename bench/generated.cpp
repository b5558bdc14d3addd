// Every predicate once, without a branch, joined by `&` and `|`: what a compiler of rules would
// write. Unknown is a second truth beside each, as in the engine; null comes of zero divisors only.
#include "generated.hpp"

#include <algorithm>
#include <cstdlib>
#include <dlfcn.h>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <stdexcept>

#include "columns/tables.hpp"
#include "decide/row.hpp"

namespace sudui::bench {

using columns::node;
using columns::node_id;
using columns::node_kind;

namespace {
enum operation : std::int16_t {
  op_below,
  op_sum_below,
  op_ratio,
  op_set,
  op_range,
  op_large_set,
  op_end
};

// The bytecode machine: threaded by the addresses of labels, policies left at the first clause that
// cannot be met.
constexpr const char* machine_text = R"(
#include <cstdint>
struct bytecode {
  int16_t op, flags, a, b;
  int64_t next, x, y;
};
extern "C" void machine(const bytecode* code, const int64_t* v, const uint8_t* k, uint8_t* out) {
  static const void* const labels[] = {&&below, &&sum_below, &&ratio, &&set, &&range, &&large_set,
                                       &&end};
  const bytecode* at = code;
  unsigned t = 0, m = 0, met = 1, maybe = 1;
#define GO goto *labels[at->op]
#define TAKE(raw, known, null) { const unsigned r = (unsigned)(raw) ^ (at->flags & 1), n = known; \
    const unsigned yes = r & n & !(null); \
    if ((at->flags & 2) == 0) t = m = 0; \
    t |= yes; m |= yes | !n; \
    if ((at->flags & 4) != 0) { \
      met &= t; maybe &= m; \
      if (!maybe) { at = code + at->next; GO; } \
    } \
    ++at; GO; }
  GO;
below: TAKE(v[at->a] < at->x, k[at->a], 0u)
sum_below: TAKE(v[at->a] + v[at->b] < at->x, k[at->a] & k[at->b], 0u)
ratio: { const __int128 left = (__int128)v[at->a] * at->x, right = (__int128)v[at->b] * at->y;
  TAKE(v[at->b] < 0 ? right < left : left < right, k[at->a] & k[at->b], v[at->b] == 0) }
set: TAKE((at->x >> v[at->a]) & 1, k[at->a], 0u)
range: TAKE((uint64_t)(v[at->a] - at->x) < (uint64_t)at->y, k[at->a], 0u)
large_set: TAKE((((const uint64_t*)at->x)[v[at->a] >> 6] >> (v[at->a] & 63)) & 1, k[at->a], 0u)
end:
  *out++ = (uint8_t)(met + maybe);
  met = maybe = 1;
  if (at->next == 0) return;
  ++at; GO;
}
)";
}  // namespace

plain_rows to_rows(const columns::batch& from) {
  plain_rows made;
  const auto& columns = from.companies().columns;
  made.columns = columns.size();
  for (std::size_t row = 0; row < from.rows(); ++row) {
    for (const auto& each : columns) {
      made.values.push_back(each.kind.of == columns::form::number ? each.numbers[row]
                            : each.kind.of == columns::form::day  ? each.days[row]
                            : each.kind.of == columns::form::text ? each.codes[row]
                                                                  : each.flags.at(row));
      made.known.push_back(each.known.at(row) ? 1 : 0);
    }
  }
  return made;
}

generated_code::generated_code(const columns::compiled& rules, const columns::batch& texts)
    : rules_(rules), texts_(texts) {
  load(source());
}

bool generated_code::is_day(const node& what) const {
  return rules_.places.places[what.column].kind.of == columns::form::day;
}

// Codes of the column; code 0 is none. Codes side by side are a range, others a bit each.
void generated_code::take_texts(const node& what, leaf& into) const {
  columns::value_table table(*rules_.of, rules_.program.tables[what.index]);
  table.cover(texts_.companies().columns[what.column], run_);
  std::vector<std::uint64_t> bits(kernels::words_for(table.size()) + 1);
  std::size_t first = table.size();
  std::size_t last = 0;
  std::size_t count = 0;
  for (std::size_t i = 1; i < table.size(); ++i) {
    if (table.at(i) != columns::state::yes) continue;
    kernels::set_bit(bits.data(), i);
    first = std::min(first, i);
    last = i;
    ++count;
  }
  auto& to = into.what;
  to.op = op_set;
  to.x = static_cast<std::int64_t>(bits[0]);
  into.truth = fmt::format("(({}ULL >> v[{}]) & 1)", bits[0], to.a);
  if (table.size() <= 63) return;
  into.truth.clear();
  if (count == 0 || last - first + 1 == count) {
    to.op = op_range;
    to.x = static_cast<std::int64_t>(first);
    to.y = static_cast<std::int64_t>(count);
  } else {
    to.op = op_large_set;
    to.x = reinterpret_cast<std::intptr_t>(sets_.emplace_back(std::move(bits)).data());
  }
}

// `not(day < limit)` is a table over days in columns; here it is the limit again, which is sought.
bytecode generated_code::day_limit(const node& what) const {
  const auto& table = rules_.program.tables[what.index];
  run_.prepare(*rules_.of);
  const auto holds = [&](std::int32_t day) {
    run_.registers[table.source] = values::cell::of_day(day);
    decide::run_code(*rules_.of, table.code, run_);
    return run_.registers[table.result].is_true();
  };
  std::int32_t low = -25'567;  // 1900-01-01
  std::int32_t high = 47'482;  // 2100-01-01
  bytecode made;
  made.flags = holds(low) ? 0 : bytecode::inverted;
  if (holds(low) == holds(high)) throw std::runtime_error("a table of days without a limit");
  while (high - low > 1) {
    const auto middle = low + (high - low) / 2;
    (holds(middle) == holds(low) ? low : high) = middle;
  }
  made.x = high;
  return made;
}

generated_code::leaf generated_code::leaf_of(node_id which) const {
  const auto found = leaves_.find(which);
  return found != leaves_.end() ? found->second
                                : leaves_.emplace(which, make_leaf(which)).first->second;
}

generated_code::leaf generated_code::make_leaf(node_id which) const {
  const auto& nodes = rules_.program.nodes;
  const auto& what = nodes[which];
  const auto column = [&](node_id of) { return static_cast<std::int16_t>(nodes[of].column); };
  const auto is_sum = what.a != columns::no_node && nodes[what.a].kind == node_kind::sum;
  leaf made;
  auto& to = made.what;
  to.flags = what.inverted ? bytecode::inverted : std::int16_t{0};
  made.null = "0u";
  if (what.kind == node_kind::below && is_sum) {
    to.op = op_sum_below;
    to.a = column(nodes[what.a].a);
    to.b = column(nodes[what.a].b);
    to.x = what.limit;
    made.truth = fmt::format("(v[{}] + v[{}] < {}LL)", to.a, to.b, to.x);
    made.known = fmt::format("(k[{}] & k[{}])", to.a, to.b);
  } else if (what.kind == node_kind::below || what.kind == node_kind::day_below) {
    to.a = what.kind == node_kind::below ? column(what.a) : column(which);
    to.x = what.limit;
    made.truth = fmt::format("(v[{}] < {}LL)", to.a, to.x);
    made.known = fmt::format("k[{}]", to.a);
  } else if (what.kind == node_kind::flag) {
    to.a = column(which);
    to.x = 1;
    to.flags = bytecode::inverted;
    made.truth = fmt::format("(v[{}] < 1)", to.a);
    made.known = fmt::format("k[{}]", to.a);
  } else if (what.kind == node_kind::coded && is_day(what)) {
    to = day_limit(what);
    to.a = column(which);
    made.truth = fmt::format("(v[{}] < {}LL)", to.a, to.x);
    made.known = fmt::format("k[{}]", to.a);
  } else if (what.kind == node_kind::coded) {
    to.a = column(which);
    take_texts(what, made);
    made.known = fmt::format("k[{}]", to.a);
  } else if (what.kind == node_kind::ratio) {
    to.op = op_ratio;
    to.a = column(what.a);
    to.b = column(what.b);
    to.x = what.above;
    to.y = what.below;
    made.truth = fmt::format("ratio(v[{}], v[{}], {}LL, {}LL)", to.a, to.b, to.x, to.y);
    made.known = fmt::format("(k[{}] & k[{}])", to.a, to.b);
    made.null = fmt::format("(v[{}] == 0)", to.b);
  } else {
    throw std::runtime_error("a predicate that the generated code does not know");
  }
  return made;
}

// `t` is true, `m` true or unknown, `f` false: of null neither.
std::string generated_code::variables(node_id which) const {
  const auto& what = rules_.program.nodes[which];
  if (!columns::is_truth(what.kind)) return {};
  if (what.kind == node_kind::either) {
    return fmt::format(
        "const unsigned t{0} = t{1} | t{2}, m{0} = m{1} | m{2}, f{0} = f{1} & f{2};\n", which,
        what.a, what.b);
  }
  if (what.kind == node_kind::opposite) {
    return fmt::format("const unsigned t{0} = f{1}, m{0} = f{1} | (m{1} & !t{1}), f{0} = t{1};\n",
                       which, what.a);
  }
  const auto from = leaf_of(which);
  if (from.truth.empty()) throw std::runtime_error("too many texts for a word");
  return fmt::format(
      "const unsigned r{0} = (unsigned){1} ^ {2}u, k{0} = {3}, t{0} = r{0} & k{0} & !{4}, "
      "m{0} = t{0} | !k{0}, f{0} = !r{0} & k{0} & !{4};\n",
      which, from.truth, from.what.flags & bytecode::inverted, from.known, from.null);
}

void generated_code::add_condition(node_id which, bool negated, bool is_first) {
  const auto& what = rules_.program.nodes[which];
  if (what.kind == node_kind::either && !negated) {
    add_condition(what.a, false, is_first);
    add_condition(what.b, false, false);
  } else if (what.kind == node_kind::opposite) {
    add_condition(what.a, !negated, is_first);
  } else {
    auto made = leaf_of(which).what;
    if (negated) made.flags = static_cast<std::int16_t>(made.flags ^ bytecode::inverted);
    if (!is_first) made.flags = static_cast<std::int16_t>(made.flags | bytecode::joins_clause);
    code.push_back(made);
  }
}

void generated_code::add_policy(std::span<const node_id> conditions) {
  const auto first = code.size();
  for (const auto each : conditions) {
    add_condition(each, false, true);
    code.back().flags = static_cast<std::int16_t>(code.back().flags | bytecode::ends_clause);
  }
  for (auto i = first; i < code.size(); ++i) code[i].next = static_cast<std::int64_t>(code.size());
  code.push_back({op_end});
  code.back().next = 1;
}

// Of the sample's companies, as the machine itself decides.
std::size_t generated_code::share_of(node_id condition, const plain_rows& sample) {
  const auto [found, is_new] = shares_.emplace(condition, 0);
  if (!is_new) return found->second;
  std::vector<bytecode> alone;
  alone.swap(code);
  add_policy({&condition, 1});
  code.back().next = 0;
  alone.swap(code);
  const auto rows = sample.values.size() / sample.columns;
  for (std::size_t row = 0; row < rows; ++row) {
    std::uint8_t made = 0;
    machine(alone.data(), &sample.values[row * sample.columns], &sample.known[row * sample.columns],
            &made);
    found->second += made > 0 ? 1 : 0;
  }
  return found->second;
}

generated_code::generated_code(const columns::compiled& rules, const columns::batch& texts,
                               const plain_rows& sample)
    : rules_(rules), texts_(texts) {
  load(machine_text);
  for (const auto& policy : rules_.program.policies) {
    std::vector<node_id> conditions;
    for (const auto& each : policy) conditions.push_back(each.condition);
    std::stable_sort(conditions.begin(), conditions.end(), [&](node_id a, node_id b) {
      return share_of(a, sample) < share_of(b, sample);
    });
    add_policy(conditions);
  }
  code.back().next = 0;
}

std::string generated_code::source() {
  std::string made = machine_text;
  made +=
      "static inline unsigned ratio(int64_t a, int64_t b, int64_t x, int64_t y) {\n"
      "  const __int128 l = (__int128)a * x, r = (__int128)b * y;\n"
      "  return b < 0 ? r < l : l < r;\n}\n"
      "extern \"C\" void decide(const int64_t* v, const uint8_t* k, uint8_t* out) {\n";
  for (node_id i = 0; i < rules_.program.for_conditions; ++i) made += variables(i);
  std::size_t place = 0;
  for (const auto& policy : rules_.program.policies) {
    std::string met = "1u";
    std::string maybe = "1u";
    std::vector<node_id> conditions;
    for (const auto& each : policy) {
      met += fmt::format(" & t{}", each.condition);
      maybe += fmt::format(" & m{}", each.condition);
      conditions.push_back(each.condition);
    }
    made += fmt::format("out[{}] = (uint8_t)(({}) + ({}));\n", place++, met, maybe);
    add_policy(conditions);
  }
  code.back().next = 0;
  return made + "}\n";
}

// The files are left in the folder of temporary ones: the library stays loaded.
void generated_code::load(const std::string& source) {
  auto name = (std::filesystem::temp_directory_path() / "sudui_generated_XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for the generated code");
  const auto text = name + "/rules.cpp";
  const auto library = name + "/rules.so";
  std::ofstream(text) << source;
  const auto command = "c++ -O2 -march=native -shared -fPIC -w -o " + library + " " + text;
  if (std::system(command.c_str()) != 0) throw std::runtime_error("the generated code is wrong");
  auto* held = dlopen(library.c_str(), RTLD_NOW);
  std::filesystem::remove_all(name);
  if (held == nullptr) throw std::runtime_error(dlerror());
  decide = reinterpret_cast<decide_function>(dlsym(held, "decide"));
  machine = reinterpret_cast<machine_function>(dlsym(held, "machine"));
}

}  // namespace sudui::bench
