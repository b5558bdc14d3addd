#include "cli/in_order.hpp"

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "catch.hpp"

using namespace sudui::cli;

namespace {

// Numbered blocks; each answers with its number, the even ones after a while.
struct numbered {
  block_flow flow;
  std::uint64_t given = 0, most = 200;
  std::vector<std::uint64_t> put;
  std::atomic<std::uint64_t> largest_lead{0}, done{0};

  numbered() {
    flow.take = [this](row_block& block) {
      block.end = given++;
      largest_lead = std::max<std::uint64_t>(largest_lead, given - done);
      return block.end < most;
    };
    flow.make_worker = [] {
      return [](const row_block& block, block_answer& into) {
        into.clear();
        if (block.end % 2 == 0) std::this_thread::sleep_for(std::chrono::microseconds(300));
        into.end = block.end;
      };
    };
    flow.put = [this](block_answer& answer) {
      put.push_back(answer.end);
      ++done;
      return true;
    };
  }

  [[nodiscard]] bool is_in_order() const {
    for (std::uint64_t i = 0; i < put.size(); ++i) {
      if (put[i] != i) return false;
    }
    return true;
  }
};

}  // namespace

TEST_CASE("answers come in the order of the blocks for any number of threads", "[cli][in_order]") {
  for (const unsigned threads : {1U, 2U, 7U}) {
    numbered run;
    run_in_order(threads, run.flow);
    CHECK(run.put.size() == 200);
    CHECK(run.is_in_order());
    CHECK(run.largest_lead <= 2 * threads + 1);
  }
}

TEST_CASE("a run stops where the answers are no longer wanted", "[cli][in_order]") {
  numbered run;
  run.flow.put = [&](block_answer& answer) {
    run.put.push_back(answer.end);
    ++run.done;
    return answer.end < 10;
  };
  run_in_order(3, run.flow);
  CHECK(run.put.size() == 11);
  CHECK(run.is_in_order());
}

TEST_CASE("what a thread throws ends the run and is thrown by it", "[cli][in_order]") {
  numbered run;
  run.flow.make_worker = [] {
    return [](const row_block& block, block_answer& into) {
      into.end = block.end;
      if (block.end == 20) throw std::runtime_error("broken");
    };
  };
  CHECK_THROWS_AS(run_in_order(4, run.flow), std::runtime_error);
  CHECK(run.put.size() <= 20);
  CHECK(run.is_in_order());
}
