#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <sudui/matcher.hpp>
#include <sudui/report.hpp>

#include "cli/company_row.hpp"

namespace sudui::cli {

enum class output_format { text, json, ndjson, csv };

/// Appends the decisions of company after company in one format.
class decision_writer {
 public:
  /// Decisions below `least` are left out.
  decision_writer(const matcher& by, std::string& out, verdict least)
      : by_(by), out_(out), least_(least) {}
  virtual ~decision_writer() = default;
  decision_writer(const decision_writer&) = delete;
  decision_writer& operator=(const decision_writer&) = delete;

  virtual void begin() {}
  virtual void write(const company_row& company, const decisions& made) = 0;

 protected:
  const matcher& by_;
  std::string& out_;
  const verdict least_;
};

/// What a run looks like, which decides how its text is laid out.
enum class run_shape { one_company, few_companies, stream };

/// None for a stream as text, which is a summary of all of it.
[[nodiscard]] std::unique_ptr<decision_writer> make_writer(output_format format, run_shape shape,
                                                           const matcher& by, std::string& out,
                                                           const text_options& options);

}  // namespace sudui::cli
