// Any bytes as a folder of rules: a model, and findings that can be shown in both languages.
#include "model/from_yaml.hpp"
#include "walk_tree.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sudui;
  text::sources files;
  files.add("fuzz.yaml", std::string(reinterpret_cast<const char*>(data), size));
  text::sink out;
  model::read_limits limits;
  limits.yaml = {std::size_t{1} << 20U, 40, 5000};
  limits.model.max_formula_bytes = 2000;
  const model::rule_set rules = model::from_yaml(files, out, limits);
  fuzz::require(rules.digest.size() == 64);
  for (const diagnostic& each : out.render(files, 50)) {
    fuzz::require(!to_text(each, language::en).empty() && !to_text(each, language::zh).empty());
  }
  return 0;
}
