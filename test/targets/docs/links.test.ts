import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { loadRealModel, loadRealView } from "../../real-spec.js";
import { anchorsOf, findAll, parseMarkdown, type MarkdownNode } from "./markdown-tree.js";
import { pagesOf } from "./pages.js";

const model = loadRealModel();

describe.each(["..", "48..", "48..58", "..11.3", "10..10", "59.4.2..", "70.."])("the pages of %s", (label) => {
  const [minVersion, maxVersion] = label.split("..").map((part) => (part === "" ? undefined : part));
  const view = loadRealView({ minVersion, maxVersion }, model);

  it("link to pages and headings that exist", async () => {
    expect(brokenLinks(await parsedPages())).toEqual([]);
  });

  it("can all be reached from the index", async () => {
    const pages = await parsedPages();
    expect([...pages.keys()].filter((path) => !reachable(pages).has(path))).toEqual([]);
  });

  it("hold no HTML, and no table with a row of another length", async () => {
    const found = [...(await parsedPages())].flatMap(([path, page]) => [
      ...findAll(page, "html", "liquidNode").map(({ value }) => `${path}: ${value ?? ""}`),
      ...findAll(page, "table").filter(isUneven).map(() => `${path}: an uneven table`),
    ]);
    expect(found).toEqual([]);
  });

  async function parsedPages(): Promise<ReadonlyMap<string, MarkdownNode>> {
    return new Map([...(await pagesOf(view, model))].map(([path, text]) => [path, parseMarkdown(text)]));
  }
});

function brokenLinks(pages: ReadonlyMap<string, MarkdownNode>): string[] {
  return [...pages].flatMap(([path, page]) =>
    linksOn(path, page)
      .filter(({ target, anchor }) => !leadsSomewhere(pages.get(target), anchor))
      .map(({ url }) => `${path}: ${url}`),
  );
}

const leadsSomewhere = (page: MarkdownNode | undefined, anchor: string | undefined): boolean =>
  page !== undefined && (anchor === undefined || anchorsOf(page).has(anchor));

function linksOn(path: string, page: MarkdownNode): { url: string; target: string; anchor: string | undefined }[] {
  return findAll(page, "link").map(({ url = "" }) => {
    const [file = "", anchor] = url.split("#");
    return { url, target: file === "" ? path : posix.join(posix.dirname(path), decodeURIComponent(file)), anchor };
  });
}

function reachable(pages: ReadonlyMap<string, MarkdownNode>): ReadonlySet<string> {
  const seen = new Set(["README.md"]);
  for (const path of seen) {
    const page = pages.get(path);
    if (page) linksOn(path, page).forEach(({ target }) => seen.add(target));
  }
  return seen;
}

const isUneven = ({ children = [] }: MarkdownNode): boolean =>
  new Set(children.map((row) => row.children?.length)).size !== 1;
