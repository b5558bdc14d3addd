"""Every page of a site is well formed, leads only to pages that are there, and carries nothing that a strict
content security policy would refuse. Usage: links.py FOLDER"""

import html.parser
import pathlib
import sys

ROOT = pathlib.Path(sys.argv[1]).resolve()
LONE = {"meta", "link", "br"}
found = []


class Page(html.parser.HTMLParser):
    def __init__(self, path):
        super().__init__()
        self.path, self.open, self.ids, self.headings = path, [], set(), []

    def say(self, what):
        found.append(f"{self.path.relative_to(ROOT)}: {what}")

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag in {"script", "style", "img", "iframe", "object", "form"} or "style" in given:
            self.say(f"holds <{tag}>" if "style" not in given else f"<{tag}> has a style")
        if any(name.startswith("on") for name in given):
            self.say(f"<{tag}> has a handler")
        if "id" in given:
            if given["id"] in self.ids:
                self.say(f"two elements are called {given['id']}")
            self.ids.add(given["id"])
        if tag in {"h1", "h2", "h3"}:
            level = int(tag[1])
            if level > (self.headings[-1] if self.headings else 0) + 1:
                self.say(f"<{tag}> skips a level")
            self.headings.append(level)
        to = given.get("href", "")
        if to and not to.startswith(("https://", "http://", "#")):
            target = (self.path.parent / to).resolve()
            if ROOT not in target.parents or not target.is_file():
                self.say(f"leads to {to}, which is not there")
        if tag not in LONE:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.say(f"</{tag}> closes nothing")


pages = sorted(ROOT.rglob("*.html"))
for each in pages:
    page = Page(each)
    text = each.read_text(encoding="utf-8")
    page.feed(text)
    if page.open:
        page.say(f"{page.open} stay open")
    if page.headings.count(1) != 1:
        page.say("has not just one <h1>")
    if 'lang="' not in text[:60]:
        page.say("does not name its language")
print("\n".join(found) or f"{len(pages)} pages are fine")
sys.exit(bool(found) or not pages)
