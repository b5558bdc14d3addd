#pragma once

#include <cstdint>
#include <exception>
#include <string>
#include <utility>
#include <variant>

#include <sudui/diagnostic.hpp>
#include <sudui/export.hpp>

namespace sudui {
inline namespace v1 {

/// Why a call gave nothing. What was wrong with single places of a text is in `failure::details`.
enum class errc : std::uint8_t {
  bad_rules = 1,   ///< a rule set has errors; every one is in `details`
  bad_profile,     ///< a profile cannot be read at all (not JSON or YAML, not a mapping)
  cannot_read,     ///< a file or folder is missing or cannot be read
  limit_exceeded,  ///< an input is larger or deeper than the limits allow
  unknown_policy,  ///< no policy of that id
  bad_option,      ///< an option is out of its range
};

struct failure {
  errc code{};
  localized message;
  diagnostics details;
};

/// The message and every detail, one after the other.
[[nodiscard]] SUDUI_API std::string to_text(const failure& what, language which);

/// Thrown by `result::value()`; `what()` is the English text of the failure.
class SUDUI_API exception : public std::exception {
 public:
  explicit exception(failure why);
  ~exception() override;
  [[nodiscard]] const char* what() const noexcept override { return text_.c_str(); }
  [[nodiscard]] const failure& why() const noexcept { return why_; }

 private:
  failure why_;
  std::string text_;
};

/// A value or the failure that stands in its place. Test it, or take `value()` and let it throw.
template <class T>
class [[nodiscard]] result {
 public:
  result(T value) : held_(std::move(value)) {}    // NOLINT(google-explicit-constructor)
  result(failure why) : held_(std::move(why)) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool has_value() const noexcept { return held_.index() == 0; }
  explicit operator bool() const noexcept { return has_value(); }

  /// Precondition: has_value().
  [[nodiscard]] T& operator*() & noexcept { return *std::get_if<0>(&held_); }
  [[nodiscard]] const T& operator*() const& noexcept { return *std::get_if<0>(&held_); }
  [[nodiscard]] T&& operator*() && noexcept { return std::move(*std::get_if<0>(&held_)); }
  [[nodiscard]] T* operator->() noexcept { return std::get_if<0>(&held_); }
  [[nodiscard]] const T* operator->() const noexcept { return std::get_if<0>(&held_); }

  /// Precondition: !has_value().
  [[nodiscard]] const failure& error() const noexcept { return *std::get_if<1>(&held_); }

  /// The value, or throws `exception`.
  [[nodiscard]] T& value() & { return check(), **this; }
  [[nodiscard]] const T& value() const& { return check(), **this; }
  [[nodiscard]] T&& value() && { return check(), std::move(**this); }

 private:
  void check() const {
    if (!has_value()) throw exception(error());
  }
  std::variant<T, failure> held_;
};

}  // namespace v1
}  // namespace sudui
