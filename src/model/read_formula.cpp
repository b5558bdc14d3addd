// Formulas out of scalars. The scalar's excerpt goes into the parser as it is, so that every
// finding of FEEL points into the YAML file, also inside a block scalar.
//
// A formula that begins with `[` or `{` reads as a YAML list or mapping unless it is quoted; that
// is said in so many words, since "must be a single value" would puzzle an author.
//
// Tested by tests/unit/model/read_formula_test.cpp.
#include "model/read_formula.hpp"

#include <algorithm>
#include <utility>

#include "feel/parser.hpp"
#include "model/names.hpp"

namespace sudui::model {
namespace {

using text::excerpt;
using text::message;
using text::tree;

bool may_be_formula(const tree& from, std::string_view key, const reading& in) {
  if (!from.is_scalar()) {
    in.report(message::formula_shape, from.where, {std::string(key)});
    return false;
  }
  if (from.text().size() <= in.bounds.max_formula_bytes) return true;
  in.report(message::formula_too_long, from.where,
            {std::string(key), std::to_string(in.bounds.max_formula_bytes)});
  return false;
}

using form = known_formulas::form;

formula parse(const excerpt& source, form as, text::sink& out) {
  return {source, as == form::tests ? feel::parse_tests(source, out) : feel::parse(source, out)};
}

// A text at the same place is the same text: its findings have been reported.
formula read(const excerpt& source, form as, const reading& in) {
  if (in.known == nullptr) return parse(source, as, in.out);
  formula& known = in.known->at(source.where(), as);
  if (!known.is_given()) known = parse(source, as, in.out);
  return known;
}

constexpr std::string_view blanks = " \t\r\n";

// Where the words `name in` of an iteration end; nothing when the text does not begin so.
struct iteration_head {
  std::size_t name_begin, name_end, list_begin;
};

// `h in new_hires`: a word, the word `in`, and the rest, which is a formula. Found by hand, for
// only the rest is FEEL.
std::optional<iteration_head> find_head(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(blanks), text.size());
  const std::size_t end = std::min(text.find_first_of(blanks, begin), text.size());
  const std::size_t in = std::min(text.find_first_not_of(blanks, end), text.size());
  const std::string_view rest = text.substr(in);
  const bool is_head = end > begin && rest.size() > 2 && rest.starts_with("in") &&
                       blanks.find(rest[2]) != blanks.npos;
  return is_head ? std::optional<iteration_head>({begin, end, in + 2}) : std::nullopt;
}

}  // namespace

formula read_formula(const tree& from, std::string_view key, const reading& in) {
  if (!may_be_formula(from, key, in)) return {};
  return read(from.scalar, form::expression, in);
}

formula read_tests(const tree& from, std::string_view key, const reading& in) {
  if (!may_be_formula(from, key, in)) return {};
  return read(from.scalar, form::tests, in);
}

formula formula_of(mapping_reader& keys, std::string_view key) {
  const tree* found = keys.get(key);
  return found == nullptr ? formula{} : read_formula(*found, key, keys.in());
}

std::vector<formula> read_formulas(const tree& from, std::string_view key, const reading& in) {
  std::vector<formula> all;
  if (!from.is_sequence()) {
    all.push_back(read_formula(from, key, in));
    return all;
  }
  if (from.items.empty()) in.report(message::empty_list, from.where, {std::string(key)});
  for (const tree& item : from.items) all.push_back(read_formula(item, key, in));
  return all;
}

iteration read_iteration(const tree& from, std::string_view key, const reading& in) {
  if (!may_be_formula(from, key, in)) return {};
  const auto head = find_head(from.text());
  if (!head) {
    in.report(message::bad_iteration, from.where, {std::string(key)});
    return {};
  }
  iteration made;
  const excerpt variable = part_of(from.scalar, head->name_begin, head->name_end);
  made.variable = {std::string(variable.text()), variable.where()};
  check_name(made.variable, in);
  const excerpt list = part_of(from.scalar, head->list_begin, from.text().size());
  made.list = read(list, form::expression, in);
  return made;
}

excerpt part_of(const excerpt& whole, std::size_t begin, std::size_t end) {
  const auto place = [&](std::size_t offset) {
    const auto at = static_cast<std::uint32_t>(offset);
    return whole.where(at, at + 1);
  };
  excerpt part(std::string(whole.text().substr(begin, end - begin)), place(begin).file,
               place(begin).begin);
  std::uint32_t expected = place(begin).begin;
  for (std::size_t at = begin; at < end; ++at) {
    const text::span here = place(at);
    const auto offset = static_cast<std::uint32_t>(at - begin);
    const bool is_byte = here.end == here.begin + 1;
    if (!is_byte) part.anchor_whole(offset, here.begin, here.end);
    if (is_byte && here.begin != expected) part.anchor(offset, here.begin);
    expected = is_byte ? here.end : text::span::no_file;  // no offset: the next byte starts anew
  }
  return part;
}

std::optional<decimal> literal_of(const formula& what) {
  const feel::expression& parsed = what.parsed();
  if (!what.is_given() || parsed.is_broken) return std::nullopt;
  if (parsed.top().kind != feel::node_kind::number) return std::nullopt;
  return parsed.top().number;
}

}  // namespace sudui::model
