#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "cli/block_worker.hpp"
#include "cli/output.hpp"

namespace sudui::cli {

/// Where decisions and rejects of a run go, block after block.
class destination {
 public:
  destination() = default;
  virtual ~destination() = default;
  destination(const destination&) = delete;
  destination& operator=(const destination&) = delete;

  /// What stands before the first decision.
  virtual void begin(std::string_view head) = 0;
  virtual void write(std::string_view decisions) = 0;
  virtual void write_rejects(std::string_view lines) = 0;
  /// The decisions and rejects of the block have been written.
  virtual void end_block(const block_answer& block) = 0;
  /// False when any write has failed. `is_complete`: everything is there; else what is there is not
  /// given the name of something complete.
  [[nodiscard]] virtual bool finish(bool is_complete) = 0;
  [[nodiscard]] virtual bool is_good() const = 0;
  /// Whether rejects are kept; else they are told on standard error.
  [[nodiscard]] virtual bool keeps_rejects() const = 0;
};

/// One stream of decisions, and one of rejects where somebody wants it.
class plain_destination : public destination {
 public:
  /// Empty names: standard output; no rejects.
  plain_destination(const std::string& out, const std::string& rejects);

  void begin(std::string_view head) override { out_->write(head); }
  void write(std::string_view decisions) override { out_->write(decisions); }
  void write_rejects(std::string_view lines) override { rejects_->write(lines); }
  void end_block(const block_answer&) override {}
  [[nodiscard]] bool finish(bool is_complete) override;
  [[nodiscard]] bool is_good() const override;
  [[nodiscard]] bool keeps_rejects() const override { return rejects_ != nullptr; }
  /// The file that cannot be written, before anything was.
  [[nodiscard]] const std::string& refused() const noexcept { return refused_; }

 private:
  std::unique_ptr<output> out_, rejects_;
  std::string refused_;
};

}  // namespace sudui::cli
