// Any bytes as a YAML file: trees with places inside the file, findings that can be shown.
#include "syntax/yaml.hpp"

#include "walk_tree.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sudui;
  text::sources files;
  files.add("fuzz.yaml", std::string(reinterpret_cast<const char*>(data), size));
  text::sink out;
  const syntax::limits most{std::size_t{1} << 20U, 40, 5000};
  for (const text::tree& each : syntax::read_yaml(files, 0, out, most)) {
    fuzz::walk(each, files[0].bytes());
  }
  for (const diagnostic& each : out.render(files, 20)) {
    fuzz::require(!to_text(each, language::en).empty());
  }
  return 0;
}
