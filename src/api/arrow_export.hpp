#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <sudui/arrow.h>

namespace sudui {
inline namespace v1 {
namespace api {

/// One array to be handed over, or a struct of several. Whoever releases what `hand_over` made
/// frees it.
class arrow_export {
 public:
  using bytes = std::vector<char>;

  /// `buffers`: of the format, the bitmap of what is valid first (empty: all is).
  arrow_export(std::string_view format, std::string_view name, std::size_t length,
               std::vector<bytes> buffers)
      : format_(format), name_(name), length_(length), buffers_(std::move(buffers)) {}
  /// A struct without a null.
  explicit arrow_export(std::size_t length) : arrow_export("+s", "", length, {bytes()}) {}

  void add(arrow_export child) { children_.push_back(std::move(child)); }
  void hand_over(ArrowSchema& schema, ArrowArray& array) &&;

 private:
  [[nodiscard]] ArrowSchema make_schema() const;
  [[nodiscard]] ArrowArray make_array() &&;

  std::string format_, name_;
  std::size_t length_;
  std::vector<bytes> buffers_;
  std::vector<arrow_export> children_;
};

/// A bitmap, bit i for row i.
class arrow_bits {
 public:
  void push(bool flag);
  [[nodiscard]] arrow_export::bytes take() && { return std::move(bytes_); }

 private:
  arrow_export::bytes bytes_;
  std::size_t rows_ = 0;
};

/// Texts, as offsets and bytes.
class arrow_texts {
 public:
  /// False where the bytes of all are more than an offset of 32 bits tells.
  [[nodiscard]] bool push(std::string_view text);
  [[nodiscard]] arrow_export take(std::string_view name) &&;

 private:
  std::vector<std::int32_t> ends_{0};
  arrow_export::bytes bytes_;
};

}  // namespace api
}  // namespace v1
}  // namespace sudui
