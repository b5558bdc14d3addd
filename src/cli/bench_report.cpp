// Tested by tests/cli/bench.sh.
#include <algorithm>
#include <fmt/format.h>

#include "cli/bench_run.hpp"
#include "report/json_parts.hpp"
#include "report/table.hpp"
#include "report/words.hpp"

namespace sudui::cli {
namespace {

constexpr std::size_t most_shown = 10;

class bench_page {
 public:
  bench_page(const batch_matcher& by, const bench_result& of, const text_options& options)
      : by_(by), of_(of), options_(options) {}

  [[nodiscard]] std::string text() const {
    return head() + "\n" + runs() + "\n" + policies() + "\n" + predicates();
  }

 private:
  [[nodiscard]] std::string say(std::string_view zh, std::string_view en) const {
    return std::string(report::say(options_.in, zh, en));
  }

  [[nodiscard]] std::string head() const {
    return fmt::format(
        "{}: {}, {}: {}, {} {}, {}: {}, {}: {}\n{}: {}, {}: {:.2f}\n{}\n", say("企业", "companies"),
        of_.companies, say("政策", "policies"), of_.policies, say("截至", "as of"),
        to_string(by_.by().as_of()), say("退回", "rejected"), of_.rejected,
        say("内层循环", "inner loops"), batch_matcher::kernels(),
        say("逐家判断的条件", "clauses left to rows"), of_.clauses_left,
        say("每家企业由逐家判断定下的政策", "decisions a company that rows settle"), of_.settled,
        fmt::format(fmt::runtime(say("已核对：前 {} 家企业按列与逐家的判断和金额一致",
                                     "checked: columns and rows agree on verdicts and amounts of "
                                     "the first {} companies")),
                    of_.sample));
  }

  void add_run(report::table& rows, const std::string& name, const spread& time,
               const std::string& ratio) const {
    rows.add({name, fmt::format("{:.1f}", time.median),
              fmt::format("{:.1f} .. {:.1f}", time.least, time.most),
              fmt::format("{:.2f}", time.median / static_cast<double>(of_.policies)), ratio});
  }

  [[nodiscard]] std::string runs() const {
    report::table rows(static_cast<std::size_t>(options_.width), report::table::none, {1, 2, 3});
    rows.add({say("一个线程，纳秒", "one thread, ns"), say("每家企业", "a company"),
              say("最小 .. 最大", "least .. most"), say("每项政策", "a policy"), ""});
    add_run(rows, say("只读取各列", "reading the columns alone"), of_.columns, "");
    const auto ratio = [&](const spread& time, const spread& base, const std::string& what) {
      return fmt::format("{:.2f} x {}", time.median / std::max(base.median, 1e-9), what);
    };
    add_run(rows, say("判断", "verdicts"), of_.verdicts,
            ratio(of_.verdicts, of_.columns, say("读取", "reading")));
    add_run(rows, say("判断和金额", "verdicts and amounts"), of_.amounts,
            ratio(of_.amounts, of_.verdicts, say("判断", "verdicts")));
    add_run(rows, say("逐家判断", "one by one"), of_.one_by_one,
            ratio(of_.one_by_one, of_.amounts, say("按列", "columns")));
    const spread input{of_.reading, of_.reading, of_.reading};
    add_run(rows, say("读取输入（一次）", "reading the input (once)"), input,
            ratio(input, of_.amounts, say("判断和金额", "verdicts and amounts")));
    return rows.to_string(0) +
           fmt::format("{} {}\n", say("中位数，轮数：", "medians, rounds:"), of_.rounds);
  }

  [[nodiscard]] std::string share_of(double cost) const {
    return fmt::format("{:.1f} %", 100 * cost / std::max(of_.parts, 1e-9));
  }

  [[nodiscard]] std::string policies() const {
    report::table rows(static_cast<std::size_t>(options_.width), report::table::none,
                       {1, 2, 3, 4, 5});
    rows.add({say("最费时的政策", "dearest policies"), say("份额", "share"), say("纳秒", "ns"),
              say("谓词", "predicates"), say("合并", "joining"), say("逐家", "rows")});
    for (std::size_t i = 0; i < std::min(most_shown, of_.by_policy.size()); ++i) {
      const auto& each = of_.by_policy[i];
      rows.add({each.of->id, share_of(each.sum()), fmt::format("{:.2f}", each.sum()),
                fmt::format("{:.2f}", each.nodes), fmt::format("{:.2f}", each.joining),
                fmt::format("{:.2f}", each.rows)});
    }
    return rows.to_string(0);
  }

  [[nodiscard]] std::string predicates() const {
    std::string out = say("最费时的谓词（份额，纳秒，问到它的政策数）",
                          "dearest predicates (share, ns, policies that ask it)") +
                      "\n";
    for (std::size_t i = 0; i < std::min(most_shown, of_.by_predicate.size()); ++i) {
      const auto& each = of_.by_predicate[i];
      out += fmt::format("{:>7}  {:>6.2f}  {:>3}  {}:{}: {} {}\n      {}\n", share_of(each.cost),
                         each.cost, each.policies, each.in->where.file, each.in->where.line,
                         each.of->id, each.in->id, each.in->formula);
    }
    return out;
  }

  const batch_matcher& by_;
  const bench_result& of_;
  const text_options& options_;
};

std::string digits(double nanoseconds) { return fmt::format("{:.3f}", nanoseconds); }

void write_spread(report::json_writer& out, std::string_view key, const spread& of) {
  out.key(key).open_object().key("median").text(digits(of.median));
  out.key("least").text(digits(of.least)).key("most").text(digits(of.most)).close_object();
}

void write_runs(report::json_writer& out, const bench_result& of) {
  out.key("ns_a_company").open_object();
  write_spread(out, "columns_alone", of.columns);
  write_spread(out, "verdicts", of.verdicts);
  write_spread(out, "verdicts_and_amounts", of.amounts);
  write_spread(out, "one_by_one", of.one_by_one);
  out.key("reading_input").text(digits(of.reading)).close_object();
}

void write_parts(report::json_writer& out, const bench_result& of) {
  out.key("parts").text(digits(of.parts)).key("by_policy").open_array();
  for (const auto& each : of.by_policy) {
    out.open_object().key("policy").text(each.of->id).key("ns").text(digits(each.sum()));
    out.key("predicates").text(digits(each.nodes)).key("joining").text(digits(each.joining));
    out.key("rows").text(digits(each.rows)).close_object();
  }
  out.close_array().key("by_predicate").open_array();
  for (const auto& each : of.by_predicate) {
    out.open_object().key("ns").text(digits(each.cost)).key("policies").whole(each.policies);
    out.key("policy").text(each.of->id);
    report::write_given(out, "clause", each.in->id);
    report::write_given(out, "formula", each.in->formula);
    report::write_given(out, "where", each.in->where);
    out.close_object();
  }
  out.close_array();
}

}  // namespace

std::string bench_text(const batch_matcher& by, const bench_result& of,
                       const text_options& options) {
  return bench_page(by, of, options).text();
}

std::string bench_json(const batch_matcher& by, const bench_result& of) {
  report::json_writer out;
  out.open_object().key("as_of").text(to_string(by.by().as_of())).key("year");
  out.whole(by.by().year()).key("digest").text(by.by().rules().digest());
  out.key("companies").whole(of.companies).key("rejected").whole(of.rejected);
  out.key("checked").whole(of.sample).key("policies").whole(of.policies);
  out.key("kernels").text(batch_matcher::kernels());
  out.key("clauses_left").whole(of.clauses_left).key("settled_by_rows").text(digits(of.settled));
  out.key("rounds").whole(of.rounds);
  write_runs(out, of);
  write_parts(out, of);
  out.close_object();
  return out.take() + '\n';
}

}  // namespace sudui::cli
