// Tested by tests/cli/csv_input.sh.
#include "cli/reading.hpp"

#include <iostream>
#include <spdlog/spdlog.h>

#include "api/loaded.hpp"
#include "cli/rules_option.hpp"
#include "cli/status.hpp"
#include "ingest/read_text.hpp"
#include "text/source.hpp"

namespace sudui::cli {
namespace {

// The map, or nothing where it has mistakes, which are told.
std::optional<ingest::column_map> map_of(const std::string& path, std::string text,
                                         const rule_set& rules, language in) {
  text::sources files;
  text::sink out;
  const std::uint32_t file = files.add(path, std::move(text));
  const text::tree said = ingest::read_text(files, file, profile_format::yaml, out);
  ingest::field_names names(rules.held().typed->dictionary);
  ingest::column_map made;
  if (!out.has_errors()) made = ingest::column_map(said, names, out);
  for (const diagnostic& each : out.render(files)) std::cerr << to_text(each, in) << '\n';
  return out.has_errors() ? std::nullopt : std::optional(std::move(made));
}

}  // namespace

std::optional<reading_options> find_reading(const input_options& said, const rule_set& rules,
                                            const session& with, int& status) {
  reading_options made;
  if (said.encoding == "gb18030") {
    made.encoding = ingest::text_encoding::gb18030;
    if (!ingest::gb18030_decoder().is_available()) {
      spdlog::error(with.say("本系统不能转换 GB18030", "this system cannot convert GB18030"));
      status = no_access;
      return std::nullopt;
    }
  }
  if (said.map.empty()) return made;
  auto text = read_whole(said.map);
  if (!text) {
    spdlog::error("{} `{}`", with.say("无法读取", "cannot read"), said.map);
    status = no_access;
    return std::nullopt;
  }
  made.columns = map_of(said.map, std::move(*text), rules, with.in);
  if (made.columns) return made;
  status = usage;
  return std::nullopt;
}

}  // namespace sudui::cli
