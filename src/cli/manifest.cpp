// The manifest of a run in parts. It names what the decisions depend on (rules by their digest, the
// day, the year, options, the input), so that a run goes on only where the rest will fit to what is
// there, and it tells where in the input the last complete part ends. Nothing in it depends on the
// clock or on threads: a run that was killed and gone on with leaves the same bytes.
//
//   {"manifest":1,"run":{"digest":"...","as_of":"2023-12-31",...},
//    "parts":[
//   {"file":"part-00000.ndjson","rows":1000,...}],"complete":false}
//
// With `--stats` a part also says how often each policy came to which verdict, and what its amounts
// add up to.
//
// Tested by tests/unit/cli/manifest_test.cpp and tests/cli/resume.sh.
#include "cli/manifest.hpp"

#include <algorithm>
#include <boost/json.hpp>

#include "report/json_writer.hpp"

namespace sudui::cli {
namespace {

namespace json = boost::json;

constexpr int manifest_version = 1;

std::string text_of(const json::object& from, std::string_view name) {
  const json::value* held = from.if_contains(name);
  const json::string* text = held == nullptr ? nullptr : held->if_string();
  return text == nullptr ? std::string() : std::string(text->begin(), text->end());
}

std::uint64_t whole_of(const json::object& from, std::string_view name) {
  const json::value* held = from.if_contains(name);
  const std::int64_t* whole = held == nullptr ? nullptr : held->if_int64();
  return whole == nullptr || *whole < 0 ? 0 : static_cast<std::uint64_t>(*whole);
}

std::string json_of(const part_line& part) {
  report::json_writer out;
  out.open_object().key("file").text(part.file).key("rows").whole(part.counts.read());
  out.key("decided").whole(part.counts.decided).key("rejected").whole(part.counts.rejected);
  out.key("size").whole(part.size).key("input_end").whole(part.end);
  out.key("input_lines").whole(part.lines);
  if (!part.rejects.empty()) out.key("rejects").text(part.rejects);
  out.close_object();
  std::string made = out.take();
  if (!part.policies.empty())
    made.replace(made.size() - 1, 1, ",\"policies\":" + part.policies + "}");
  return made;
}

std::optional<part_line> part_of(const json::value& from) {
  const json::object* held = from.if_object();
  if (held == nullptr) return std::nullopt;
  part_line made{text_of(*held, "file"),
                 {whole_of(*held, "decided"), whole_of(*held, "rejected"), 0},
                 whole_of(*held, "size"),
                 whole_of(*held, "input_end"),
                 whole_of(*held, "input_lines"),
                 text_of(*held, "rejects"),
                 {}};
  if (const json::value* policies = held->if_contains("policies")) {
    made.policies = json::serialize(*policies);
  }
  const bool is_sound = !made.file.empty() && whole_of(*held, "rows") == made.counts.read();
  return is_sound ? std::optional(std::move(made)) : std::nullopt;
}

}  // namespace

row_counts manifest::counts() const noexcept {
  row_counts sum;
  for (const part_line& each : parts) sum.add(each.counts);
  return sum;
}

std::string manifest::to_json() const {
  report::json_writer out;
  out.open_object().key("manifest").whole(manifest_version).key("run").open_object();
  for (const auto& [name, what] : run) out.key(name).text(what);
  out.close_object();
  std::string made = out.take() + ",\n\"parts\":[";
  for (const part_line& each : parts) {
    made += (&each == parts.data() ? "\n" : ",\n") + json_of(each);
  }
  return made + "],\n\"complete\":" + (is_complete ? "true" : "false") + "}\n";
}

std::optional<manifest> read_manifest(std::string_view text) {
  json::error_code failed;
  const json::value read = json::parse(text, failed);
  const json::object* all = failed ? nullptr : read.if_object();
  if (all == nullptr || whole_of(*all, "manifest") != manifest_version) return std::nullopt;
  const json::value* run = all->if_contains("run");
  const json::value* parts = all->if_contains("parts");
  if (run == nullptr || !run->is_object() || parts == nullptr || !parts->is_array())
    return std::nullopt;
  manifest made;
  for (const auto& [name, what] : run->get_object()) {
    made.run.emplace_back(name, text_of(run->get_object(), name));
  }
  for (const json::value& each : parts->get_array()) {
    auto part = part_of(each);
    if (!part) return std::nullopt;
    made.parts.push_back(std::move(*part));
  }
  const json::value* complete = all->if_contains("complete");
  made.is_complete = complete != nullptr && complete->is_bool() && complete->get_bool();
  return made;
}

std::optional<run_difference> difference_of(const manifest& before, const manifest& now) {
  for (const auto& what : now.run) {
    const auto same = std::find_if(before.run.begin(), before.run.end(),
                                   [&](const auto& each) { return each.first == what.first; });
    const std::string was = same == before.run.end() ? std::string() : same->second;
    if (was != what.second) return run_difference{what.first, was, what.second};
  }
  return std::nullopt;
}

}  // namespace sudui::cli
