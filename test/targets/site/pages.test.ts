import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import type { View } from "../../../generator/contract/view/view.js";
import { spanBetween } from "../../../generator/base/time/spans.js";
import { heading, toBlocks } from "../../../generator/pages/blocks/builders.js";
import { printBlocks } from "../../../generator/pages/blocks/html.js";
import { toText } from "../../../generator/pages/blocks/text.js";
import type { Page } from "../../../generator/pages/page.js";
import { releaseOf, viewOf } from "../../pages/hand-made.js";
import { blocks } from "../blocks.js";
import { pageOf, siteOfPages } from "./sites.js";

it("prints each kind of block", async () => {
  const html = printBlocks(blocks, "events/a b").replace(/<svg[^]*?<\/svg>/, "(a drawing)");
  await expect(html).toMatchFileSnapshot("blocks.txt");
});

const titled = (path: string, group: Page["group"], headings: readonly string[] = []): Page =>
  pageOf(toBlocks("About it.", ...headings.map((title) => heading(2, title))), {
    path,
    group,
    title: toText(path),
    availability: { exists: spanBetween(releaseOf("59"), undefined), coverage: "some shops" },
  });

describe("a site", () => {
  const view: View = viewOf([], {
    releases: ["58", "59"].map((name) => ({ release: releaseOf(name) })),
  } as View);
  const site = siteOfPages(
    [
      titled("index", "guide", ["a", "b", "c", "d"]),
      titled("events/one", "events", ["a", "b", "c"]),
      titled("events/two", "events", ["a & b", "a & b", "c", "d"]),
      titled("objects/Thing", "received"),
    ],
    view,
  );

  it("has pages with a sidebar, contents, neighbours and releases to choose from", async () => {
    await expect(site.get("events/two.html")).toMatchFileSnapshot("page.txt");
  });

  it("lists the headings of a page that has four, except on its home page", () => {
    const pages = ["index", "events/one", "events/two"].map((path) => site.get(`${path}.html`) ?? "");
    expect(pages.map((html) => html.includes("On this page"))).toEqual([false, false, true]);
  });

  it("shows hidden characters in the newest release of the footer", () => {
    const beyond = { from: releaseOf("60"), to: releaseOf("61"), of: "the \u202eAPI", basis: "" };
    const script = siteOfPages([titled("index", "guide")], { ...view, beyond }).get("as-of.js") ?? "";
    expect(runInNewContext(`${script} mplusKnownUpTo`)).toContain("the \\u202eAPI");
  });
});
