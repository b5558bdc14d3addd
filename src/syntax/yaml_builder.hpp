#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include "syntax/anchors.hpp"
#include "syntax/limits.hpp"
#include "syntax/scalar_span.hpp"
#include "text/sink.hpp"
#include "text/source.hpp"
#include "text/tree.hpp"

namespace sudui::syntax {

/// Thrown by the builder, through yaml-cpp, when a limit is exceeded; never leaves `read_yaml`.
struct reading_stopped {};

/// Builds the trees of a stream from the events of yaml-cpp.
class yaml_builder : public YAML::EventHandler {
 public:
  yaml_builder(const text::source& from, std::uint32_t file, text::sink& out, const limits& most);

  /// Parsing starts anew at this byte: marks count from here; what was open is forgotten.
  void restart(std::uint32_t base);
  /// The stream has ended: nothing may stand behind the last document.
  void finish();
  [[nodiscard]] std::vector<text::tree> take() { return std::move(done_); }

  // What an error message wants to know.
  [[nodiscard]] std::uint32_t base() const noexcept { return base_; }
  [[nodiscard]] text::span last_node() const noexcept { return {file_, last_begin_, last_end_}; }
  [[nodiscard]] std::uint32_t innermost_begin() const noexcept;

  void OnDocumentStart(const YAML::Mark& mark) override;
  void OnDocumentEnd() override;
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override;
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override;
  void OnMapEnd() override { close(); }

 private:
  /// A list or mapping whose end has not come yet.
  struct open_node {
    text::tree node;
    YAML::anchor_t anchor = 0;
    std::size_t first = 0;    // of its children among those that wait
    bool has_key = false;     // of a mapping: the next node is a value
    bool key_is_text = true;  // else the value is dropped
    std::string key;
    text::span key_where;
  };

  [[nodiscard]] std::uint32_t place(const YAML::Mark& mark) const noexcept;
  std::uint32_t skip_properties(std::uint32_t at);
  [[nodiscard]] text::span place_of_nothing() const noexcept;
  void open(const YAML::Mark& mark, YAML::anchor_t anchor, text::tree::kind what);
  void close();
  [[nodiscard]] scalar_span trace(const YAML::Mark& mark, std::string value, bool is_plain);
  void add_scalar(scalar_span found, YAML::anchor_t anchor);
  void pass(text::span scalar, bool is_exact) noexcept;
  void finish_node(text::tree&& node, YAML::anchor_t anchor);
  void add(text::tree&& node);
  [[nodiscard]] text::tree* make_room();
  [[nodiscard]] bool wants_key() const noexcept;
  void take_key(open_node& mapping, const text::tree& node);
  void check_colon(const open_node& mapping);
  void check_scalar(const scalar_span& found, std::string_view value);
  void charge(const tree_cost& cost, text::span where);
  bool check_gap(std::uint32_t end);

  const text::source& from_;
  std::uint32_t file_;
  text::sink& out_;
  limits most_;
  std::uint32_t base_ = 0;
  std::uint32_t last_begin_ = 0;  // of the last node that has ended
  std::uint32_t last_end_ = 0;    // behind the last node
  bool last_end_is_exact_ = true;
  std::uint32_t document_begin_ = 0;
  bool has_document_ = false;  // since the last restart
  std::size_t nodes_ = 0;
  std::size_t repeated_bytes_ = 0;  // of texts, by anchors and aliases
  anchors named_;
  std::vector<open_node> open_;
  std::vector<text::tree> items_;           // of open lists, those of inner ones last
  std::vector<text::tree::entry> entries_;  // of open mappings
  std::vector<text::tree> done_;
};

}  // namespace sudui::syntax
