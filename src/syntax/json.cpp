// JSON texts by the parser of Boost.JSON, which validates, limits the depth and keeps its memory;
// json_builder makes the tree, json_error the words for what is wrong.
//
// Tested by tests/unit/syntax/json_test.cpp and the fuzz target `json`.
#include "syntax/json.hpp"

#include <boost/json/basic_parser_impl.hpp>
#include <string>

#include "syntax/json_builder.hpp"
#include "syntax/json_error.hpp"

namespace sudui::syntax {
namespace {

boost::json::parse_options options_for(const limits& most) {
  boost::json::parse_options options;
  options.max_depth = most.depth;
  return options;
}

}  // namespace

struct json_reader::state {
  explicit state(const limits& given) : most(given), parser(options_for(given), given) {}

  limits most;
  boost::json::basic_parser<json_builder> parser;

  // Where it went wrong and why; no error if all of `bytes` is one value.
  json_trouble parse(std::string_view bytes) {
    boost::json::error_code error;
    parser.reset();
    const std::size_t read = parser.write_some(false, bytes.data(), bytes.size(), error);
    return {bytes, static_cast<std::uint32_t>(read), error};
  }
};

json_reader::json_reader(const limits& most) : state_(std::make_unique<state>(most)) {}
json_reader::json_reader(json_reader&&) noexcept = default;
json_reader& json_reader::operator=(json_reader&&) noexcept = default;
json_reader::~json_reader() = default;

bool json_reader::read(std::string_view bytes, std::uint32_t file, text::tree& out,
                       text::sink& findings) {
  out = {};
  const limits& most = state_->most;
  if (bytes.size() > most.bytes) {
    findings.report(text::message::too_large, {file, 0, 0},
                    {std::to_string(bytes.size()), std::to_string(most.bytes)});
    return false;
  }
  json_builder& builder = state_->parser.handler();
  builder.start(bytes, file, findings);
  const json_trouble found = state_->parse(bytes);
  if (!builder.has_stopped() && !report_json_error(found, file, most, findings)) {
    out = builder.take();
    return true;
  }
  return false;
}

bool read_json(std::string_view bytes, std::uint32_t file, text::tree& out, text::sink& findings,
               const limits& most) {
  return json_reader(most).read(bytes, file, out, findings);
}

}  // namespace sudui::syntax
