// Arrow arrays by hand, owned by the test.
#pragma once

#include <cstring>
#include <string>
#include <utility>
#include <vector>

#include "api/arrow_export.hpp"

namespace sudui::tests {

template <class T>
api::arrow_export::bytes raw(const std::vector<T>& values) {
  api::arrow_export::bytes made(values.size() * sizeof(T) + 1);
  if (!values.empty()) std::memcpy(made.data(), values.data(), values.size() * sizeof(T));
  return made;
}

inline api::arrow_export::bytes bits(const std::vector<int>& flags) {
  api::arrow_bits made;
  for (const int each : flags) made.push(each != 0);
  return std::move(made).take();
}

/// Numbers of any width; `valid` empty: none is null.
template <class T>
api::arrow_export numbers(const char* format, const char* name, const std::vector<T>& values,
                          const std::vector<int>& valid = {}) {
  return {format, name, values.size(), {bits(valid), raw(values)}};
}

inline api::arrow_export texts(const char* name, const std::vector<std::string>& values,
                               const std::vector<int>& valid = {}) {
  std::vector<std::int32_t> ends{0};
  std::string all;
  for (const auto& each : values) ends.push_back(static_cast<std::int32_t>((all += each).size()));
  return {"u", name, values.size(), {bits(valid), raw(ends), {all.begin(), all.end()}}};
}

inline api::arrow_export lists(const char* name, const std::vector<std::int32_t>& ends,
                               api::arrow_export items) {
  api::arrow_export made("+l", name, ends.size() - 1, {{}, raw(ends)});
  made.add(std::move(items));
  return made;
}

inline api::arrow_export records(std::size_t length, std::vector<api::arrow_export> members) {
  api::arrow_export made(length);
  for (auto& each : members) made.add(std::move(each));
  return made;
}

/// An array that is released at the end.
struct arrow_table {
  explicit arrow_table(api::arrow_export from) { std::move(from).hand_over(schema, array); }
  ~arrow_table() {
    schema.release(&schema);
    array.release(&array);
  }
  arrow_table(const arrow_table&) = delete;
  arrow_table& operator=(const arrow_table&) = delete;

  ArrowSchema schema{};
  ArrowArray array{};
};

}  // namespace sudui::tests
