#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include <sudui/decision.hpp>
#include <sudui/export.hpp>
#include <sudui/matcher.hpp>
#include <sudui/profile.hpp>
#include <sudui/result.hpp>

struct ArrowArray;   // sudui/arrow.h
struct ArrowSchema;  // NOLINT: the names that the specification gives

namespace sudui {
inline namespace v1 {

namespace api {
struct batch_program;
struct batch_columns;
struct batch_answers;
}  // namespace api

/// Companies as columns, for one batch_matcher. Filled row by row, emptied and filled again; a
/// hundred thousand companies or fewer a batch keep memory small and lose no speed. One thread at a
/// time while it is filled.
class SUDUI_API profile_batch {
 public:
  profile_batch(profile_batch&&) noexcept;
  profile_batch& operator=(profile_batch&&) noexcept;
  ~profile_batch();

  /// Copies what the policies read. A value of the wrong type counts as unknown, as in
  /// matcher::match. At most 2^32 - 1 companies, and as many items of one list. O(fields).
  void append(const profile& company);
  /// Appends a table of Arrow's C data interface (sudui/arrow.h): a struct array, a row a company,
  /// its children named as the headers of a CSV are, `industry_code` or `rd_expense@2022`. Bool,
  /// whole numbers, decimal128, date32, utf8 (also as a dictionary), lists and structs of these;
  /// numbers in the base unit of their field, null for unknown. Floating point is refused. The
  /// caller keeps the table and releases it. Returns warnings, such as names that are no field;
  /// fails with `bad_profile`, and then has appended nothing. O(values).
  [[nodiscard]] result<diagnostics> append(const ArrowSchema& schema, const ArrowArray& table);
  void clear() noexcept;  ///< keeps the memory
  [[nodiscard]] std::size_t size() const noexcept;

  explicit profile_batch(std::unique_ptr<api::batch_columns> held) noexcept;
  [[nodiscard]] api::batch_columns& held() noexcept { return *held_; }

 private:
  friend class batch_matcher;
  std::unique_ptr<api::batch_columns> held_;
};

/// One benefit of one company.
struct batch_award {
  std::uint32_t row = 0;
  std::uint32_t policy = 0;  ///< position in batch_matcher::policies()
  const benefit* what = nullptr;
  amount how_much;
};

/// What one decision of one company waits for.
struct batch_missing {
  std::uint32_t row = 0;
  std::uint32_t policy = 0;                ///< position in batch_matcher::policies()
  std::span<const missing_input> verdict;  ///< as decision::missing
  std::span<const missing_input> amounts;  ///< as decision::amount_missing
};

/// What groups make of one policy of one company.
struct batch_standing {
  std::uint32_t row = 0;
  std::uint32_t policy = 0;  ///< position in batch_matcher::policies()
  standing to = standing::kept;
  std::span<const group_effect> effects;  ///< as decision::effects
};

/// Verdicts and amounts of a batch, and the memory they stand in: used again by the next match. One
/// thread at a time.
class SUDUI_API decision_batch {
 public:
  decision_batch();
  decision_batch(decision_batch&&) noexcept;
  decision_batch& operator=(decision_batch&&) noexcept;
  ~decision_batch();

  [[nodiscard]] std::size_t size() const noexcept;  ///< companies
  /// Of the policy at that position: bit r % 64 of word r / 64 stands for company r. Bits behind
  /// the last company are 0.
  [[nodiscard]] std::span<const std::uint64_t> eligible(std::size_t policy) const& noexcept;
  /// Eligible or undetermined.
  [[nodiscard]] std::span<const std::uint64_t> possible(std::size_t policy) const& noexcept;
  std::span<const std::uint64_t> eligible(std::size_t policy) const&& = delete;
  std::span<const std::uint64_t> possible(std::size_t policy) const&& = delete;
  [[nodiscard]] verdict of(std::size_t policy, std::size_t row) const noexcept;

  /// Every benefit of every company that is eligible (of estimates: or undetermined), by company,
  /// policy and benefit. Empty unless asked for.
  [[nodiscard]] std::span<const batch_award> awards() const& noexcept;
  std::span<const batch_award> awards() const&& = delete;
  /// Every decision that waits for something, by company and policy. Empty unless asked for.
  [[nodiscard]] std::span<const batch_missing> missing() const& noexcept;
  std::span<const batch_missing> missing() const&& = delete;
  /// Every policy that a group had something to settle for, by company and policy. Empty where only
  /// verdicts were asked for. Awards are those of each policy by itself.
  [[nodiscard]] std::span<const batch_standing> standings() const& noexcept;
  std::span<const batch_standing> standings() const&& = delete;
  /// Decisions that columns left to the row executor, of all policies and companies.
  [[nodiscard]] std::uint64_t settled_by_rows() const noexcept;

 private:
  friend class batch_matcher;
  std::unique_ptr<api::batch_answers> held_;
};

/// The caller's own threads for a batch: the library starts none.
struct batch_options {
  /// Into how many pieces a batch may be cut, of thousands of companies each. Every piece has
  /// memory of its own in the decision_batch.
  std::size_t pieces = 1;
  /// Calls `piece(i)` once for each i < count, on any threads, at once or one after another, and
  /// returns when all have returned. Pieces throw nothing; what this itself throws leaves match.
  /// Empty: the calling thread does everything.
  std::function<void(std::size_t count, const std::function<void(std::size_t)>& piece)>
      parallel_for;
};

/// A matcher made ready for columns: the same answers as matcher::match, many times as fast for
/// many companies. An immutable handle; any number of threads, each with batches of its own.
///
/// \code
/// const sudui::batch_matcher all(matcher);
/// auto companies = all.batch();
/// while (read(company)) companies.append(company);
/// sudui::decision_batch decided;
/// all.match(companies, decided);
/// for (const auto& each : decided.awards()) pay(each.row, *each.what, each.how_much);
/// \endcode
class SUDUI_API batch_matcher {
 public:
  /// Compiles the conditions: some milliseconds for a hundred policies.
  explicit batch_matcher(const matcher& by);

  [[nodiscard]] const matcher& by() const noexcept;
  /// Policies in force, by id, as in matcher::match.
  [[nodiscard]] std::span<const policy* const> policies() const noexcept;
  /// Their versions on that day: whose benefits are awarded.
  [[nodiscard]] std::span<const policy_version* const> versions() const noexcept;
  /// Clauses that columns cannot take and rows settle, of all policies.
  [[nodiscard]] std::size_t clauses_left_to_rows() const noexcept;
  /// Whose inner loops decide: `avx512`, `avx2`, `neon`, `portable`; all give the same answers. The
  /// fastest that runs here, or what the variable SUDUI_KERNELS of the environment names, as tests
  /// do; found once.
  [[nodiscard]] static std::string_view kernels() noexcept;

  [[nodiscard]] profile_batch batch() const;
  enum class wanted : std::uint8_t {
    verdicts,
    amounts,    ///< and what those that are eligible get
    estimates,  ///< and what undetermined ones would: intervals, several times as dear
    missing,    ///< and what all these decisions wait for
    payable     ///< as `amounts`, and what these amounts wait for: `missing` of the eligible
  };
  /// `companies` must come from `batch()` of this handle or a copy of it. Throws nothing but
  /// std::bad_alloc; allocates nothing for verdicts once warm.
  void match(const profile_batch& companies, decision_batch& into,
             wanted what = wanted::amounts) const;
  /// The same by the caller's threads, with the same answers for any number of pieces. Neither
  /// batch may be touched meanwhile.
  void match(const profile_batch& companies, decision_batch& into, wanted what,
             const batch_options& how) const;
  /// What an undetermined decision waits for; empty for any other. As decision::missing.
  [[nodiscard]] std::vector<missing_input> missing(const profile_batch& companies,
                                                   decision_batch& of, std::size_t policy,
                                                   std::size_t row) const;

  /// Hands the verdicts over as a struct array, a row a company and a nullable boolean a policy,
  /// named by its id: eligible, not eligible, or null while undetermined. The receiver releases
  /// both. Throws nothing but std::bad_alloc.
  void export_verdicts(const decision_batch& of, ArrowSchema& schema, ArrowArray& table) const;
  /// Hands the awards over as a struct array, a row a benefit: `row` (uint32), `policy`, `benefit`,
  /// `kind`, `unit` and `amount` (utf8; the last one of exact, interval, unknown, null, none),
  /// `low` and `high` (decimal128, null where open). False, and nothing is made, where a figure has
  /// more than 38 digits at the places of the others, or the texts have more than 2^31 bytes.
  [[nodiscard]] bool export_awards(const decision_batch& of, ArrowSchema& schema,
                                   ArrowArray& table) const;

 private:
  std::shared_ptr<const api::batch_program> held_;
};

}  // namespace v1
}  // namespace sudui
