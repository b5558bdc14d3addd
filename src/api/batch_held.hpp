#pragma once

#include <sudui/batch.hpp>

#include "columns/match.hpp"

namespace sudui {
inline namespace v1 {
namespace api {

/// What a profile_batch handle holds: whoever fills columns without profiles appends to it.
struct batch_columns {
  columns::batch held;
};

}  // namespace api
}  // namespace v1
}  // namespace sudui
