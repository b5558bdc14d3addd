// Tested by tests/unit/ingest/read_text_test.cpp.
#include "ingest/read_text.hpp"

#include <utility>
#include <vector>

#include "syntax/json.hpp"
#include "syntax/yaml.hpp"

namespace sudui::ingest {

text::tree read_text(const text::sources& files, std::uint32_t file, profile_format format,
                     text::sink& out) {
  text::tree made;
  if (format != profile_format::yaml) {
    static_cast<void>(syntax::read_json(files[file].bytes(), file, made, out));
    return made;
  }
  std::vector<text::tree> documents = syntax::read_yaml(files, file, out);
  if (documents.size() > 1) {
    out.report(text::message::profile_more_documents, documents[1].where);
  }
  if (!documents.empty()) made = std::move(documents.front());
  return made;
}

}  // namespace sudui::ingest
