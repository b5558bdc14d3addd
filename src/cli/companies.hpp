#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include <sudui/matcher.hpp>
#include <sudui/profile.hpp>

#include "cli/inputs.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"

namespace sudui::cli {

/// A company as it was read.
struct company_row {
  const std::string& file;
  std::uint64_t line = 0;  ///< 1 of a file that is one company
  const profile& held;
  /// The credit code, else the name, else empty.
  [[nodiscard]] std::string id() const;
  /// The name, else the credit code, else the file.
  [[nodiscard]] std::string title() const;
};

/// How many rows came to what. INVARIANT: read = decided + rejected.
struct row_counts {
  std::uint64_t decided = 0;
  std::uint64_t rejected = 0;
  std::uint64_t flawed = 0;  ///< decided, but with values that did not fit and count as unknown
  [[nodiscard]] std::uint64_t read() const noexcept { return decided + rejected; }
};

/// Reads the companies of all inputs, one after the other, and hands each on. Rejects go to
/// `rejects`, one JSON object a line, and to standard error where there is no such file; findings
/// go to standard error.
class company_source {
 public:
  company_source(const rule_set& rules, const session& with, output* rejects)
      : rules_(rules), with_(with), rejects_(rejects) {}

  /// False where an input cannot be read; it has been said then.
  [[nodiscard]] bool read(const input& from, const std::function<void(const company_row&)>& take);
  [[nodiscard]] const row_counts& counts() const noexcept { return counts_; }

 private:
  [[nodiscard]] bool read_one(const input& from,
                              const std::function<void(const company_row&)>& take);
  [[nodiscard]] bool read_rows(const input& from,
                               const std::function<void(const company_row&)>& take);
  void reject(const input& from, std::uint64_t line, std::uint64_t offset, const localized& reason,
              std::string_view text);
  void tell(diagnostics findings, const input& from) const;
  void show_progress();

  const rule_set& rules_;
  const session& with_;
  output* rejects_;
  row_counts counts_;
  std::uint64_t told_ = 0;  // rejects said on standard error
};

}  // namespace sudui::cli
