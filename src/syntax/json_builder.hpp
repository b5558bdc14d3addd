#pragma once

#include <boost/json/error.hpp>
#include <boost/json/string_view.hpp>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/limits.hpp"
#include "text/sink.hpp"
#include "text/tree.hpp"

namespace sudui::syntax {

/// Builds a tree from the events of Boost.JSON's parser.
class json_builder {
 public:
  using error = boost::json::error_code;
  using chars = boost::json::string_view;

  // What the parser asks of its handler; sizes are limited by the text as a whole.
  static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);

  explicit json_builder(const limits& most) : most_(most) {}

  /// What follows are the events of this text.
  void start(std::string_view bytes, std::uint32_t file, text::sink& out);
  [[nodiscard]] text::tree take() { return std::move(root_); }
  /// A finding has been reported and the parser told to stop.
  [[nodiscard]] bool has_stopped() const noexcept { return has_stopped_; }

  bool on_document_begin(error&) { return true; }
  bool on_document_end(error&) { return true; }
  bool on_object_begin(error& e) { return open(text::tree::kind::mapping, e); }
  bool on_object_end(std::size_t, error&) { return close(); }
  bool on_array_begin(error& e) { return open(text::tree::kind::sequence, e); }
  bool on_array_end(std::size_t, error&) { return close(); }
  bool on_key_part(chars part, std::size_t, error&) { return keep(part); }
  bool on_key(chars part, std::size_t, error&) { return keep(part) && add_key(); }
  bool on_string_part(chars part, std::size_t, error&) { return keep(part); }
  bool on_string(chars part, std::size_t, error& e) { return keep(part) && add_string(e); }
  // Numbers are taken from the source as they are written; the parser's conversion is not used.
  bool on_number_part(chars, error&) { return true; }
  bool on_int64(std::int64_t, chars, error& e) { return add_word(text::tree::style::number, e); }
  bool on_uint64(std::uint64_t, chars, error& e) { return add_word(text::tree::style::number, e); }
  bool on_double(double, chars, error& e) { return add_word(text::tree::style::number, e); }
  bool on_bool(bool, error& e) { return add_word(text::tree::style::boolean, e); }
  bool on_null(error& e) { return add_word(text::tree::style::null, e); }
  bool on_comment_part(chars, error&) { return true; }
  bool on_comment(chars, error&) { return true; }

 private:
  struct open_node {
    text::tree node;
    std::string key;  // of the entry that is being read
    text::span key_where;
  };

  bool open(text::tree::kind what, error& e);
  bool close();
  bool keep(chars part);
  bool add_key();
  bool add_string(error& e);
  bool add_word(text::tree::style how, error& e);
  bool count(std::uint32_t at, error& e);
  bool stop(text::message why, text::span where, text::sink::arguments args, error& e);
  bool add(text::tree node);
  text::span next_string();
  std::uint32_t next_token();

  limits most_;
  std::string_view bytes_;
  std::uint32_t file_ = 0;
  text::sink* out_ = nullptr;
  std::uint32_t at_ = 0;  // behind the last token
  std::size_t nodes_ = 0;
  bool has_stopped_ = false;
  std::string part_;  // of the string that is being read
  std::vector<open_node> open_;
  text::tree root_;
};

}  // namespace sudui::syntax
