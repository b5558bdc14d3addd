#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <sudui/batch.hpp>

#include "cli/block_rows.hpp"
#include "cli/decision_writer.hpp"

namespace sudui::cli {

/// Which policies a company gets or may get, for 64 companies at a time. Memory is kept.
class possible_policies {
 public:
  static constexpr std::size_t rows = 64;

  /// Takes the companies of that word of the bitmaps.
  void take(const decision_batch& from, std::size_t policies, std::size_t word,
            verdict least = verdict::undetermined);
  /// Of a company among them: in order.
  [[nodiscard]] std::span<const std::uint32_t> of(std::size_t row) const noexcept {
    return all_[row % rows];
  }

 private:
  std::array<std::vector<std::uint32_t>, rows> all_;
};

/// Writes the decisions of a block, from pieces of text that are made once. Immutable: any number
/// of threads. The bytes are those of the decision_writer of the same format.
class batch_writer {
 public:
  virtual ~batch_writer() = default;
  batch_writer(const batch_writer&) = delete;
  batch_writer& operator=(const batch_writer&) = delete;
  /// `made` must hold what `needed()` asks for, or more. Appends.
  virtual void write(std::string_view file, const block_rows& rows, const decision_batch& made,
                     possible_policies& reuse, std::string& out) const = 0;
  /// What a batch is to be asked for.
  [[nodiscard]] batch_matcher::wanted needed() const noexcept {
    return least_ == verdict::eligible ? batch_matcher::wanted::payable
                                       : batch_matcher::wanted::missing;
  }

 protected:
  explicit batch_writer(verdict least) : least_(least) {}

  const verdict least_;
};

/// None for JSON, which says more than a batch keeps, and for text. Decisions below `least` are
/// left out.
[[nodiscard]] std::unique_ptr<const batch_writer> make_batch_writer(
    output_format format, const batch_matcher& by, verdict least = verdict::ineligible);

}  // namespace sudui::cli
