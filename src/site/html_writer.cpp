// Tested by tests/unit/site/html_writer_test.cpp.
#include "site/html_writer.hpp"

namespace sudui::site {

void append_escaped(std::string& out, std::string_view what) {
  for (const char each : what) {
    switch (each) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default: {
        const auto code = static_cast<unsigned char>(each);
        const bool is_allowed = code >= 0x20 || each == '\n' || each == '\t';
        if (is_allowed && code != 0x7F) out += each;
      }
    }
  }
}

void html_writer::start(std::string_view tag, attributes with) {
  out_.append("<").append(tag);
  for (const auto& [name, held] : with) {
    out_.append(" ").append(name).append("=\"");
    append_escaped(out_, held);
    out_ += '"';
  }
  out_ += '>';
}

html_writer& html_writer::open(std::string_view tag, attributes with) {
  start(tag, with);
  open_.emplace_back(tag);
  return *this;
}

html_writer& html_writer::close() {
  if (open_.empty()) return *this;
  out_.append("</").append(open_.back()).append(">");
  open_.pop_back();
  return *this;
}

html_writer& html_writer::text(std::string_view what) {
  append_escaped(out_, what);
  return *this;
}

html_writer& html_writer::element(std::string_view tag, std::string_view content, attributes with) {
  return open(tag, with).text(content).close();
}

html_writer& html_writer::lone(std::string_view tag, attributes with) {
  start(tag, with);
  return *this;
}

html_writer& html_writer::link(std::string_view to, std::string_view content, attributes with) {
  out_ += "<a href=\"";
  append_escaped(out_, to);
  out_ += '"';
  for (const auto& [name, held] : with) {
    out_.append(" ").append(name).append("=\"");
    append_escaped(out_, held);
    out_ += '"';
  }
  out_ += '>';
  append_escaped(out_, content);
  out_ += "</a>";
  return *this;
}

html_writer& html_writer::line() {
  out_ += '\n';
  return *this;
}

std::string html_writer::take() {
  while (!open_.empty()) close();
  return std::move(out_);
}

}  // namespace sudui::site
