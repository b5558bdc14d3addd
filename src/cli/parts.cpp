// Parts of a run. A part is written under a name of its own, renamed when its last row is there,
// and only then named by the manifest, which is replaced as a whole. Killed at any moment, the
// manifest tells the truth, and what it does not name is written again.
//
//   part-00000.ndjson  part-00001.ndjson  rejects-00001.ndjson  part-00002.ndjson.partial
//   manifest.json: two parts, the second ends at byte 81920 of the input
//
// Tested by tests/cli/parts.sh and tests/cli/resume.sh.
#include "cli/parts.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <utility>

namespace sudui::cli {

part_destination::part_destination(std::string folder, std::string ending, manifest so_far,
                                   bool counts_policies)
    : folder_(std::move(folder)),
      ending_(std::move(ending)),
      done_(std::move(so_far)),
      counts_policies_(counts_policies) {}

void part_destination::begin(std::string_view head) {
  head_ = head;
  write_manifest();
}

std::string part_destination::name_of(const char* lead, const std::string& ending) const {
  return fmt::format("{}-{:05}{}", lead, done_.parts.size(), ending);
}

void part_destination::open_part() {
  if (part_) return;
  next_ = {};
  counted_.clear();
  next_.file = name_of("part", ending_);
  part_ = std::make_unique<output>(folder_ + "/" + next_.file);
  part_->write(head_);
  is_good_ = is_good_ && part_->is_good();
}

void part_destination::write(std::string_view decisions) {
  if (decisions.empty() || !is_good_) return;
  open_part();
  part_->write(decisions);
  is_good_ = is_good_ && part_->is_good();
}

void part_destination::write_rejects(std::string_view lines) {
  if (lines.empty() || !is_good_) return;
  open_part();
  if (!rejects_) {
    next_.rejects = name_of("rejects", ".ndjson");
    rejects_ = std::make_unique<output>(folder_ + "/" + next_.rejects);
  }
  rejects_->write(lines);
  is_good_ = is_good_ && rejects_->is_good();
}

void part_destination::end_block(const block_answer& block) {
  if (block.counts.read() > 0 && is_good_) open_part();
  if (!part_) return;  // blank lines only
  next_.counts.add(block.counts);
  counted_.add(block.summary);
  next_.end = block.end;
  next_.lines = block.lines;
  if (block.ends_part) complete_part();
}

// The rejects first: a part that is there has them.
void part_destination::complete_part() {
  is_good_ = is_good_ && (!rejects_ || rejects_->complete()) && part_->complete();
  next_.size = part_->size();
  if (counts_policies_) next_.policies = counted_.to_part();
  part_.reset();
  rejects_.reset();
  if (!is_good_) return;
  done_.parts.push_back(next_);
  write_manifest();
}

void part_destination::write_manifest() {
  output file(folder_ + "/manifest.json");
  file.write(done_.to_json());
  is_good_ = is_good_ && file.is_good() && file.complete();
}

// What was begun is written again when the run goes on.
void part_destination::drop_partial() {
  std::error_code ignored;
  for (const std::string& name : {next_.file, next_.rejects}) {
    if (part_ && !name.empty())
      std::filesystem::remove(partial_name(folder_ + "/" + name), ignored);
  }
  part_.reset();
  rejects_.reset();
}

bool part_destination::finish(bool is_complete) {
  if (is_complete && part_) complete_part();
  if (!is_complete) drop_partial();
  if (is_complete && is_good_) {
    done_.is_complete = true;
    write_manifest();
  }
  return is_good_;
}

}  // namespace sudui::cli
