import mermaid from "mermaid";
import { describe, expect, it } from "vitest";
import type { Model } from "../../../generator/model/model.js";
import type { View } from "../../../generator/view/view.js";
import { everywhere, hostileTexts } from "../../docs/hostile-spec.js";
import { alienTo, findAll, parseMarkdown, skeletonOf, textOf, type MarkdownNode } from "./markdown-tree.js";
import { pagesOf } from "../../docs/pages.js";

describe.each(hostileTexts)("%j from the spec", (text) => {
  const { view, model } = everywhere(text);
  const hostilePages = parsedPages(view, model);

  it("stays text wherever it stands", async () => {
    const alien = [...(await hostilePages)].flatMap(([path, page]) =>
      alienTo(page).map((node) => `${path}: ${node.type} ${textOf(node)}`),
    );
    expect(alien).toEqual([]);
  });

  it("makes no heading, table or code block, and no link that leads away", async () => {
    const [hostile, plain] = await Promise.all([hostilePages, plainPages]);
    for (const [path, page] of hostile)
      expect([path, skeletonOf(page)]).toEqual([path, skeletonOf(plain.get(path))]);
  });

  it("leaves the diagrams as they are", async () => {
    const pages = [...(await hostilePages).values()];
    const diagrams = pages.flatMap((page) => findAll(page, "code").filter(({ lang }) => lang === "mermaid"));
    expect(diagrams).toHaveLength(3);
    const plain = [...(await plainPages).values()].flatMap((page) => findAll(page, "code"));
    for (const [i, { value = "" }] of diagrams.entries()) {
      await mermaid.parse(value);
      expect(statementsOf(value)).toEqual(
        statementsOf(plain.filter(({ lang }) => lang === "mermaid")[i]?.value ?? ""),
      );
    }
  });

  it("is shown in the description of a property", async () => {
    const page = (await hostilePages).get("objects/Thing.md");
    const [table] = page ? findAll(page, "table") : [];
    expect(table && textOf(table)).toContain(asRead(text));
  });
});

const plainPages = (() => {
  const { view, model } = everywhere("plain");
  return parsedPages(view, model);
})();

async function parsedPages(view: View, model: Model): Promise<ReadonlyMap<string, MarkdownNode>> {
  const pages = await pagesOf(view, model);
  return new Map([...pages].map(([path, page]) => [path, parseMarkdown(page)]));
}

/** What the lines of a diagram are, without their texts; nothing in these ends a statement or begins another. */
const statementsOf = (source: string): string[] =>
  source.split("\n").map((line) => {
    const [statement = "", text = ""] = line.split(
      /(?<=^ *(?:loop|opt|alt|else|end|participant \w+|[^:]+:))/,
    );
    return /[;#]/.test(text.replace(/#\d+;/g, "")) ? line : statement;
  });

/** Spaces as Markdown has them, code spans without their backticks, and what cannot be seen written out. */
const asRead = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/`([^`]+)`/g, "$1")
    .replace(
      /[\u00ad\u200b\u202c\u202e\ufeff]/g,
      (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
