// Beginning a run in parts, or going on with one. A folder that holds a run is never written over,
// and a run goes on only with the same rules, day, options and input: else the parts would not fit
// together, and nobody would see it.
//
// An input is known by its name, its size and the digest of its first 64 KiB; of a pipe there is
// the name `-` alone, and the caller answers for its bytes.
//
// Tested by tests/cli/parts.sh and tests/cli/resume.sh.
#include "cli/resume.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <spdlog/spdlog.h>
#include <string>
#include <utility>

#include <sudui/version.hpp>

#include "cli/manifest.hpp"
#include "cli/parts.hpp"
#include "cli/status.hpp"
#include "text/sha256.hpp"

namespace sudui::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_of_head = std::size_t{64} << 10U;

std::string digest_of(std::string_view bytes) {
  text::sha256 made;
  made.add(bytes);
  return made.hex();
}

std::string digest_of_file(const std::string& path) {
  return path.empty() ? std::string() : digest_of(read_whole(path).value_or(std::string()));
}

std::string digest_of_head(const std::string& path) {
  std::error_code ignored;
  if (!fs::is_regular_file(path, ignored)) return {};
  std::ifstream file(path, std::ios::binary);
  std::string bytes(most_of_head, '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  return digest_of(bytes);
}

std::string size_of_file(const std::string& path) {
  std::error_code ignored;
  return fs::is_regular_file(path, ignored) ? std::to_string(fs::file_size(path, ignored)) : "";
}

manifest describe(const match_options& said, const matcher& by, const input& from,
                  const std::string& ending, language in) {
  manifest made;
  made.run = {{"digest", by.rules().digest()},
              {"engine", SUDUI_VERSION},
              {"as_of", to_string(by.as_of())},
              {"year", std::to_string(by.year())},
              {"policy", said.rules.policies},
              {"parameters", digest_of_file(said.rules.parameters)},
              {"format", ending.substr(1)},
              {"only", said.only},
              {"part_rows", std::to_string(said.part_rows)},
              {"lang", in == language::zh ? "zh" : "en"},
              {"input", from.path},
              {"input_format", from.format == profile_format::csv ? "csv" : "ndjson"},
              {"encoding", said.encoding},
              {"map", digest_of_file(said.map)},
              {"input_size", size_of_file(from.path)},
              {"input_head", digest_of_head(from.path)}};
  return made;
}

// Every part that the manifest names must be there, as large as it was.
std::string missing_part(const std::string& folder, const manifest& held) {
  for (const part_line& each : held.parts) {
    std::error_code failed;
    const auto size = fs::file_size(folder + "/" + each.file, failed);
    if (failed || size != each.size) return each.file;
  }
  return {};
}

// Takes over the parts that are there; empty, or why that cannot be.
std::string take_parts(const match_options& said, const session& with, manifest& run) {
  const auto text = read_whole(said.out_dir + "/manifest.json");
  if (!text) return {};
  if (!said.resumes) {
    return with.say("文件夹中已有一次运行：用 --resume 续做，或换一个文件夹",
                    "the folder holds a run: go on with --resume, or name another folder");
  }
  auto held = read_manifest(*text);
  if (!held) return with.say("manifest.json 无法读懂", "its manifest.json is none");
  if (const auto other = difference_of(*held, run)) {
    return fmt::format("{}: `{}` {} `{}`, {} `{}`",
                       with.say("不能续做，运行不同", "cannot go on with a different run"),
                       other->name, with.say("原为", "was"), other->before, with.say("现为", "is"),
                       other->now);
  }
  if (const std::string name = missing_part(said.out_dir, *held); !name.empty()) {
    return fmt::format(
        "{} `{}`",
        with.say("不能续做，分段缺失或大小不同", "cannot go on: missing, or of another size, is"),
        name);
  }
  run.parts = std::move(held->parts);
  return {};
}

// What earlier parts came to. Those of a run without `--stats` say nothing.
bool take_policies(const manifest& run, const matcher& by, stream_place& into) {
  return std::all_of(run.parts.begin(), run.parts.end(), [&](const part_line& each) {
    if (each.policies.empty()) return true;
    into.counted += each.counts.decided;
    return into.policies.add_part(each.policies, by);
  });
}

std::nullptr_t refuse(const std::string& why, int& status, int with) {
  spdlog::error("{}", why);
  status = with;
  return nullptr;
}

}  // namespace

std::unique_ptr<destination> open_parts(const match_options& said, const matcher& by,
                                        const std::vector<input>& from, const session& with,
                                        match_plan& plan, int& status) {
  const bool is_csv = plan.format == output_format::csv;
  if (from.size() != 1 || !from.front().is_stream()) {
    return refuse(with.say("--out-dir 需要一个 NDJSON 或 CSV 输入",
                           "--out-dir needs one input, NDJSON or CSV"),
                  status, usage);
  }
  if (!is_csv && plan.format != output_format::ndjson) {
    return refuse(with.say("--out-dir 的格式为 ndjson 或 csv", "--out-dir writes ndjson or csv"),
                  status, usage);
  }
  std::error_code failed;
  fs::create_directories(said.out_dir, failed);
  if (!fs::is_directory(said.out_dir, failed)) {
    return refuse(fmt::format("{} `{}`", with.say("无法写入", "cannot write"), said.out_dir),
                  status, no_access);
  }
  const std::string ending = is_csv ? ".csv" : ".ndjson";
  manifest run = describe(said, by, from.front(), ending, with.in);
  if (const std::string why = take_parts(said, with, run); !why.empty())
    return refuse(fmt::format("`{}`: {}", said.out_dir, why), status, usage);
  plan.part_rows = said.part_rows;
  plan.from.counts = run.counts();
  if (plan.counts_policies && !take_policies(run, by, plan.from)) {
    return refuse(fmt::format("`{}`: {}", said.out_dir,
                              with.say("manifest.json 中的政策统计无法读懂",
                                       "the sums of policies in its manifest.json are none")),
                  status, usage);
  }
  if (!run.parts.empty()) {
    plan.from.lines = run.parts.back().lines;
    plan.from.bytes = run.parts.back().end;
  }
  return std::make_unique<part_destination>(said.out_dir, ending, std::move(run),
                                            plan.counts_policies);
}

}  // namespace sudui::cli
