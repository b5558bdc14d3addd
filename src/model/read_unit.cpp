#include "model/read_unit.hpp"

#include "model/units.hpp"

namespace sudui::model {

name read_unit(mapping_reader& keys) {
  name read = keys.name_of("unit");
  if (read.text.empty() || parse_unit(read.text)) return read;
  std::vector<std::string_view> known;
  for (const unit_word& each : unit_words()) known.push_back(each.name);
  keys.in().report(text::message::unknown_unit, read.where, {read.text, suggest(read.text, known)});
  read.text.clear();
  return read;
}

}  // namespace sudui::model
