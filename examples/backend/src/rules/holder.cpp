#include "rules/holder.hpp"

#include <algorithm>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <spdlog/spdlog.h>
#include <vector>

namespace backend {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t kept_days = 32;

std::vector<fs::path> rule_files(const fs::path& folder) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file() && entry.path().extension() == ".yaml") {
      found.push_back(entry.path());
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::string read_file(const fs::path& file) {
  std::ifstream input(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(input), {}};
  if (!input) throw fs::filesystem_error("cannot read", file, std::error_code());
  return text;
}

/// Texts named from the folder on, so that no answer and no message shows where the folder is.
std::vector<sudui::source_text> read_rules(const fs::path& folder) {
  std::vector<sudui::source_text> texts;
  const auto files = rule_files(folder);
  texts.reserve(files.size());
  for (const auto& file : files) {
    texts.push_back({fs::relative(file, folder).generic_string(), read_file(file)});
  }
  return texts;
}

/// The first findings: one mistake has consequences, and the mistake need not stand first. All of
/// them stand in the log.
std::string first_of(const sudui::failure& why) {
  constexpr std::size_t most = 5;
  std::string made;
  std::size_t count = 0;
  for (const auto& one : why.details) {
    if (one.level != sudui::severity::error || ++count > most) continue;
    made += fmt::format("{}{}:{}:{}: {}", made.empty() ? "" : "; ", one.where.file, one.where.line,
                        one.where.column, one.message.en);
  }
  if (count > most) made += fmt::format("; and {} more", count - most);
  return made.empty() ? why.message.en : made;
}

}  // namespace

sudui::date today_in_china() {
  return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now() +
                                               std::chrono::hours(8));
}

std::string utc_now() {
  const auto now = std::chrono::system_clock::now();
  const auto whole = std::chrono::floor<std::chrono::seconds>(now);
  const auto part = std::chrono::duration_cast<std::chrono::milliseconds>(now - whole).count();
  return fmt::format("{:%FT%T}.{:03}Z", fmt::gmtime(std::chrono::system_clock::to_time_t(whole)),
                     part);
}

snapshot::snapshot(sudui::rule_set rules, sudui::parameter_values parameters)
    : rules_(std::move(rules)), parameters_(std::move(parameters)) {}

sudui::matcher snapshot::at(sudui::date day, int year) const {
  {
    const std::lock_guard lock(guard_);
    const auto found = std::find_if(recent_.begin(), recent_.end(), [&](const bound& one) {
      return one.day == day && one.year == year;
    });
    if (found != recent_.end()) {
      recent_.splice(recent_.begin(), recent_, found);
      return found->by;
    }
  }
  auto made = rules_.bind(day, {.year = year, .policies = "*", .parameters = parameters_}).value();
  const std::lock_guard lock(guard_);
  recent_.push_front({day, year, made});
  if (recent_.size() > kept_days) recent_.pop_back();
  return made;
}

holder::holder(fs::path rules, fs::path parameters)
    : rules_(std::move(rules)), parameters_(std::move(parameters)) {}

holder::~holder() {
  {
    const std::lock_guard lock(guard_);
    stopping_ = true;
  }
  wake_.notify_all();
  if (thread_.joinable()) thread_.join();
}

bool holder::reload() {
  std::string why;
  try {
    sudui::load_options options;
    options.tests = false;
    const auto texts = read_rules(rules_);
    auto loaded = sudui::load(std::span(texts), options);
    if (loaded) {
      sudui::parameter_values values;
      if (!parameters_.empty()) {
        values = sudui::read_parameters(*loaded, read_file(parameters_), "parameters").value();
      }
      auto made = std::make_shared<const snapshot>(*loaded, std::move(values));
      const auto today = today_in_china();
      (void)made->at(today, static_cast<int>(today.year()));  // a bind that fails is no rule set
      const std::lock_guard lock(swap_);
      held_.swap(made);  // the old ones are let go by whoever uses them last
    } else {
      why = first_of(loaded.error());
      for (const auto& one : loaded.error().details) {
        spdlog::error("rules: {}", sudui::to_text(one, sudui::language::en));
      }
    }
  } catch (const fs::filesystem_error& missing) {
    spdlog::error("rules: {}", missing.what());
    why = "the rules folder or the parameters file cannot be read";
  } catch (const sudui::exception& bad) {
    why = first_of(bad.why());
  }
  const std::lock_guard lock(guard_);
  ++(why.empty() ? state_.loads : state_.failures);
  state_.last_error = why;
  if (why.empty()) {
    state_.loaded_at = utc_now();
    const auto held = now();
    spdlog::info("rules: {} policies in use, digest {}", held->rules().policies().size(),
                 held->rules().digest());
  } else {
    spdlog::error("rules: not loaded, the old ones stay in use: {}", why);
  }
  return why.empty();
}

holder::state holder::tell() const {
  const std::lock_guard lock(guard_);
  return state_;
}

void holder::ask() noexcept {
  const std::lock_guard lock(guard_);
  asked_ = true;
  wake_.notify_all();
}

std::string holder::fingerprint() const {
  std::string made;
  const auto note = [&](const fs::path& file) {
    made += fmt::format("{}|{}|{}\n", file.string(), fs::file_size(file),
                        fs::last_write_time(file).time_since_epoch().count());
  };
  try {
    for (const auto& file : rule_files(rules_)) note(file);
    if (!parameters_.empty()) note(parameters_);
  } catch (const fs::filesystem_error&) {
    return made + "gone";  // in the middle of a change: the next look tells
  }
  return made;
}

void holder::watch(std::chrono::milliseconds every) {
  thread_ = std::thread([this, every] { run(every); });
}

void holder::run(std::chrono::milliseconds every) {
  std::string in_use = fingerprint(), seen = in_use;
  std::unique_lock lock(guard_);
  while (!stopping_) {
    wake_.wait_for(lock, every, [&] { return asked_ || stopping_; });
    if (stopping_) return;
    const bool asked = std::exchange(asked_, false);
    lock.unlock();
    auto here = fingerprint();
    // A folder that still changes is left alone until two looks agree.
    if (asked || (here != in_use && here == seen)) {
      in_use = here;
      reload();
    }
    seen = std::move(here);
    lock.lock();
  }
}

}  // namespace backend
