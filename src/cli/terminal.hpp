#pragma once

#include <string_view>

#include <sudui/report.hpp>
#include <sudui/text.hpp>

namespace sudui::cli {

/// The language of the texts: what `--lang` says, else LC_ALL, LC_MESSAGES or LANG: Chinese for
/// `zh*`, else English. Looks at the arguments before they are parsed, since help texts depend on
/// it.
[[nodiscard]] language language_of(int count, const char* const* arguments);

/// Whether standard output is a terminal that wants colours. NO_COLOR turns them off.
[[nodiscard]] bool wants_color();
[[nodiscard]] bool is_terminal(int descriptor);

/// Options for texts on standard output: language, colours, columns.
[[nodiscard]] text_options text_options_for(language in);

}  // namespace sudui::cli
