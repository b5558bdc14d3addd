// Any bytes as a profile, as a stream of profiles and as parameter values. The first byte picks the
// reading. Whatever comes out bears names of the dictionary only; whatever does not is said in both
// languages; and of a stream every row is a row or a reject.
#include <sstream>
#include <string>

#include "ingest/company_of.hpp"
#include "ingest/field_names.hpp"
#include "ingest/read_text.hpp"
#include "ingest/row_reader.hpp"
#include "types/schema.hpp"
#include "walk_tree.hpp"

namespace {

using namespace sudui;

model::field field_of(std::string name, std::string type, std::string label) {
  model::field made;
  made.id.text = std::move(name);
  made.type.text = std::move(type);
  made.label = {label, label};
  return made;
}

std::vector<model::field> fields_of_every_kind() {
  std::vector<model::field> all = {
      field_of("n", "number", "数"),      field_of("s", "string", "文"),
      field_of("b", "boolean", "否"),     field_of("d", "date", "日"),
      field_of("m", "months", "月数"),    field_of("t", "days", "天数"),
      field_of("code", "string", "代码"), field_of("uscc", "string", "信用代码"),
      field_of("l", "list", "表"),        field_of("r", "list", "记录")};
  all[0].unit.text = "元";
  all[0].per = model::period::year;
  all[0].minimum = decimal(-5);
  all[6].codes = {{"a", {}}, {"b", {}}};
  all[6].per = model::period::year;
  all[7].check = model::value_check::credit_code;
  all[8].item_type.text = "number";
  all[9].members = {field_of("type", "string", "类型"), field_of("value", "number", "值")};
  all[9].members[0].check = model::value_check::industry_code;
  return all;
}

void require_shown(const diagnostics& all) {
  for (const diagnostic& each : all) {
    fuzz::require(!to_text(each, language::en).empty() && !to_text(each, language::zh).empty());
  }
}

void require_known(const profile& company, const types::schema& dictionary) {
  for (const auto& each : company.entries()) {
    fuzz::require(dictionary.find(each.name).has_value());
    fuzz::require(!each.held.is_unknown());
    fuzz::require(!to_string(each.held).empty());
  }
}

void read_one(const std::string& bytes, profile_format format, const types::schema& dictionary) {
  text::sources files;
  text::sink out;
  ingest::field_names names(dictionary);
  const std::uint32_t file = files.add("fuzz", bytes);
  const text::tree said = ingest::read_text(files, file, format, out);
  require_known(ingest::company_of(said, names, out), dictionary);
  require_shown(out.render(files, 50));
}

void read_rows(const std::string& bytes, profile_format format, const types::schema& dictionary) {
  std::istringstream input(bytes);
  ingest::row_reader reader(dictionary, input, format);
  std::uint64_t last_line = 0;
  for (auto read = reader.next(); read != profile_reader::status::end; read = reader.next()) {
    fuzz::require(reader.line() > last_line);  // no row is read twice
    last_line = reader.line();
    fuzz::require(reader.offset() < bytes.size());
    if (read == profile_reader::status::row) {
      require_known(reader.row(), dictionary);
    } else {
      fuzz::require(!reader.reason().en.empty() && !reader.reason().zh.empty());
    }
  }
  require_shown(reader.findings());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0 || size > (std::size_t{1} << 16U)) return 0;
  static const std::vector<model::field> fields = fields_of_every_kind();
  text::sink ignored;
  const types::schema dictionary(fields, ignored);
  const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  switch (data[0] % 4) {
    case 0:
      read_one(bytes, profile_format::json, dictionary);
      break;
    case 1:
      read_one(bytes, profile_format::yaml, dictionary);
      break;
    case 2:
      read_rows(bytes, profile_format::ndjson, dictionary);
      break;
    default:
      read_rows(bytes, profile_format::csv, dictionary);
      break;
  }
  return 0;
}
