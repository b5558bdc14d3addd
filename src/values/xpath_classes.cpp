// Classes of characters by name. Digits are those of all scripts (Nd), words everything but
// punctuation, separators and others, blanks the four of XML; names are those of XML 1.0, fifth
// edition. Of Unicode's blocks those are here that texts of our users come from, and the ones that
// others build on; an unknown block is no pattern, and is said to be none.
//
// Source: XML Schema part 2 (1.1), appendix G; Unicode 15, Blocks.txt.
// Tested by tests/unit/values/regex_test.cpp and tests/data/feel/patterns.csv.

#include "values/xpath_classes.hpp"

#include <algorithm>
#include <array>

namespace sudui::values {
namespace {

struct block {
  std::string_view name;
  std::string_view points;
};

constexpr block blocks[] = {
    {"IsBasicLatin", "\\x{00}-\\x{7F}"},
    {"IsLatin-1Supplement", "\\x{80}-\\x{FF}"},
    {"IsLatinExtended-A", "\\x{100}-\\x{17F}"},
    {"IsLatinExtended-B", "\\x{180}-\\x{24F}"},
    {"IsIPAExtensions", "\\x{250}-\\x{2AF}"},
    {"IsSpacingModifierLetters", "\\x{2B0}-\\x{2FF}"},
    {"IsCombiningDiacriticalMarks", "\\x{300}-\\x{36F}"},
    {"IsGreek", "\\x{370}-\\x{3FF}"},
    {"IsGreekandCoptic", "\\x{370}-\\x{3FF}"},
    {"IsCyrillic", "\\x{400}-\\x{4FF}"},
    {"IsCyrillicSupplement", "\\x{500}-\\x{52F}"},
    {"IsArmenian", "\\x{530}-\\x{58F}"},
    {"IsHebrew", "\\x{590}-\\x{5FF}"},
    {"IsArabic", "\\x{600}-\\x{6FF}"},
    {"IsDevanagari", "\\x{900}-\\x{97F}"},
    {"IsBengali", "\\x{980}-\\x{9FF}"},
    {"IsTamil", "\\x{B80}-\\x{BFF}"},
    {"IsThai", "\\x{E00}-\\x{E7F}"},
    {"IsLao", "\\x{E80}-\\x{EFF}"},
    {"IsTibetan", "\\x{F00}-\\x{FFF}"},
    {"IsMyanmar", "\\x{1000}-\\x{109F}"},
    {"IsGeorgian", "\\x{10A0}-\\x{10FF}"},
    {"IsHangulJamo", "\\x{1100}-\\x{11FF}"},
    {"IsKhmer", "\\x{1780}-\\x{17FF}"},
    {"IsMongolian", "\\x{1800}-\\x{18AF}"},
    {"IsLatinExtendedAdditional", "\\x{1E00}-\\x{1EFF}"},
    {"IsGreekExtended", "\\x{1F00}-\\x{1FFF}"},
    {"IsGeneralPunctuation", "\\x{2000}-\\x{206F}"},
    {"IsSuperscriptsandSubscripts", "\\x{2070}-\\x{209F}"},
    {"IsCurrencySymbols", "\\x{20A0}-\\x{20CF}"},
    {"IsLetterlikeSymbols", "\\x{2100}-\\x{214F}"},
    {"IsNumberForms", "\\x{2150}-\\x{218F}"},
    {"IsArrows", "\\x{2190}-\\x{21FF}"},
    {"IsMathematicalOperators", "\\x{2200}-\\x{22FF}"},
    {"IsMiscellaneousTechnical", "\\x{2300}-\\x{23FF}"},
    {"IsEnclosedAlphanumerics", "\\x{2460}-\\x{24FF}"},
    {"IsBoxDrawing", "\\x{2500}-\\x{257F}"},
    {"IsBlockElements", "\\x{2580}-\\x{259F}"},
    {"IsGeometricShapes", "\\x{25A0}-\\x{25FF}"},
    {"IsMiscellaneousSymbols", "\\x{2600}-\\x{26FF}"},
    {"IsDingbats", "\\x{2700}-\\x{27BF}"},
    {"IsCJKRadicalsSupplement", "\\x{2E80}-\\x{2EFF}"},
    {"IsKangxiRadicals", "\\x{2F00}-\\x{2FDF}"},
    {"IsCJKSymbolsandPunctuation", "\\x{3000}-\\x{303F}"},
    {"IsHiragana", "\\x{3040}-\\x{309F}"},
    {"IsKatakana", "\\x{30A0}-\\x{30FF}"},
    {"IsBopomofo", "\\x{3100}-\\x{312F}"},
    {"IsHangulCompatibilityJamo", "\\x{3130}-\\x{318F}"},
    {"IsBopomofoExtended", "\\x{31A0}-\\x{31BF}"},
    {"IsEnclosedCJKLettersandMonths", "\\x{3200}-\\x{32FF}"},
    {"IsCJKCompatibility", "\\x{3300}-\\x{33FF}"},
    {"IsCJKUnifiedIdeographsExtensionA", "\\x{3400}-\\x{4DBF}"},
    {"IsCJKUnifiedIdeographs", "\\x{4E00}-\\x{9FFF}"},
    {"IsYiSyllables", "\\x{A000}-\\x{A48F}"},
    {"IsHangulSyllables", "\\x{AC00}-\\x{D7AF}"},
    {"IsPrivateUse", "\\x{E000}-\\x{F8FF}"},
    {"IsCJKCompatibilityIdeographs", "\\x{F900}-\\x{FAFF}"},
    {"IsAlphabeticPresentationForms", "\\x{FB00}-\\x{FB4F}"},
    {"IsArabicPresentationForms-A", "\\x{FB50}-\\x{FDFF}"},
    {"IsCombiningHalfMarks", "\\x{FE20}-\\x{FE2F}"},
    {"IsCJKCompatibilityForms", "\\x{FE30}-\\x{FE4F}"},
    {"IsSmallFormVariants", "\\x{FE50}-\\x{FE6F}"},
    {"IsArabicPresentationForms-B", "\\x{FE70}-\\x{FEFF}"},
    {"IsHalfwidthandFullwidthForms", "\\x{FF00}-\\x{FFEF}"},
    {"IsSpecials", "\\x{FFF0}-\\x{FFFF}"},
    {"IsEmoticons", "\\x{1F600}-\\x{1F64F}"},
    {"IsCJKUnifiedIdeographsExtensionB", "\\x{20000}-\\x{2A6DF}"},
};

constexpr std::string_view categories[] = {"C",  "Cc", "Cf", "Cn", "Co", "L",  "Ll", "Lm", "Lo",
                                           "Lt", "Lu", "M",  "Mc", "Me", "Mn", "N",  "Nd", "Nl",
                                           "No", "P",  "Pc", "Pd", "Pe", "Pf", "Pi", "Po", "Ps",
                                           "S",  "Sc", "Sk", "Sm", "So", "Z",  "Zl", "Zp", "Zs"};

#define SUDUI_NAME_START                                                                      \
  ":A-Z_a-z\\x{C0}-\\x{D6}\\x{D8}-\\x{F6}\\x{F8}-\\x{2FF}\\x{370}-\\x{37D}\\x{37F}-\\x{1FFF}" \
  "\\x{200C}-\\x{200D}\\x{2070}-\\x{218F}\\x{2C00}-\\x{2FEF}\\x{3001}-\\x{D7FF}"              \
  "\\x{F900}-\\x{FDCF}\\x{FDF0}-\\x{FFFD}\\x{10000}-\\x{EFFFF}"
#define SUDUI_NAME_PART SUDUI_NAME_START "\\-.0-9\\x{B7}\\x{300}-\\x{36F}\\x{203F}-\\x{2040}"

constexpr std::string_view name_start = SUDUI_NAME_START;
constexpr std::string_view name_part = SUDUI_NAME_PART;
constexpr std::string_view no_name_start = "[^" SUDUI_NAME_START "]";
constexpr std::string_view no_name_part = "[^" SUDUI_NAME_PART "]";

#undef SUDUI_NAME_PART
#undef SUDUI_NAME_START

}  // namespace

std::string single_escape(char letter) {
  if (letter == 'n' || letter == 'r' || letter == 't') return {'\\', letter};
  constexpr std::string_view signs = "\\|.?*+(){}-[]^$";
  if (signs.find(letter) == std::string_view::npos) return {};
  return {'\\', letter};
}

std::optional<named_class> multi_escape(char letter) noexcept {
  switch (letter) {
    case 's':
      return named_class{R"( \t\n\r)", false};
    case 'S':
      return named_class{R"([^ \t\n\r])", true};
    case 'd':
      return named_class{"\\p{Nd}", false};
    case 'D':
      return named_class{"\\P{Nd}", false};
    case 'w':
      return named_class{R"([^\p{P}\p{Z}\p{C}])", true};
    case 'W':
      return named_class{R"(\p{P}\p{Z}\p{C})", false};
    case 'i':
      return named_class{name_start, false};
    case 'I':
      return named_class{no_name_start, true};
    case 'c':
      return named_class{name_part, false};
    case 'C':
      return named_class{no_name_part, true};
    default:
      return std::nullopt;
  }
}

bool is_category(std::string_view name) noexcept {
  return std::find(std::begin(categories), std::end(categories), name) != std::end(categories);
}

std::string_view block_named(std::string_view name) noexcept {
  const auto* found = std::find_if(std::begin(blocks), std::end(blocks),
                                   [&](const block& each) { return each.name == name; });
  return found == std::end(blocks) ? std::string_view{} : found->points;
}

}  // namespace sudui::values
