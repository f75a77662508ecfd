import { posix } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { anchorsOf, parseMarkdown } from "../docs/markdown-tree.js";
import { pagesOf } from "../../docs/pages.js";
import { loadRange, loadRealModel } from "../../workbench/real-spec.js";
import { attributeOf, findAll, named, textOf, type HtmlNode } from "./html-tree.js";
import { parsedPages, siteOf } from "./sites.js";

const model = loadRealModel();

describe.each(["..", "48..", "10..10"])("the site of %s", (label) => {
  const view = loadRange(label, model);
  let files: ReadonlyMap<string, string>;
  let pages: ReadonlyMap<string, HtmlNode>;
  let docs: ReadonlyMap<string, string>;

  beforeAll(async () => {
    files = await siteOf(view, model);
    pages = await parsedPages(files);
    docs = await pagesOf(view, model);
  });

  it("has every page of the docs, and no other", () => {
    const wanted = [...docs.keys()].map((path) =>
      path.replace("README.md", "index.md").replace(/md$/, "html"),
    );
    expect([...pages.keys()]).toEqual(wanted);
  });

  it("says of each page what it is about, for search engines", () => {
    const said = [...pages.values()].map((page) =>
      named(page, "meta").find((meta) => attributeOf(meta, "name") === "description"),
    );
    expect(said.filter((meta) => !meta || attributeOf(meta, "content") === "")).toEqual([]);
  });

  it("has each id once a page", () => {
    const repeated = [...pages].flatMap(([path, page]) => {
      const ids = idsOf(page);
      return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${path}#${id}`);
    });
    expect(repeated).toEqual([]);
  });

  it("has the anchors that the headings have in Markdown", () => {
    const lost = [...docs].flatMap(([path, text]) => {
      const page = pages.get(path.replace("README.md", "index.md").replace(/md$/, "html"));
      const ids = new Set(idsOf(page));
      return [...anchorsOf(parseMarkdown(text))]
        .filter((anchor) => !ids.has(anchor))
        .map((id) => `${path}#${id}`);
    });
    expect(lost).toEqual([]);
  });

  it("links to files and anchors that exist", () => {
    const ids = new Map([...files.keys()].map((path) => [path, new Set(idsOf(pages.get(path)))]));
    expect([...pages].flatMap(([path, page]) => brokenLinks(path, page, ids))).toEqual([]);
  });

  it("loads nothing from elsewhere", () => {
    const loading = [...pages.values()].flatMap((page) =>
      findAll(page, (element) => attributeOf(element, "src") !== undefined || element.name === "link"),
    );
    const targets = loading.map((each) => attributeOf(each, "src") ?? attributeOf(each, "href") ?? "");
    expect(targets.filter((target) => /^\s*(\w+:|\/)/.test(target))).toEqual([]);
    expect(loading.filter(({ name }) => name !== "script" && name !== "link")).toEqual([]);
    const styles = [...files].filter(([path]) => path.endsWith(".css")).map(([, style]) => style);
    expect(styles.filter((style) => /url\(|@import/.test(style))).toEqual([]);
  });

  it("marks each page in its own sidebar, and says for which shops it is", () => {
    const fleet = textOf(parsedFleet(pages));
    for (const [path, page] of pages) {
      const [current, ...more] = findAll(page, (element) => attributeOf(element, "aria-current") === "page");
      expect([more, posix.join(posix.dirname(path), attributeOf(current ?? page, "href") ?? "")]).toEqual([
        [],
        path,
      ]);
      const [footer] = named(page, "footer");
      expect(textOf(footer ?? page)).toContain(`Made ${fleet}.`);
    }
  });
});

const parsedFleet = (pages: ReadonlyMap<string, HtmlNode>): HtmlNode => {
  const [index] = pages.values();
  const brand = index && findAll(index, (element) => attributeOf(element, "class") === "brand")[0];
  return (brand && named(brand, "span")[0]) ?? { kind: "text", value: "no fleet" };
};

const idsOf = (page: HtmlNode | undefined): string[] =>
  page ? findAll(page, () => true).flatMap((element) => attributeOf(element, "id") ?? []) : [];

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
