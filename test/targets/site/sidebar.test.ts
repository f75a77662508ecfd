import { posix } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { toText } from "../../../generator/docs/blocks/text.js";
import type { Page } from "../../../generator/docs/page.js";
import { attributeOf, findAll, named, textOf, type HtmlNode } from "./html-tree.js";
import { pageOf, parsedPages, siteOfPages } from "./sites.js";

const titled = (path: string, group: Page["group"]): Page => pageOf([], { path, group, title: toText(path) });

const many = (count: number, group: Page["group"]): Page[] =>
  Array.from({ length: count }, (_, n) => titled(`${group}${n}`, group));

/** The entries of a group, by its title: where each leads, and its text. */
function entriesOf(page: HtmlNode | undefined, title: string): [href: string, text: string][] {
  const groups = page ? named(page, "details") : [];
  const group = groups.find((each) => named(each, "summary").some((summary) => textOf(summary) === title));
  return (group ? named(group, "a") : []).map((link) => [attributeOf(link, "href") ?? "", textOf(link)]);
}

describe("the sidebar of a large site", () => {
  let pages: ReadonlyMap<string, HtmlNode>;

  beforeAll(async () => {
    const home = titled("index", "guide");
    pages = await parsedPages(siteOfPages([home, ...many(100, "events"), ...many(250, "received")]));
  });

  it("lists all pages of a group of a hundred", () => {
    for (const path of ["index.html", "events7.html", "received7.html"]) {
      expect(entriesOf(pages.get(path), "Events")).toHaveLength(100);
    }
  });

  it.each([
    ["the first", 0, 0],
    ["one in the middle", 120, 70],
    ["the last", 249, 150],
  ])("lists a hundred pages of a longer group around %s, after a link to all", (_name, current, first) => {
    const page = pages.get(`received${current}.html`);
    const [all, ...entries] = entriesOf(page, "Objects you receive");
    expect(all).toEqual(["index.html", "All 250"]);
    expect(entries.map(([href]) => href)).toEqual(
      Array.from({ length: 100 }, (_, n) => `received${first + n}.html`),
    );
    const marked = page ? findAll(page, (each) => attributeOf(each, "aria-current") === "page") : [];
    expect(marked.map((each) => attributeOf(each, "href"))).toEqual([`received${current}.html`]);
  });

  it("lists no page of a longer group on a page of another group", () => {
    expect(entriesOf(pages.get("events7.html"), "Objects you receive")).toEqual([["index.html", "All 250"]]);
  });

  it("links to all from a folder, too", async () => {
    const inFolder = Array.from({ length: 101 }, (_, n) => titled(`events/e${n}`, "events"));
    const site = await parsedPages(siteOfPages([titled("index", "guide"), ...inFolder]));
    const [[href] = []] = entriesOf(site.get("events/e3.html"), "Events");
    expect(posix.join("events", href ?? "")).toBe("index.html");
  });
});
