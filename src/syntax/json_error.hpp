#pragma once

#include <boost/json/error.hpp>
#include <cstdint>
#include <string_view>

#include "syntax/limits.hpp"
#include "text/sink.hpp"

namespace sudui::syntax {

/// How far the parser came, and why not farther.
struct json_trouble {
  std::string_view bytes;
  std::uint32_t at;
  boost::json::error_code error;
};

/// Reports one finding, in plain words, if there is an error or text behind the value; whether it
/// did.
bool report_json_error(const json_trouble& found, std::uint32_t file, const limits& most,
                       text::sink& out);

}  // namespace sudui::syntax
