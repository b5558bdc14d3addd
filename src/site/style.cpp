// One column of readable width, system fonts, one accent colour; dark where the reader's system is.
// Contrast of text is at least 7 to 1 in both, of the small grey text at least 4.5 to 1.
#include "site/style.hpp"

namespace sudui::site {
namespace {

constexpr std::string_view sheet = R"CSS(:root {
  color-scheme: light dark;
  --paper: #fbfaf7; --card: #ffffff; --ink: #1d1f23; --soft: #5b616b; --line: #e2dfd7;
  --accent: #8a2b1e; --tint: #f6ece7; --code: #f3f1ea; --weak: #8a4b00;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16181c; --card: #1e2126; --ink: #eceae4; --soft: #a9adb5; --line: #343840;
    --accent: #f0a08f; --tint: #2e2422; --code: #262a30; --weak: #e9b26a;
  }
}
* { box-sizing: border-box; }
html { font-size: 100%; -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink); line-height: 1.65;
  font-family: "PingFang SC", "Hiragino Sans GB", "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei",
    system-ui, -apple-system, "Segoe UI", "Helvetica Neue", Arial, sans-serif;
  overflow-wrap: anywhere;
}
a { color: var(--accent); text-underline-offset: .18em; text-decoration-thickness: .06em; }
a:hover { text-decoration-thickness: .14em; }
:focus-visible { outline: .19rem solid var(--accent); outline-offset: .15rem; border-radius: .15rem; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: .5rem; background: var(--card); padding: .4rem .8rem; z-index: 1; }
.bar, main, footer { max-width: 52rem; margin: 0 auto; padding: 0 1.25rem; }
.bar {
  width: calc(100% - 2.5rem); max-width: 49.5rem; padding-left: 0; padding-right: 0; display: flex; gap: 1rem; align-items: baseline; justify-content: space-between;
  padding-top: 1.1rem; padding-bottom: .9rem; border-bottom: 1px solid var(--line);
}
.bar .home { color: var(--ink); font-weight: 600; text-decoration: none; letter-spacing: .02em; }
main { padding-top: 1.5rem; padding-bottom: 3rem; }
h1 { font-size: clamp(1.5rem, 1.1rem + 2vw, 2.1rem); line-height: 1.3; margin: .6rem 0 .2rem; text-wrap: balance; }
h2 {
  font-size: 1.15rem; margin: 2.6rem 0 .8rem; padding-top: .9rem; border-top: .14rem solid var(--ink);
  letter-spacing: .02em;
}
h3 { font-size: 1rem; margin: 0 0 .3rem; }
p { margin: .4rem 0; }
.lead { color: var(--soft); margin-bottom: 1.4rem; max-width: 40rem; }
.other { color: var(--soft); margin-top: 0; }
.small, .source, .facts p { font-size: .875rem; color: var(--soft); }
.warning {
  border-left: .25rem solid var(--weak); background: var(--tint); padding: .5rem .8rem; margin: .8rem 0;
}
.weak { color: var(--weak); }
.ended { color: var(--soft); font-style: normal; border: 1px solid var(--line); border-radius: .2rem; padding: 0 .35em; }
.join, .status {
  font-size: .8125rem; font-weight: 400; color: var(--soft); border: 1px solid var(--line); border-radius: .8em;
  padding: .05em .55em; white-space: nowrap;
}
.status.weak { color: var(--weak); border-color: currentColor; }
code { font-family: ui-monospace, "SFMono-Regular", Menlo, Consolas, "Noto Sans Mono CJK SC", monospace; font-size: .875em; }
.formula { background: var(--code); border-radius: .25rem; padding: .4rem .7rem; white-space: pre-wrap; line-height: 1.5; }
.facets .ways { columns: 14rem 3; column-gap: 2.5rem; }
.facet { margin: 0 0 1.4rem; break-inside: avoid; }
.facet summary { cursor: pointer; padding: .28rem 0; border-bottom: 1px solid var(--line); color: var(--accent); }
.facet h3 { color: var(--soft); font-weight: 600; font-size: .875rem; letter-spacing: .04em; }
.facet ul { list-style: none; margin: 0; padding: 0; }
.facet li { display: flex; justify-content: space-between; gap: 1rem; padding: .28rem 0; border-bottom: 1px solid var(--line); }
.count { color: var(--soft); font-variant-numeric: tabular-nums; }
.policies { list-style: none; margin: 0; padding: 0; }
.policies li { display: grid; grid-template-columns: 2.4rem 1fr; padding: .7rem 0; border-bottom: 1px solid var(--line); }
.policies .number { color: var(--soft); font-size: .875rem; padding-top: .12rem; font-variant-numeric: tabular-nums; }
.policies .title { font-weight: 600; text-decoration: none; color: var(--ink); }
.policies .title:hover, .policies .title:focus-visible { color: var(--accent); text-decoration: underline; }
.policies .facts { margin: .1rem 0 0; font-size: .875rem; color: var(--soft); }
dl.facts {
  display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .9rem 1.5rem; margin: 1.4rem 0 0;
  padding: 1rem 1.1rem; background: var(--card); border: 1px solid var(--line); border-radius: .4rem;
}
dt { font-size: .8125rem; color: var(--soft); }
dd { margin: 0; }
.benefit { background: var(--card); border: 1px solid var(--line); border-left: .25rem solid var(--accent); border-radius: .25rem; padding: .9rem 1.1rem; margin: 0 0 .8rem; }
.beside { margin: .2rem 0 .6rem; padding-left: 1.2rem; }
ol.clauses { margin: 0; padding-left: 1.6rem; }
ol.clauses > li { padding: .35rem 0 .5rem .2rem; }
ol.clauses > li::marker { color: var(--accent); font-variant-numeric: tabular-nums; font-weight: 600; }
.clause { margin: 0 0 .3rem; }
ol.versions { list-style: none; margin: 0; padding: 0 0 0 1.1rem; border-left: .14rem solid var(--line); }
ol.versions > li { padding: .3rem 0 .7rem; position: relative; }
ol.versions > li::before {
  content: ""; position: absolute; left: -1.5rem; top: .85rem; width: .65rem; height: .65rem; border-radius: 50%;
  background: var(--accent);
}
ol.versions ul { margin: .3rem 0 0; padding-left: 1.2rem; font-size: .9375rem; }
.wide { overflow-x: auto; margin: .6rem 0 1.2rem; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; background: var(--card); }
caption { text-align: left; font-size: .875rem; color: var(--soft); padding: .2rem 0 .4rem; }
th, td { text-align: left; vertical-align: top; padding: .45rem .7rem; border: 1px solid var(--line); font-weight: 400; }
thead th { background: var(--code); font-size: .8125rem; color: var(--soft); font-weight: 600; }
tbody th { font-weight: 500; }
th code { display: block; color: var(--soft); font-size: .8125rem; }
footer { border-top: 1px solid var(--line); padding-top: 1rem; padding-bottom: 2.5rem; color: var(--soft); font-size: .875rem; }
.start { text-align: center; padding-top: 18vh; }
.start .other { margin-top: 3rem; font-size: 1.2rem; }
.enter { display: inline-block; padding: .55rem 1.4rem; border: 1px solid currentColor; border-radius: 2rem; text-decoration: none; }
@media (max-width: 36rem) {
  .policies li { grid-template-columns: 2rem 1fr; }
  ol.clauses { padding-left: 1.3rem; }
  main, footer { padding-left: 1rem; padding-right: 1rem; }
  .bar { width: calc(100% - 2rem); }
}
@media print {
  .bar nav, .skip { display: none; }
  body { background: #fff; color: #000; }
  h2 { break-after: avoid; }
}
)CSS";

}  // namespace

std::string_view style_sheet() noexcept { return sheet; }

}  // namespace sudui::site
