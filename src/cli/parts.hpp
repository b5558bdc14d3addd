#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "cli/destination.hpp"
#include "cli/manifest.hpp"

namespace sudui::cli {

/// A folder of parts, each of the same number of rows, with a manifest. A part that is there is
/// complete, and so is the manifest that names it.
class part_destination : public destination {
 public:
  /// Goes on behind the parts of `so_far`. `ending`: of the names of parts, such as `.ndjson`.
  /// `counts_policies`: blocks bring sums of policies, which the manifest keeps.
  part_destination(std::string folder, std::string ending, manifest so_far,
                   bool counts_policies = false);

  void begin(std::string_view head) override;
  void write(std::string_view decisions) override;
  void write_rejects(std::string_view lines) override;
  void end_block(const block_answer& block) override;
  [[nodiscard]] bool finish(bool is_complete) override;
  [[nodiscard]] bool is_good() const override { return is_good_; }
  [[nodiscard]] bool keeps_rejects() const override { return true; }
  [[nodiscard]] const manifest& done() const noexcept { return done_; }

 private:
  [[nodiscard]] std::string name_of(const char* lead, const std::string& ending) const;
  void open_part();
  void complete_part();
  void drop_partial();
  void write_manifest();

  std::string folder_, ending_;
  manifest done_;
  std::string head_;
  part_line next_;
  policy_summary counted_;  // of the next part
  const bool counts_policies_;
  std::unique_ptr<output> part_, rejects_;
  bool is_good_ = true;
};

}  // namespace sudui::cli
