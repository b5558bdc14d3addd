#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "columns/layout.hpp"
#include "decide/state.hpp"
#include "tables/conditions.hpp"
#include "tables/program.hpp"

namespace sudui::tables {

/// The state that running `result` gives.
[[nodiscard]] columns::state state_in(const values::cell& held) noexcept;

/// What a truth of a text is for each class of its slot.
struct text_truth {
  using maybe = std::optional<columns::state>;  // nothing: it is worked out for each company
  columns::state null{}, unknown{};
  maybe otherwise;                                           // of classes that are not listed
  std::vector<std::pair<std::uint32_t, columns::state>> of;  // by class, ascending

  [[nodiscard]] maybe at(std::uint32_t of_class) const;
};

/// Finds the classes of one slot, and what its truths are for each.
class text_reader {
 public:
  explicit text_reader(const plan::plan& of) : plan_(of), known_(of) {}

  /// The states of `truths` are written into `made`, one each.
  [[nodiscard]] text_classes read(const std::vector<columns::code_table>& truths,
                                  std::vector<text_truth>& made);

 private:
  struct asked {
    columns::code_table code;
    bool is_by_beginnings = false;
    std::vector<std::string> names;
  };
  struct kind_of_text {
    std::string example;
    bool is_named = false;
    std::vector<std::pair<std::uint32_t, columns::state>> states;  // by truth
    std::uint32_t number = 0;                                      // of its class
  };

  void collect_names();
  void collect_kinds();
  void ask(std::uint32_t number, text_truth& into);
  void ask_all(std::uint32_t number);
  void ask_some(std::uint32_t number, columns::state otherwise);
  void number_classes(text_classes& into);
  [[nodiscard]] columns::state state_of(const columns::code_table& what, const values::cell& text);
  [[nodiscard]] bool hangs_on_beginnings(const columns::code_table& what) const;

  const plan::plan& plan_;
  const columns::constants known_;
  decide::state run_;
  std::vector<asked> asked_;
  std::vector<std::string> names_;  // of all, ascending
  std::vector<kind_of_text>
      kinds_;         // of any other text, then two a name: itself, and what begins so
  char foreign_ = 0;  // stands in no name
};

}  // namespace sudui::tables
