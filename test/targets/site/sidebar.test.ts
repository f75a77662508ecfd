import { posix } from "node:path";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { once } from "../../../generator/base/once.js";
import { toText } from "../../../generator/pages/blocks/text.js";
import type { Page } from "../../../generator/pages/page.js";
import type { View } from "../../../generator/contract/view/view.js";
import { releaseOf, viewOf } from "../../pages/hand-made.js";
import { attributeOf, named, parseHtml, textOf, withAttribute, type HtmlNode } from "./html-tree.js";
import { pageOf, siteOfPages } from "./sites.js";

const titled = (path: string, group: Page["group"]): Page => pageOf([], { path, group, title: toText(path) });

const many = (count: number, group: Page["group"]): Page[] =>
  Array.from({ length: count }, (_, n) => titled(`${group}${n}`, group));

function entriesOf(page: HtmlNode, title: string): [href: string, text: string][] {
  const group = named(page, "details").find((each) =>
    named(each, "summary").some((summary) => textOf(summary) === title),
  );
  return (group ? named(group, "a") : []).map((link) => [attributeOf(link, "href") ?? "", textOf(link)]);
}

describe("the sidebar of a large site", () => {
  const home = titled("index", "guide");
  const large = once(() => siteOfPages([home, ...many(100, "events"), ...many(250, "received")]));
  const pageAt = (path: string, site = large()): HtmlNode => parseHtml(site.get(path) ?? "");

  it("lists all pages of a group of a hundred", () => {
    for (const path of ["index.html", "events7.html", "received7.html"]) {
      expect(entriesOf(pageAt(path), "Events")).toHaveLength(100);
    }
  });

  it.each([
    ["the first", 0, 0],
    ["one in the middle", 120, 70],
    ["the last", 249, 150],
  ])("lists a hundred pages of a longer group around %s, after a link to all", (_name, current, first) => {
    const page = pageAt(`received${current}.html`);
    const [all, ...entries] = entriesOf(page, "Objects you receive");
    expect(all).toEqual(["index.html", "All 250"]);
    expect(entries.map(([href]) => href)).toEqual(
      Array.from({ length: 100 }, (_, n) => `received${first + n}.html`),
    );
    const marked = withAttribute(page, "aria-current", "page");
    expect(marked.map((each) => attributeOf(each, "href"))).toEqual([`received${current}.html`]);
  });

  it("lists no page of a longer group on a page of another group", () => {
    expect(entriesOf(pageAt("events7.html"), "Objects you receive")).toEqual([["index.html", "All 250"]]);
  });

  it("links to all from a folder, too", () => {
    const inFolder = Array.from({ length: 101 }, (_, n) => titled(`events/e${n}`, "events"));
    const site = siteOfPages([home, ...inFolder]);
    const [[href] = []] = entriesOf(pageAt("events/e3.html", site), "Events");
    expect(posix.join("events", href ?? "")).toBe("index.html");
  });
});

it("shows hidden characters in the newest release of the footer", () => {
  const beyond = { from: releaseOf("60"), to: releaseOf("61"), of: "the \u202eAPI" };
  const view = { ...viewOf([]), releases: [{ release: releaseOf("59") }], beyond } as View;
  const script = siteOfPages([titled("index", "guide")], view).get("as-of.js") ?? "";
  expect(runInNewContext(`${script} mplusKnownUpTo`)).toContain("the \\u202eAPI");
});
