#pragma once

#include <string>

namespace sudui::ingest {

enum class text_encoding : unsigned char { utf8, gb18030 };

/// Turns GB18030 (and so GBK and GB2312), as Excel writes it in China, into UTF-8. One thread at a
/// time.
class gb18030_decoder {
 public:
  gb18030_decoder();
  gb18030_decoder(const gb18030_decoder&) = delete;
  gb18030_decoder& operator=(const gb18030_decoder&) = delete;
  ~gb18030_decoder();

  /// False where this system cannot convert it.
  [[nodiscard]] bool is_available() const noexcept;
  /// Replaces a whole line by its UTF-8. False, and nothing is replaced, where it is no GB18030.
  [[nodiscard]] bool decode(std::string& line);

 private:
  void* converter_;  // iconv_t
  std::string made_;
};

}  // namespace sudui::ingest
