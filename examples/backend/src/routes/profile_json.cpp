#include "routes/profile_json.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

#include "http/reply.hpp"

namespace backend {
namespace {

using members = std::map<std::string, std::string, std::less<>>;

refused no_json() {
  return {400, "bad-json", "the body is not a JSON object", "请求体不是 JSON 对象"};
}

void check_syntax(std::string_view text) {
  boost::json::parse_options options;
  options.max_depth = 32;
  boost::json::error_code bad;
  const auto parsed = boost::json::parse({text.data(), text.size()}, bad, {}, options);
  if (bad || !parsed.is_object()) throw no_json();
}

std::size_t after_string(std::string_view text, std::size_t at) {
  for (++at; text[at] != '"'; ++at) {
    if (text[at] == '\\') ++at;
  }
  return at + 1;
}

std::size_t after_space(std::string_view text, std::size_t at) {
  return text.find_first_not_of(" \t\r\n", at);
}

/// Past one value; `text` is known to be JSON.
std::size_t after_value(std::string_view text, std::size_t at) {
  int depth = 0;
  while (true) {
    const char one = text[at];
    if (one == '"') {
      at = after_string(text, at);
    } else {
      if (one == '{' || one == '[') ++depth;
      if (one == '}' || one == ']') --depth;
      ++at;
    }
    if (depth > 0) continue;
    if (one == '"' || one == '}' || one == ']') return at;
    const char next = text[at];
    if (next == ',' || next == '}' || next == ']' || next <= ' ') return at;
  }
}

members split(std::string_view object) {
  members found;
  std::size_t at = after_space(object, object.find('{') + 1);
  while (object[at] != '}') {
    const auto name_end = after_string(object, at);
    auto name = text_of(object.substr(at, name_end - at), "");
    at = after_space(object, object.find(':', name_end) + 1);
    const auto end = after_value(object, at);
    if (!found.emplace(std::move(name), object.substr(at, end - at)).second) {
      throw refused(400, "member-twice", "a member stands twice in an object",
                    "对象中有重复的成员");
    }
    at = after_space(object, end);
    if (object[at] == ',') at = after_space(object, at + 1);
  }
  return found;
}

}  // namespace

members members_of(std::string_view object) {
  check_syntax(object);
  return split(object);
}

std::string text_of(std::string_view raw, std::string_view member) {
  boost::json::error_code bad;
  const auto parsed = boost::json::parse({raw.data(), raw.size()}, bad);
  if (bad || !parsed.is_string()) {
    throw refused(400, "bad-member", fmt::format("`{}` must be a text", member),
                  fmt::format("`{}` 应为文本", member));
  }
  return std::string(parsed.get_string());
}

std::string to_json(const sudui::diagnostics& findings) {
  std::string made = "[";
  for (const auto& one : findings) {
    if (made.size() > 1) made += ',';
    made += fmt::format(R"({{"code":{},"line":{},"column":{},"message":{{"zh":{},"en":{}}}}})",
                        json_text(one.code), one.where.line, one.where.column,
                        json_text(one.message.zh), json_text(one.message.en));
  }
  return made + ']';
}

}  // namespace backend
