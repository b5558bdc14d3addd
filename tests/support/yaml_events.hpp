#pragma once

#include <istream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include "syntax/plain_yaml.hpp"

namespace sudui::tests {

/// One line an event, `plain 3 word`: what a stream says, to be compared.
class yaml_listener : public YAML::EventHandler {
 public:
  std::string told;

  void OnDocumentStart(const YAML::Mark& mark) override { tell("document", mark, 0); }
  void OnDocumentEnd() override { told += "end document\n"; }
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    tell("null", mark, anchor);
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    tell("alias", mark, anchor);
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    tell(tag == "?" ? "plain" : tag == "!" ? "scalar" : "tagged", mark, anchor, value);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    tell(tag != "?" ? "odd sequence" : "sequence", mark, anchor);
  }
  void OnSequenceEnd() override { told += "end sequence\n"; }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    tell(tag != "?" ? "odd mapping" : "mapping", mark, anchor);
  }
  void OnMapEnd() override { told += "end mapping\n"; }

 private:
  void tell(const char* what, const YAML::Mark& mark, YAML::anchor_t anchor,
            std::string_view value = {}) {
    told += what + (" " + std::to_string(mark.pos) + " ");
    if (anchor != 0) told += "&" + std::to_string(anchor) + " ";
    told += std::string(value) + "\n";
  }
};

/// What yaml-cpp says of a stream; `error` where it gives up.
inline std::string events_of_library(const std::string& text) {
  yaml_listener listener;
  std::istringstream in(text);
  try {
    YAML::Parser parser(in);
    while (parser.HandleNextDocument(listener)) continue;
  } catch (const YAML::Exception&) {
    return "error";
  }
  return listener.told;
}

inline std::string events_of(const syntax::plain_stream& stream) {
  using kind = syntax::yaml_event::kind;
  std::string told;
  for (const auto& each : stream.events) {
    auto place = " " + std::to_string(each.at) + " ";
    if (each.anchor != 0) place += "&" + std::to_string(each.anchor) + " ";
    const auto value = std::string(each.value) + "\n";
    switch (each.what) {
      case kind::document:
        told += "document" + place + "\n";
        break;
      case kind::end_document:
        told += "end document\n";
        break;
      case kind::mapping:
        told += "mapping" + place + "\n";
        break;
      case kind::end_mapping:
        told += "end mapping\n";
        break;
      case kind::sequence:
        told += "sequence" + place + "\n";
        break;
      case kind::end_sequence:
        told += "end sequence\n";
        break;
      case kind::plain:
        told += "plain" + place + value;
        break;
      case kind::null:
        told += "null" + place + "\n";
        break;
      case kind::scalar:
        told += "scalar" + place + value;
        break;
      case kind::alias:
        told += "alias" + place + "\n";
        break;
      case kind::passed_over:
        told += "passed over" + place + "\n";
        break;
    }
  }
  return told;
}

}  // namespace sudui::tests
