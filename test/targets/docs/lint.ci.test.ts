import { lint } from "markdownlint/promise";
import mermaid from "mermaid";
import { describe, expect, it } from "vitest";
import { loadRange, loadRealModel } from "../../workbench/real-spec.js";
import { findAll, parseMarkdown } from "./markdown-tree.js";
import { pagesOf } from "../../docs/pages.js";
import { withTasks } from "../../docs/with-tasks.js";

const model = withTasks(loadRealModel());

/** The linter's own rules but for line length, which tables and prose cannot keep. */
const config = { default: true, MD013: false };

describe.each(["..", "48..", "10..10"])("the pages for %s", (label) => {
  const pages = pagesOf(loadRange(label, model), model);

  it("are what markdownlint calls good Markdown", async () => {
    const found = await lint({ strings: Object.fromEntries(await pages), config });
    const told = Object.entries(found).flatMap(([path, problems]) =>
      problems.map(
        ({ ruleNames, lineNumber, errorDetail }) =>
          `${path}:${lineNumber} ${ruleNames.join("/")} ${errorDetail}`,
      ),
    );
    expect(told).toEqual([]);
  });

  it("have diagrams that Mermaid can read", async () => {
    const diagrams = [...(await pages).values()].flatMap((page) =>
      findAll(parseMarkdown(page), "code").filter(({ lang }) => lang === "mermaid"),
    );
    expect(diagrams).toHaveLength(model.events.length + model.flows.length + model.tasks.length);
    for (const { value = "" } of diagrams) {
      expect((await mermaid.parse(value)).diagramType).toBe("sequence");
    }
  });
});

it("finds what is wrong with Markdown and with a diagram", async () => {
  const found = await lint({ strings: { page: "# A\n\n### C\n<b>x</b>\n" }, config });
  expect(found["page"]?.length).toBeGreaterThan(2);
  await expect(mermaid.parse("sequenceDiagram\n  POS->>You POST")).rejects.toThrow("Parse error");
});
