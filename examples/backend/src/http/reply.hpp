#pragma once

// What a handler gives back, and the one way to refuse: RFC 9457 problem details in both languages,
// which never hold a path, a stack or a text of the database.

#include <exception>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "storage/store.hpp"

namespace backend {

struct reply {
  unsigned status = 200;
  std::string type = "application/json";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
  /// A decision to keep: the answer is sent after it is committed.
  std::optional<log_row> record;
};

/// Thrown by handlers; becomes a problem document.
struct refused : std::exception {
  refused(unsigned code, std::string kind_of, std::string in_english, std::string in_chinese)
      : status(code),
        kind(std::move(kind_of)),
        en(std::move(in_english)),
        zh(std::move(in_chinese)) {}
  unsigned status;
  std::string kind;  ///< last part of the problem's type, such as `bad-profile`
  std::string en, zh;
  std::string findings;  ///< JSON array, may be empty
  [[nodiscard]] const char* what() const noexcept override { return en.c_str(); }
};

[[nodiscard]] reply to_reply(const refused& why);

/// A text as a JSON string with its quotation marks.
[[nodiscard]] std::string json_text(std::string_view text);

}  // namespace backend
