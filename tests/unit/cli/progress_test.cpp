#include "cli/progress.hpp"

#include "catch.hpp"

using namespace sudui;
using cli::progress_state;
using cli::progress_text;

TEST_CASE("progress tells rows, rate, share and the time that is left", "[cli][progress]") {
  const progress_state half{1'200'000, 0, 10, 500, 1000, 0};
  CHECK(progress_text(half, language::en) == "1,200,000 rows  120,000 rows/s  50 %  left: 10 s");
  CHECK(progress_text(half, language::zh) == "1,200,000 行  120,000 行/秒  50 %  还需 10 秒");
}

TEST_CASE("progress of a pipe knows no share", "[cli][progress]") {
  CHECK(progress_text({999, 0, 2, 500, 0, 0}, language::en) == "999 rows  499 rows/s");
  CHECK(progress_text({7, 0, 0, 0, 0, 0}, language::en) == "7 rows");
}

TEST_CASE("a run that goes on is measured by its own rows and bytes", "[cli][progress]") {
  CHECK(progress_text({1000, 900, 10, 600, 1000, 500}, language::en) ==
        "1,000 rows  10 rows/s  60 %  left: 40 s");
}

TEST_CASE("long times are told in minutes and hours", "[cli][progress]") {
  CHECK(progress_text({1, 0, 1, 1, 76, 0}, language::en).ends_with("left: 1:15 min"));
  CHECK(progress_text({1, 0, 1, 1, 7261, 0}, language::en).ends_with("left: 2:01 h"));
}
