import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { toText } from "../../../generator/pages/blocks/text.js";
import type { Page } from "../../../generator/pages/page.js";
import type { View } from "../../../generator/contract/view/view.js";
import { releaseOf, viewOf } from "../../pages/hand-made.js";
import { attributeOf, named, parseHtml, textOf, withAttribute } from "./html-tree.js";
import { pageOf, siteOfPages } from "./sites.js";

const titled = (path: string, group: Page["group"]): Page => pageOf([], { path, group, title: toText(path) });

it("lists every page in the sidebar, and marks the current one", () => {
  const site = siteOfPages([
    titled("index", "guide"),
    titled("events/one", "events"),
    titled("events/two", "events"),
    titled("objects/Thing", "received"),
  ]);
  const page = parseHtml(site.get("events/two.html") ?? "");
  const groups = named(page, "details").map((group) => [
    textOf(named(group, "summary")[0] ?? page),
    attributeOf(group, "open") !== undefined,
    named(group, "a").map((link) => attributeOf(link, "href")),
  ]);
  expect(groups).toEqual([
    ["Guide", true, ["../index.html"]],
    ["Events", true, ["../events/one.html", "../events/two.html"]],
    ["Objects you receive", false, ["../objects/Thing.html"]],
  ]);
  const marked = withAttribute(page, "aria-current", "page");
  expect(marked.map((each) => attributeOf(each, "href"))).toEqual(["../events/two.html"]);
});

it("shows hidden characters in the newest release of the footer", () => {
  const beyond = { from: releaseOf("60"), to: releaseOf("61"), of: "the \u202eAPI" };
  const view = { ...viewOf([]), releases: [{ release: releaseOf("59") }], beyond } as View;
  const script = siteOfPages([titled("index", "guide")], view).get("as-of.js") ?? "";
  expect(runInNewContext(`${script} mplusKnownUpTo`)).toContain("the \\u202eAPI");
});
