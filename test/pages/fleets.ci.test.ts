import { posix } from "node:path";
import { parseXml } from "@rgrove/parse-xml";
import { lint } from "markdownlint/promise";
import { beforeAll, describe, expect, it } from "vitest";
import { anchorsOf, findAll as findNodes, parseMarkdown } from "../targets/docs/markdown-tree.js";
import { attributeOf, findAll, type HtmlNode } from "../targets/site/html-tree.js";
import { parsedPages } from "../targets/site/sites.js";
import { isFuzzing } from "../workbench/amount.js";
import type { Range } from "../workbench/emit.js";
import { drawings, site, textFiles } from "../workbench/outputs.js";
import { findMisfits, pageLaws, readFleetPages, type FleetPages } from "./page-laws.js";

/** All releases, an open range, and a release with few samples. The proof adds a closed range and a future release. */
const fleets: readonly Range[] = ["48..", "9..9", "..", ...(isFuzzing ? (["48..58", "70.."] as const) : [])];

/** Tables and prose cannot meet the limit for line length. */
const config = { default: true, MD013: false };

describe.each(fleets)("the pages for %s", (range) => {
  let fleet: FleetPages;
  beforeAll(async () => {
    fleet = await readFleetPages(range);
  });

  it.each(Object.entries(pageLaws))("%s", (_law, findBreaks) => {
    expect(findBreaks(fleet)).toEqual([]);
  });

  it("have JSON that fits the event or the object, at the release, that it is shown for", () => {
    expect(findMisfits(fleet)).toEqual([]);
  });
});

describe.each(fleets.slice(0, isFuzzing ? 2 : 1))(
  "by the programs that read them, the pages for %s",
  (range) => {
    it("are good Markdown", async () => {
      const { texts } = await readFleetPages(range);
      const found = await lint({ strings: Object.fromEntries(texts), config });
      const told = Object.entries(found).flatMap(([path, problems]) =>
        problems.map(({ ruleNames, lineNumber }) => `${path}:${lineNumber} ${ruleNames.join("/")}`),
      );
      expect(told).toEqual([]);
    });

    it("show drawings that are files beside them, and good XML", async () => {
      const { model, texts } = await readFleetPages(range);
      const shown = [...texts].flatMap(([path, text]) =>
        findNodes(parseMarkdown(text), "image").map(({ url = "" }) => posix.join(posix.dirname(path), url)),
      );
      const files = await drawings(range);
      expect([...files.keys()].sort()).toEqual(shown.sort());
      expect(shown).toHaveLength(model.events.length + model.flows.length + model.tasks.length);
      for (const file of files.values()) expect(parseXml(file).root?.name).toBe("svg");
    });
  },
);

it.each(fleets.slice(0, 2))(
  "llms.txt of the pages for %s lists every page, and llms-full.txt is no larger than 600 KiB",
  async (range) => {
    const { texts } = await readFleetPages(range);
    const files = await textFiles(range);
    const summary = files.get("llms.txt") ?? "";
    const list = findNodes(parseMarkdown(summary), "link").map(({ url = "" }) => url);
    expect(summary).toMatch(
      /^> .* These unofficial docs are for shops that .* known up to v.*\n\n`llms-full\.txt`/m,
    );
    expect(summary).toContain("(enums.md): Properties with a fixed list of values.\n");
    expect(list.sort()).toEqual([...texts.keys()].filter((path) => path !== "README.md").sort());
    const full = files.get("llms-full.txt") ?? "";
    expect(full.length).toBeLessThan(600 * 1024);
    expect(full).toContain("# scanCode\n\nPage: `events/scanCode`\n");
    expect(full).toContain(
      "A property without a release has none in the vendor's pages: we take it to be [as old]",
    );
  },
);

it("what is wrong with Markdown is found", async () => {
  const found = await lint({ strings: { page: "# A\n\n### C\n<b>x</b>\n" }, config });
  expect(found["page"]?.length).toBeGreaterThan(2);
});

describe.each(fleets.slice(0, 2))("the site for %s", (range) => {
  let docs: ReadonlyMap<string, string>;
  let files: ReadonlyMap<string, string>;
  let pages: ReadonlyMap<string, HtmlNode>;

  beforeAll(async () => {
    const { texts } = await readFleetPages(range);
    docs = new Map(
      [...texts].map(([path, text]) => [path.replace("README.md", "index.md").replace(/md$/, "html"), text]),
    );
    files = await site(range);
    pages = parsedPages(files);
  });

  it("has every page of the docs, and no other", () => {
    expect([...pages.keys()]).toEqual([...docs.keys()]);
  });

  it("has each id once a page, and the anchors that the headings have in Markdown", () => {
    for (const [path, page] of pages) {
      const ids = idsOf(page);
      expect([path, ...ids]).toEqual([path, ...new Set(ids)]);
      // The site has all samples of an event in one place.
      const [text = ""] = (docs.get(path) ?? "").split("\n## More samples\n");
      expect([path, ids]).toEqual([path, expect.arrayContaining([...anchorsOf(parseMarkdown(text))])]);
    }
  });

  it("lists its pages for language models, under links that resolve", () => {
    const list = findNodes(parseMarkdown(files.get("llms.txt") ?? ""), "link").map(({ url = "" }) => url);
    const all = [...pages.keys()].filter((path) => path !== "index.html");
    expect(list.map(decodeURIComponent).sort()).toEqual(all.sort());
  });

  it("links to files and anchors that exist", () => {
    const ids = new Map(
      [...files.keys()].map((path) => {
        const page = pages.get(path);
        return [path, new Set(page ? idsOf(page) : [])];
      }),
    );
    expect([...pages].flatMap(([path, page]) => brokenLinks(path, page, ids))).toEqual([]);
  });

  it("loads nothing from elsewhere", () => {
    const loading = [...pages.values()].flatMap((page) =>
      findAll(page, (element) => attributeOf(element, "src") !== undefined || element.name === "link"),
    );
    const targets = loading.map((each) => attributeOf(each, "src") ?? attributeOf(each, "href") ?? "");
    expect(targets.filter((target) => /^\s*(\w+:|\/)/.test(target))).toEqual([]);
    const styles = [...files].filter(([path]) => path.endsWith(".css"));
    expect(styles.filter(([, style]) => /url\(|@import/.test(style))).toEqual([]);
  });
});

const idsOf = (page: HtmlNode): string[] =>
  findAll(page, () => true).flatMap((element) => attributeOf(element, "id") ?? []);

function brokenLinks(path: string, page: HtmlNode, ids: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const targets = findAll(page, () => true).flatMap(
    (element) => attributeOf(element, "href") ?? attributeOf(element, "src") ?? [],
  );
  return [...new Set(targets)]
    .filter((target) => !target.startsWith("https://"))
    .filter((target) => {
      const [file = "", anchor] = target.split("#").map(decodeURIComponent);
      const known = ids.get(file === "" ? path : posix.join(posix.dirname(path), file));
      return known === undefined || !(anchor === undefined || known.has(anchor));
    })
    .map((target) => `${path}: ${target}`);
}
