// Handing tables over. Arrow's rule of ownership: the receiver calls `release`, once, on the outer
// struct, and may move children out before, after which their `release` is null. So each array owns
// its own memory, and a parent releases the children that are still its own.
//
// Tested by tests/unit/api/batch_arrow_test.cpp.
#include "api/arrow_export.hpp"

#include <cstring>
#include <memory>

namespace sudui {
inline namespace v1 {
namespace api {
namespace {

struct held_schema {
  std::string format, name;
  std::vector<ArrowSchema> children;
  std::vector<ArrowSchema*> pointers;
};

struct held_array {
  std::vector<arrow_export::bytes> buffers;
  std::vector<const void*> starts;
  std::vector<ArrowArray> children;
  std::vector<ArrowArray*> pointers;
};

template <class Held, class Struct>
void release(Struct* what) {
  const std::unique_ptr<Held> held(static_cast<Held*>(what->private_data));
  for (auto& each : held->children) {
    if (each.release != nullptr) each.release(&each);
  }
  what->release = nullptr;
}

template <class Held>
auto pointers_to(Held& held) {
  for (auto& each : held.children) held.pointers.push_back(&each);
  return held.pointers.data();
}

}  // namespace

ArrowSchema arrow_export::make_schema() const {
  auto held = std::make_unique<held_schema>();
  held->format = format_;
  held->name = name_;
  for (const auto& each : children_) held->children.push_back(each.make_schema());
  ArrowSchema made{};
  made.format = held->format.c_str();
  made.name = held->name.c_str();
  made.flags = ARROW_FLAG_NULLABLE;
  made.n_children = static_cast<std::int64_t>(children_.size());
  made.children = pointers_to(*held);
  made.release = release<held_schema, ArrowSchema>;
  made.private_data = held.release();
  return made;
}

ArrowArray arrow_export::make_array() && {
  auto held = std::make_unique<held_array>();
  held->buffers = std::move(buffers_);
  for (std::size_t i = 0; i < held->buffers.size(); ++i) {
    const bool is_absent = i == 0 && held->buffers[i].empty();  // all is valid
    held->starts.push_back(is_absent ? nullptr : held->buffers[i].data());
  }
  for (auto& each : children_) held->children.push_back(std::move(each).make_array());
  ArrowArray made{};
  made.length = static_cast<std::int64_t>(length_);
  made.null_count = held->starts.front() == nullptr ? 0 : -1;
  made.n_buffers = static_cast<std::int64_t>(held->buffers.size());
  made.n_children = static_cast<std::int64_t>(held->children.size());
  made.buffers = held->starts.data();
  made.children = pointers_to(*held);
  made.release = release<held_array, ArrowArray>;
  made.private_data = held.release();
  return made;
}

void arrow_export::hand_over(ArrowSchema& schema, ArrowArray& array) && {
  schema = make_schema();
  array = std::move(*this).make_array();
}

void arrow_bits::push(bool flag) {
  if (rows_ % 8 == 0) bytes_.push_back(0);
  if (flag) bytes_.back() = static_cast<char>(bytes_.back() | (1 << (rows_ % 8)));
  ++rows_;
}

bool arrow_texts::push(std::string_view text) {
  if (bytes_.size() + text.size() > INT32_MAX) return false;
  bytes_.insert(bytes_.end(), text.begin(), text.end());
  ends_.push_back(static_cast<std::int32_t>(bytes_.size()));
  return true;
}

arrow_export arrow_texts::take(std::string_view name) && {
  arrow_export::bytes ends(ends_.size() * sizeof(std::int32_t));
  std::memcpy(ends.data(), ends_.data(), ends.size());
  const std::size_t length = ends_.size() - 1;
  if (bytes_.empty()) bytes_.push_back(0);  // a buffer is never null
  return {"u", name, length, {{}, std::move(ends), std::move(bytes_)}};
}

}  // namespace api
}  // namespace v1
}  // namespace sudui
