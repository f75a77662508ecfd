import { beforeAll, describe, expect, it } from "vitest";
import { listFleetOptions } from "../../../generator/pages/prose/fleet-text.js";
import { parseFleet, type FleetOptions } from "../../../generator/base/time/fleet.js";
import { docsModel, pages } from "../../workbench/outputs.js";
import { findAll, parseMarkdown, rowsOf, textOf } from "../../targets/docs/markdown-tree.js";
import { named, parseHtml, textOf as textIn } from "../../targets/site/html-tree.js";
import { pageOf, siteOfPages } from "../../targets/site/sites.js";
import { pageAt, pagesOf } from "../pages.js";
import { modelOf, viewOf } from "../hand-made.js";
import { handler } from "../with-tasks.js";

let texts: ReadonlyMap<string, string>;
beforeAll(async () => {
  texts = await pages("..");
});

const read = (path: string) => parseMarkdown(pageAt(texts, path));

const below = (path: string, title: string): string =>
  pageAt(texts, path)
    .split(/\n#+ /)
    .find((part) => part.startsWith(`${title}\n`)) ?? "";

describe("the page on setting up a subscription", () => {
  it("says for each event of a task whether it is blocking and polling", () => {
    const [, , table] = findAll(read("set-up.md"), "table");
    expect(table && rowsOf(table)).toEqual([
      ["scanCode", "yes", "no", "The till waits."],
      ["startPayment", "yes", "yes", "It asks again."],
      ["cancelSession", "no", "no", "Only to know."],
    ]);
    expect(below("set-up.md", "Take coupons")).toContain("(tasks/coupons.md)");
  });

  it("keeps apart what may be mailed and what may not", () => {
    const [open = "", secret = ""] = below("set-up.md", "What to agree on").split("Never send these by mail");
    expect(open).toContain("**Name**");
    expect(open).not.toContain("**Key**");
    expect(secret).toContain("**Key**");
    expect(secret).not.toContain("**Name**");
  });

  it("answers what readers ask, with the setting", () => {
    expect(below("set-up.md", "Which setting makes it ask again?")).toContain(
      "**Again**, a setting of each event",
    );
  });

  it("says what each setting is known from", () => {
    const known = below("set-up.md", "Sources");
    expect(known).toContain("**Name** and **Key**: documented. A page.");
    expect(known).toContain("**Again**: observed. Seen.");
  });

  it("is what the table of settings on the protocol's page is made of, too", () => {
    const [settings] = findAll(read("subscribe.md"), "table");
    expect(settings && rowsOf(settings)).toEqual([
      ["Name", "subscription", "Any text. Take one."],
      ["Key", "subscription", "Any text. Take one."],
      ["Again", "event", "Any text. Take one. Not documented."],
    ]);
  });
});

describe("the page of a task", () => {
  it("has the set-up, the flow with its diagram, the handler to the letter, what to test, and what nobody knows", () => {
    const page = read("tasks/coupons.md");
    expect(findAll(page, "heading").map(textOf)).toEqual([
      "Take coupons",
      "Set it up",
      "How it works",
      "The handler",
      "What to test",
      "Open questions",
    ]);
    const code = findAll(page, "code");
    expect(code.map(({ lang }) => lang)).toEqual(["sh", "ts", "sh", "sh"]);
    expect(code[2]?.value).toMatch(/^export MPLUS_SECRET=.*\nexport SOAPS=3\nnpx tsx coupons\.ts$/);
    expect(code[3]?.value).toMatch(
      /\nnpx mplus-codegen simulate coupons --url http:\/\/localhost:3000\/mplus$/,
    );
    expect(`${code[1]?.value ?? ""}\n`).toBe(handler);
    expect(textOf(page)).toContain("Scan a coupon.");
    expect(findAll(page, "link").at(-1)?.url).toBe("../open-questions.md#per-piece");
  });

  it("has the code made for the fleet of the pages", async () => {
    expect(pageAt(await pages("48.."), "tasks/coupons.md")).toContain("--out mplus --min-version 48\n");
  });

  it.each<[FleetOptions, string]>([
    [{}, ""],
    [{ minVersion: "48" }, "--min-version 48"],
    [{ maxVersion: "58" }, "--max-version 58"],
    [{ minVersion: "48", maxVersion: "58" }, "--min-version 48 --max-version 58"],
    [{ versions: "59,48" }, "--versions 48,59"],
  ])("names a fleet as a call does: %j", (options, want) => {
    const fleet = parseFleet(options, docsModel());
    expect(fleet.ok && listFleetOptions(fleet.value).join(" ")).toBe(want);
  });
});

it("the tasks come first on the front page and in the site's navigation", () => {
  const headings = findAll(read("README.md"), "heading").map(textOf);
  expect(headings.indexOf("I want to")).toBe(1);
  const site = siteOfPages([pageOf([]), pageOf([], { path: "tasks/coupons", group: "tasks" })]);
  const [first] = named(parseHtml(site.get("index.html") ?? ""), "summary");
  expect(first && textIn(first)).toBe("I want to");
});

it("a spec that says nothing of tasks and settings has no such pages", async () => {
  const paths = [...(await pagesOf(viewOf([]), modelOf())).keys()];
  expect(paths.filter((path) => path === "set-up.md" || path.startsWith("tasks/"))).toEqual([]);
});
