// Random texts are written as scalars of every style by a writer that notes where it put each byte;
// the reader must give the text back and lead every byte to that place. The writer shares nothing
// with the reader, and the texts are made of what is difficult: blanks, line ends, quotes,
// backslashes, wide characters, deeper lines.
#include <random>

#include "catch.hpp"
#include "reading.hpp"

using sudui::tests::json;
using sudui::tests::reading;
using sudui::tests::yaml;
using sudui::text::tree;

namespace {

// A scalar as written, and for every byte of its text the source bytes that stand for it.
struct written {
  std::string source;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> places;

  void skip(std::string_view bytes) { source += bytes; }
  void as_is(std::string_view bytes) {
    for (const char each : bytes) stands_for(std::string(1, each), 1);
  }
  void stands_for(std::string_view bytes, std::size_t text_bytes) {
    const auto begin = static_cast<std::uint32_t>(source.size());
    source += bytes;
    const auto end = static_cast<std::uint32_t>(source.size());
    places.insert(places.end(), text_bytes, {begin, end});
  }
};

using dice = std::mt19937;
using pieces = std::vector<std::string>;

pieces random_pieces(dice& chance, const pieces& alphabet, int most) {
  pieces made;
  for (auto n = static_cast<int>(chance() % static_cast<unsigned>(most)) + 1; n > 0; --n) {
    made.push_back(alphabet[chance() % alphabet.size()]);
  }
  return made;
}

std::string joined(const pieces& of) {
  std::string all;
  for (const std::string& each : of) all += each;
  return all;
}

void check(const reading& read, const tree& scalar, const std::string& text, const written& as) {
  CAPTURE(as.source);
  CHECK(read.findings().empty());
  REQUIRE(scalar.text() == text);
  REQUIRE(as.places.size() == text.size());
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    CAPTURE(i);
    const auto where = scalar.scalar.where(i, i + 1);
    REQUIRE(std::pair(where.begin, where.end) == as.places[i]);
  }
}

void check_yaml(const written& as, const std::string& text) {
  const reading read = yaml(as.source);
  CAPTURE(as.source, read.findings());
  REQUIRE(read.documents.size() == 1);
  REQUIRE(read.documents[0].items.size() == 2);
  check(read, read.documents[0].items[0], text, as);
  CHECK(read.documents[0].items[1].text() == "end");
}

void write_escaped(written& out, const std::string& piece, bool by_number) {
  if (piece == "\n") return out.stands_for("\\n", 1);
  if (piece == "\"") return out.stands_for("\\\"", 1);
  if (piece == "\\") return out.stands_for("\\\\", 1);
  if (by_number && piece == "\u5e74") return out.stands_for("\\u5e74", piece.size());
  out.as_is(piece);
}

}  // namespace

TEST_CASE("double-quoted texts lead back to where they were written", "[syntax][scalar_span]") {
  dice chance(20'240'131);
  const pieces alphabet = {"a",  "bc", " ",  "\u5e74", "\U0001F600", "'",
                           "\"", "\\", "\n", "#",      ": "};
  for (int round = 0; round < 400; ++round) {
    const pieces text = random_pieces(chance, alphabet, 12);
    written out;
    out.skip("- \"");
    for (const std::string& each : text) {
      const bool may_break = each != " " && each != ": " && chance() % 5 == 0;
      if (may_break) out.skip("\\\n    ");  // an escaped line end stands for nothing
      write_escaped(out, each, chance() % 2 == 0);
    }
    out.skip("\"\n- end\n");
    check_yaml(out, joined(text));
  }
}

TEST_CASE("single-quoted texts lead back to where they were written", "[syntax][scalar_span]") {
  dice chance(20'240'229);
  const pieces alphabet = {"a", "b c", "\u5e74", "'", "\"", "\\", "#", ": x", " ", "\n"};
  for (int round = 0; round < 400; ++round) {
    pieces text = random_pieces(chance, alphabet, 12);
    written out;
    out.skip("- '");
    out.as_is("x");
    for (std::string& each : text) {
      if (each == "'") {
        out.stands_for("''", 1);
      } else if (each == " " || each == "\n") {  // folded line ends, text in front and behind
        out.stands_for(each == " " ? " \n   " : "\n \n  ", 1);
        out.as_is("y");
        each += "y";
      } else {
        out.as_is(each);
      }
    }
    out.skip("'\n- end\n");
    check_yaml(out, "x" + joined(text));
  }
}

TEST_CASE("literal blocks lead back to where they were written", "[syntax][scalar_span]") {
  dice chance(20'241'231);
  const pieces alphabet = {"a", "b c", "\u5e74", "'", "\"", "\\", "#", ": ", "  ", "\t"};
  for (int round = 0; round < 400; ++round) {
    const std::string indent(2 + chance() % 4, ' ');
    written out;
    out.skip("- |\n");
    std::string expected;
    for (auto lines = chance() % 5 + 1; lines > 0; --lines) {
      const std::string line = "k" + joined(random_pieces(chance, alphabet, 6));
      const std::string deeper(expected.empty() ? 0 : chance() % 3, ' ');
      out.skip(expected.empty() ? indent : "");
      out.as_is(deeper + line);
      expected += deeper + line + "\n";
      if (lines > 1) out.stands_for("\n" + indent, 1);
    }
    out.skip("\n- end\n");
    const auto end = static_cast<std::uint32_t>(out.source.size() - 6);
    out.places.emplace_back(end - 1, end);  // the last line end
    check_yaml(out, expected);
  }
}

TEST_CASE("JSON strings lead back to where they were written", "[syntax][json]") {
  dice chance(20'250'101);
  const pieces alphabet = {"a", "bc", " ", "\u5e74", "\U0001F600", "'", "\"", "\\", "\n", ":"};
  for (int round = 0; round < 400; ++round) {
    const pieces text = random_pieces(chance, alphabet, 12);
    written out;
    out.skip("[\"");
    for (const std::string& each : text) {
      const bool by_number = chance() % 2 == 0;
      if (by_number && each == "\U0001F600") {
        out.stands_for("\\uD83D\\uDE00", each.size());
      } else {
        write_escaped(out, each, by_number);
      }
    }
    out.skip("\"]");
    const reading read = json(out.source);
    REQUIRE(read.documents.size() == 1);
    check(read, read.documents[0].items.at(0), joined(text), out);
  }
}
