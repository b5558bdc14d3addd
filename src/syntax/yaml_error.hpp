#pragma once

#include <cstdint>
#include <yaml-cpp/exceptions.h>

#include "text/sink.hpp"
#include "text/source.hpp"

namespace sudui::syntax {

/// What is known when yaml-cpp gives up.
struct yaml_trouble {
  const text::source& from;
  std::uint32_t file;
  std::uint32_t at;               // where it gave up
  text::span last;                // the last node that has ended
  std::uint32_t innermost_begin;  // of the list or mapping that is open
};

/// Reports it as one finding, in plain words, at the place that should be mended.
void report_yaml_error(const YAML::Exception& thrown, const yaml_trouble& where, text::sink& out);

/// A key at `where.at` that no colon follows, which yaml-cpp lets pass at the end of a mapping.
void report_missing_colon(const yaml_trouble& where, text::sink& out);

}  // namespace sudui::syntax
