// Any bytes as a plainly written stream: what the quick reader takes, yaml-cpp takes too, and says
// the same of it.
#include "syntax/plain_yaml.hpp"

#include "support/yaml_events.hpp"
#include "syntax/check_bytes.hpp"
#include "walk_tree.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sudui;
  const std::string text(reinterpret_cast<const char*>(data), size);

  text::sources files;
  files.add("fuzz.yaml", text);
  text::sink out;
  if (files[0].bytes() != text || !syntax::check_bytes(text, 0, out, {})) return 0;
  const auto read = syntax::read_plain_yaml(text);
  if (read) fuzz::require(tests::events_of(*read) == tests::events_of_library(text));
  return 0;
}
