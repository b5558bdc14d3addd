// Readiness for people, programs and spreadsheets. An input that stands in the way is named with
// its holder; what a policy states and what its inputs ask for stand side by side.
//
// Tested by tests/api/readiness_test.cpp and tests/cli/readiness.sh.
#include <array>
#include <fmt/format.h>

#include <sudui/readiness.hpp>

#include "report/json_parts.hpp"
#include "report/paint.hpp"
#include "report/parts_text.hpp"
#include "report/table.hpp"
#include "report/words.hpp"

namespace sudui::report {
namespace {

constexpr std::array roles = {input_role::confirmation, input_role::submission,
                              input_role::judgement};

std::string_view readiness_word(readiness what) {
  switch (what) {
    case readiness::direct:
      return "direct";
    case readiness::confirm:
      return "confirm";
    case readiness::apply:
      break;
  }
  return "apply";
}

std::string_view role_word(input_role what) {
  switch (what) {
    case input_role::on_record:
      return "on-record";
    case input_role::confirmation:
      return "confirmation";
    case input_role::submission:
      return "submission";
    case input_role::judgement:
      break;
  }
  return "judgement";
}

std::string_view check_word(redemption_check what) {
  switch (what) {
    case redemption_check::as_stated:
      return "as-stated";
    case redemption_check::stated_is_easier:
      return "stated-is-easier";
    case redemption_check::could_be_easier:
      return "could-be-easier";
    case redemption_check::by_oneself:
      break;
  }
  return "by-oneself";
}

std::string_view said_of(input_role what, language in) {
  switch (what) {
    case input_role::confirmation:
      return say(in, "须企业确认", "to be confirmed");
    case input_role::submission:
      return say(in, "须提交", "to be handed in");
    case input_role::judgement:
      return say(in, "须评定", "to be judged");
    case input_role::on_record:
      break;
  }
  return say(in, "部门已有", "on record");
}

const localized& input_label(const policy_input& from) {
  return from.member == nullptr ? from.what->label : from.member->label;
}

std::string input_text(const policy_input& from, language in) {
  std::string out = from.what->label.in(in);
  if (from.member != nullptr) out.append(say(in, "·", ": ")).append(input_label(from).in(in));
  return out + bracketed(from.what->holder_label.in(in), in);
}

class readiness_text {
 public:
  explicit readiness_text(const text_options& options) : options_(options) {}

  [[nodiscard]] std::string write(const std::vector<policy_readiness>& all) {
    for (const policy_readiness& each : all) one(each);
    counts(all);
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string_view say(std::string_view zh, std::string_view en) const {
    return report::say(options_.in, zh, en);
  }

  void one(const policy_readiness& from) {
    const ink with = from.is == readiness::direct    ? ink::green
                     : from.is == readiness::confirm ? ink::yellow
                                                     : ink::plain;
    const std::string word(spoken(readiness_word(from.is), options_.in));
    out_ +=
        fmt::format("{}  {}  {}", paint(word, with, options_.color),
                    paint(from.of->title.in(options_.in), ink::bold, options_.color), from.of->id);
    out_ += '\n';
    for (const input_role role : roles) inputs(from, role);
    if (from.version->discretionary) {
      line(say("竞争性或总量控制，须择优", "competitive or pooled: somebody has to choose"));
    }
    std::string waits;
    for (const parameter* each : from.unpublished) {
      if (!waits.empty()) waits += say("；", "; ");
      waits += each->label.in(options_.in);
    }
    if (!waits.empty()) line(fmt::format("{}{}", say("尚未公布：", "not published: "), waits));
    if (from.is_illustrative) {
      line(say("未找到正式文本，可能另有要求", "no official text was found: it may ask for more"));
    }
    stated(from);
  }

  void inputs(const policy_readiness& from, input_role role) {
    std::string all;
    for (const policy_input& each : from.inputs) {
      if (each.role != role) continue;
      if (!all.empty()) all += say("；", "; ");
      all += input_text(each, options_.in);
    }
    if (all.empty()) return;
    line(fmt::format("{}{}{}", said_of(role, options_.in), say("：", ": "), all));
  }

  void stated(const policy_readiness& from) {
    const std::string_view word = spoken(from.version->redemption, options_.in);
    if (from.check == redemption_check::stated_is_easier) {
      line(fmt::format("{}{}{}", say("政策写明", "the policy states "), word,
                       say("，但所需数据不全在部门", ", yet its inputs ask for more")));
    } else if (from.check == redemption_check::could_be_easier) {
      line(fmt::format("{}{}{}", say("政策写明", "the policy states "), word,
                       say("，按数据可以更简", ", its inputs ask for less")));
    }
  }

  void line(std::string_view what) {
    const auto width = static_cast<std::size_t>(options_.width);
    for (const std::string& each : wrap(what, width > 24 ? width - 4 : 20)) {
      out_ += "    " + each + "\n";
    }
  }

  void counts(const std::vector<policy_readiness>& all) {
    std::array<std::size_t, 3> of{};
    std::array<std::size_t, 4> checks{};
    for (const policy_readiness& each : all) {
      ++of[static_cast<std::size_t>(each.is)];
      ++checks[static_cast<std::size_t>(each.check)];
    }
    out_ += fmt::format(
        fmt::runtime(say("\n{} 项政策：{} 项可免申即享，{} 项可即申即享，{} 项须申报\n"
                         "与政策写明的兑现方式：{} 项一致，{} 项写得更简，{} 项可以更简，"
                         "{} 项由企业自行享受\n",
                         "\n{} policies: {} can be paid without applying, {} on "
                         "confirmation, {} need an application\n"
                         "against the way the policies state: {} agree, {} state "
                         "less, {} state more, {} are claimed by oneself\n")),
        all.size(), of[0], of[1], of[2], checks[0], checks[1], checks[2], checks[3]);
  }

  const text_options& options_;
  std::string out_;
};

void write_input(json_writer& out, const policy_input& from) {
  out.open_object().key("field").text(from.what->name);
  if (from.member != nullptr) out.key("member").text(from.member->name);
  write_given(out, "label", input_label(from));
  write_given(out, "holder", from.what->holder);
  write_given(out, "holder_label", from.what->holder_label);
  out.key("role").text(role_word(from.role)).key("decides").flag(from.decides).close_object();
}

std::string quoted_cell(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string out = "\"";
  for (const char each : text) out.append(each == '"' ? 2 : 1, each);
  return out + '"';
}

}  // namespace
}  // namespace sudui::report

namespace sudui {
inline namespace v1 {

std::string to_text(const std::vector<policy_readiness>& all, const text_options& options) {
  return report::readiness_text(options).write(all);
}

std::string to_json(const std::vector<policy_readiness>& all) {
  report::json_writer out;
  out.open_array();
  for (const policy_readiness& each : all) {
    out.open_object().key("policy").text(each.of->id).key("title");
    report::write(out, each.of->title);
    out.key("readiness").text(report::readiness_word(each.is));
    out.key("stated").text(each.version->redemption);
    out.key("check").text(report::check_word(each.check));
    out.key("discretionary").flag(each.version->discretionary);
    out.key("illustrative").flag(each.is_illustrative).key("inputs").open_array();
    for (const policy_input& input : each.inputs) report::write_input(out, input);
    out.close_array().key("unpublished").open_array();
    for (const parameter* waits : each.unpublished) out.text(waits->name);
    out.close_array().close_object();
  }
  out.close_array();
  return out.take();
}

std::string to_csv(const std::vector<policy_readiness>& all) {
  std::string out = "policy,title,readiness,stated,check,field,label,holder,role\n";
  for (const policy_readiness& each : all) {
    const std::string head = fmt::format(
        "{},{},{},{},{},", report::quoted_cell(each.of->id), report::quoted_cell(each.of->title.zh),
        report::readiness_word(each.is), each.version->redemption, report::check_word(each.check));
    const std::size_t before = out.size();
    for (const policy_input& input : each.inputs) {
      if (input.role == input_role::on_record) continue;
      std::string name = input.what->name;
      if (input.member != nullptr) name += "." + input.member->name;
      out += fmt::format("{}{},{},{},{}\n", head, name,
                         report::quoted_cell(report::input_label(input).zh), input.what->holder,
                         report::role_word(input.role));
    }
    if (out.size() == before) out += head + ",,,\n";
  }
  return out;
}

}  // namespace v1
}  // namespace sudui
