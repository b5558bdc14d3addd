#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <sudui/decision.hpp>
#include <sudui/export.hpp>
#include <sudui/matcher.hpp>
#include <sudui/profile.hpp>
#include <sudui/value.hpp>

namespace sudui {
inline namespace v1 {

namespace api {
struct verdict_program;
struct verdict_memory;
struct slot_memory;
}  // namespace api

/// One company with its values where the conditions look for them: no names, no text, eight bytes a
/// value; a pointer to one block of memory. Written by a slot_writer, for the verdict_matcher that
/// made that. Copies own their contents; any number of threads may match one.
class SUDUI_API company_slots {
 public:
  company_slots() noexcept = default;
  company_slots(const company_slots& other);
  company_slots& operator=(const company_slots& other);
  company_slots(company_slots&&) noexcept = default;
  company_slots& operator=(company_slots&&) noexcept = default;
  ~company_slots() = default;

  /// Policies that no table takes for this company, and that are decided already.
  [[nodiscard]] std::size_t settled_by_rows() const noexcept;
  [[nodiscard]] std::size_t bytes() const noexcept;

 private:
  friend class slot_writer;
  friend class verdict_matcher;
  [[nodiscard]] std::span<const std::uint64_t> company() const noexcept;
  void assign(std::span<const std::uint64_t> company, std::size_t settled);

  std::unique_ptr<std::uint64_t[]> words_;  // room, words used, policies settled, the company
};

/// Verdicts of one company, and the memory they are worked out in: used again by the next match.
/// One thread at a time.
class SUDUI_API company_verdicts {
 public:
  company_verdicts();
  company_verdicts(company_verdicts&&) noexcept;
  company_verdicts& operator=(company_verdicts&&) noexcept;
  ~company_verdicts();

  [[nodiscard]] verdict of(std::size_t policy) const noexcept;
  /// Bit p % 64 of word p / 64 stands for the policy at position p; bits behind the last are 0.
  [[nodiscard]] std::span<const std::uint64_t> eligible() const& noexcept;
  /// Eligible or undetermined.
  [[nodiscard]] std::span<const std::uint64_t> possible() const& noexcept;
  std::span<const std::uint64_t> eligible() const&& = delete;
  std::span<const std::uint64_t> possible() const&& = delete;

 private:
  friend class verdict_matcher;
  std::unique_ptr<api::verdict_memory> held_;
};

/// Writes companies into slots, one after the other: from a profile, or value by value without one.
/// Memory is kept; one thread at a time.
class SUDUI_API slot_writer {
 public:
  slot_writer(slot_writer&&) noexcept;
  slot_writer& operator=(slot_writer&&) noexcept;
  ~slot_writer();

  /// As matcher::match reads it: a value of the wrong type counts as unknown. Allocates nothing
  /// once warm.
  void write(const profile& company, company_slots& into);

  /// Forgets what was set; nothing is known of the next company.
  void start();
  /// At most once a slot and company. What does not fit the slot's field is unknown; `held` must
  /// live until `write`.
  void set(std::size_t slot, const value& held);
  /// The company that has been set since `start`.
  void write(company_slots& into);

  explicit slot_writer(std::unique_ptr<api::slot_memory> held) noexcept;

 private:
  std::unique_ptr<api::slot_memory> held_;
};

/// A matcher made ready for verdicts of single companies at once: the same verdicts as
/// matcher::match, a hundred times as fast. Amounts, what is missing and why is what
/// matcher::match and explain are for. Of catalogues of more than some five hundred policies a
/// company is looked at by clusters: of regional ones mostly by those of its region. An immutable
/// handle; any number of threads, each with a writer and verdicts of its own.
///
/// \code
/// const sudui::verdict_matcher quick(matcher);
/// auto writer = quick.writer();
/// sudui::company_slots company;
/// sudui::company_verdicts decided;
/// writer.write(profile, company);
/// quick.match(company, decided);
/// if (decided.of(0) == sudui::verdict::eligible) tell(*quick.policies()[0]);
/// \endcode
class SUDUI_API verdict_matcher {
 public:
  /// Lays out the tables: some milliseconds for a hundred policies.
  explicit verdict_matcher(const matcher& by);

  [[nodiscard]] const matcher& by() const noexcept;
  /// Policies in force, by id, as in matcher::match.
  [[nodiscard]] std::span<const policy* const> policies() const noexcept;
  /// Conditions that are worked out by rows when a company is written, of all policies.
  [[nodiscard]] std::size_t conditions_by_rows() const noexcept;
  /// Policies that rows decide for every company, when it is written.
  [[nodiscard]] std::size_t policies_by_rows() const noexcept;

  /// The slot of a field, of a yearly one for the year; nothing where no policy reads it.
  [[nodiscard]] std::optional<std::size_t> slot(std::string_view field,
                                                std::optional<int> year = std::nullopt) const;
  [[nodiscard]] slot_writer writer() const;

  /// `company` must have been written by a writer of this handle or a copy of it. Throws nothing
  /// but std::bad_alloc; allocates nothing once warm.
  void match(const company_slots& company, company_verdicts& into) const;

 private:
  std::shared_ptr<const api::verdict_program> held_;
};

}  // namespace v1
}  // namespace sudui
