import { posix } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { loadRange, loadRealModel } from "../../workbench/real-spec.js";
import { anchorsOf, findAll, parseMarkdown, type MarkdownNode } from "./markdown-tree.js";
import { pagesOf } from "../../docs/pages.js";
import { withTasks } from "../../docs/with-tasks.js";

const model = withTasks(loadRealModel());

describe.each(["..", "48..", "48..58", "10..10", "70.."])("the pages of %s", (label) => {
  let pages: ReadonlyMap<string, MarkdownNode>;

  beforeAll(async () => {
    const texts = await pagesOf(loadRange(label, model), model);
    pages = new Map([...texts].map(([path, text]) => [path, parseMarkdown(text)]));
  });

  it("link to pages and headings that exist", () => {
    expect(brokenLinks(pages)).toEqual([]);
  });

  it("can all be reached from the index", () => {
    const seen = reachable(pages);
    expect([...pages.keys()].filter((path) => !seen.has(path))).toEqual([]);
  });

  it("hold no HTML, and no table with a row of another length", () => {
    const found = [...pages].flatMap(([path, page]) => [
      ...findAll(page, "html", "liquidNode").map(({ value }) => `${path}: ${value ?? ""}`),
      ...findAll(page, "table")
        .filter(isUneven)
        .map(() => `${path}: an uneven table`),
    ]);
    expect(found).toEqual([]);
  });
});

function brokenLinks(pages: ReadonlyMap<string, MarkdownNode>): string[] {
  const anchors = new Map([...pages].map(([path, page]) => [path, anchorsOf(page)]));
  return [...pages].flatMap(([path, page]) =>
    linksOn(path, page)
      .filter(({ target, anchor }) => !leadsSomewhere(anchors.get(target), anchor))
      .map(({ url }) => `${path}: ${url}`),
  );
}

const leadsSomewhere = (anchors: ReadonlySet<string> | undefined, anchor: string | undefined): boolean =>
  anchors !== undefined && (anchor === undefined || anchors.has(anchor));

function linksOn(
  path: string,
  page: MarkdownNode,
): { url: string; target: string; anchor: string | undefined }[] {
  return findAll(page, "link").map(({ url = "" }) => {
    const [file = "", anchor] = url.split("#");
    return {
      url,
      target: file === "" ? path : posix.join(posix.dirname(path), decodeURIComponent(file)),
      anchor,
    };
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
