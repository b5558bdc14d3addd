#!/usr/bin/env bash
# The site in a headless browser: what a page holds once it is laid out, that a phone needs no sideways scrolling, and
# a picture of each. Usage: browser.sh SUDUI [FOLDER for the pictures]
set -euo pipefail
sudui=${1:?the program}
keep=${2:-}
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome) || { echo "there is no chromium" >&2; exit 1; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
"$sudui" docs --rules rules --as-of 2023-12-31 --out "$scratch/site" >/dev/null

run() {
  timeout 120 "$browser" --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --hide-scrollbars \
    --allow-file-access-from-files --user-data-dir="$scratch/profile" "$@" 2>/dev/null
}
fail() { echo "browser.sh: $*" >&2; exit 1; }

# shot NAME WIDTH HEIGHT PAGE: a picture, which must show something and be small enough to keep
shot() {
  run --window-size="$2,$3" --screenshot="$scratch/$1.png" "file://$scratch/site/$4" >/dev/null
  [[ -s $scratch/$1.png ]] || fail "no picture of $4"
  python3 tests/site/picture.py "$scratch/$1.png" "$2" "$3" || fail "the picture of $4"
  if [[ -n $keep ]]; then mkdir -p "$keep" && cp "$scratch/$1.png" "$keep/"; fi
}

# laid_out PAGE WIDTH: a page beside the site shows it in a frame of that width and tells what it measures
laid_out() {
  cat >"$scratch/site/measure.html" <<HTML
<!doctype html><title>measure</title><iframe id="f" src="$1" width="$2" height="900" style="border:0"></iframe><pre id="told"></pre>
<script>
addEventListener("load", () => {
  const page = document.getElementById("f").contentDocument, root = page.documentElement;
  const box = (what) => page.querySelector(what)?.getBoundingClientRect();
  const title = box("h1"), main = box("main");
  const color = getComputedStyle.call(window, page.body);
  document.getElementById("told").textContent = JSON.stringify({
    scroll: root.scrollWidth, width: root.clientWidth, title: title.height > 0 && title.left >= 0,
    main: main.width, clauses: page.querySelectorAll("ol.clauses > li").length,
    policies: page.querySelectorAll("ol.policies > li").length, beside: page.querySelectorAll("#groups ~ div ul.beside a").length, styled: color.fontFamily.includes("sans-serif"),
    twin: page.querySelector(".bar nav a")?.getAttribute("href") ?? ""});
});
</script>
HTML
  run --dump-dom "file://$scratch/site/measure.html" | grep -o '{"scroll".*}' | sed 's/&amp;/\&/g'
}

check() {
  python3 - "$1" "$2" "$3" <<'PYTHON'
import json, sys
told, page, wanted = json.loads(sys.argv[1]), sys.argv[2], sys.argv[3]
assert told["scroll"] <= told["width"], f"{page} is wider than its window: {told}"
assert told["title"] and told["styled"] and told["twin"], f"{page}: {told}"
assert told[wanted] > 0, f"{page} has no {wanted}: {told}"
PYTHON
}

for width in 360 1100; do
  for page in zh/index.html en/index.html zh/policies/national/small-low-profit.html en/policies/national/hnte-recognition.html \
    zh/policies/changzhou/growth-reward.html en/policies/national/six-taxes-two-fees.html zh/level/city.html; do
    wanted=policies
    [[ $page == */policies/* ]] && wanted=clauses
    told=$(laid_out "$page" $width)
    [[ -n $told ]] || fail "$page tells nothing"
    check "$told" "$page at $width" $wanted || fail "$page at $width"
    case $page in */small-low-profit.html | */six-taxes-two-fees.html) check "$told" "$page at $width" beside || fail "$page names nobody beside it" ;; esac
  done
done
shot catalogue 1100 1400 zh/index.html
shot catalogue-phone 500 1100 zh/index.html
shot policy 1100 1700 zh/policies/national/small-low-profit.html
echo "the pages are fine"
