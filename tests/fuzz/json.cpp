// Any bytes as a JSON text: a tree with places inside the text, or a finding that can be shown.
#include "syntax/json.hpp"

#include "walk_tree.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sudui;
  text::sources files;
  files.add("fuzz.json", std::string(reinterpret_cast<const char*>(data), size));
  const std::string_view bytes = files[0].bytes();
  text::sink out;
  text::tree tree;
  syntax::json_reader reader({std::size_t{1} << 20U, 40, 5000});
  if (reader.read(bytes, 0, tree, out)) {
    fuzz::walk(tree, bytes);
  } else {
    fuzz::require(out.has_errors());
    fuzz::require(tree.what == text::tree::kind::missing);
  }
  for (const diagnostic& each : out.render(files, 20)) {
    fuzz::require(!to_text(each, language::en).empty());
  }
  return 0;
}
