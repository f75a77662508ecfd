import { beforeAll, describe, expect, it } from "vitest";
import { formatRelease } from "../../generator/base/time/release.js";
import { findAll, parseMarkdown, rowsOf, textOf } from "../targets/docs/markdown-tree.js";
import { pageLaws, readFleetPages, type FleetPages } from "./page-laws.js";
import { pageAt } from "./pages.js";

describe("the pages for all releases", () => {
  let fleet: FleetPages;
  const page = (path: string) => pageAt(fleet.texts, path);
  const read = (path: string) => parseMarkdown(page(path));

  beforeAll(async () => {
    fleet = await readFleetPages("..");
  });

  it.each(Object.entries(pageLaws))("%s", (_law, findBreaks) => {
    expect(findBreaks(fleet)).toEqual([]);
  });

  it("have a cause and a cure of each error code", () => {
    const count = (pattern: RegExp) => [...page("error-codes.md").matchAll(pattern)].length;
    const all = fleet.model.errorCodes?.values.length;
    expect([count(/^\*\*Cause\*\*: \S/gm), count(/^\*\*Cure\*\*: \S/gm)]).toEqual([all, all]);
  });

  it("have every erratum of the spec, and every term of the glossary", () => {
    const errata = new Set(
      [...JSON.stringify(fleet.model).matchAll(/"id":"(E\d+)","says"/g)].map(([, id]) => id),
    );
    expect(findAll(read("errata.md"), "heading").slice(1).map(textOf).sort()).toEqual([...errata].sort());
    const [terms] = findAll(read("glossary.md"), "table").map(rowsOf);
    expect(terms?.map(([term]) => term)).toEqual(fleet.model.glossary.map(({ term }) => term));
  });

  it("have what is planned, apart from what is there", () => {
    const [before = "", planned = ""] = page("objects/Sender.md").split("## Planned");
    expect(before).not.toContain("paperState");
    expect(planned).toContain(
      "- `paperState`: How much paper the receipt printer has. One of `Unknown`, `Empty`, `Low` or `Present`.",
    );
  });

  it("say what each release brought, newest first", () => {
    const text = page("releases.md");
    const listed = [...text.matchAll(/^- \*\*v([\d.]+)\*\*/gm)].map(([, release]) => release);
    expect(listed).toHaveLength(fleet.model.releases.length);
    expect(listed[0]).toBe("59.4.2");
    const [, since59 = ""] = text.split("- **v59**");
    expect(since59.split("- **v57**")[0]).toContain("  - answer added: `form`");
    expect(text).toContain("  - event added: [selectRelation](events/selectRelation.md)");
    expect(text).toMatch(
      / {2}- enum value added in the answer: `form\.fields\[\]\.type`.*\. You may send "label"\./,
    );
  });

  it("have a matrix of every property, and the releases that have it", () => {
    const [events = [], requests = [], answers = []] = findAll(read("matrix.md"), "table").map((table) =>
      findAll(table, "tableRow").map((row) => findAll(row, "tableCell").map(textOf)),
    );
    expect(events.slice(1).map(([name]) => name)).toEqual(fleet.model.events.map(({ name }) => name));
    const [heads = []] = requests;
    const releases = fleet.model.changes.map((release) => `v${formatRelease(release)}`);
    expect(heads.slice(3, -1)).toEqual([...releases.toReversed(), `before ${releases[0]}`]);
    /** The cells of some releases' columns, and of the last column. */
    const cells = (rows: readonly string[][], path: string, ...columns: readonly string[]) => {
      const [, ...row] = rows.find(([name]) => name === path) ?? [];
      return [...columns.map((column) => row[(rows[0] ?? []).indexOf(column) - 1]), row.at(-1)];
    };
    expect(cells(requests, "sender.hasReceiptPrinter", "v56", "v57", "v59")).toEqual([
      "",
      "new",
      "yes",
      "all",
    ]);
    expect(cells(answers, "form.fields[].separator", "v59.3.2", "v59.3.4")).toEqual(["", "new", "all"]);
    expect(requests.find(([name]) => name === "sender.ageInSeconds")?.slice(1, 4)).toEqual([
      ...["no shop", "planned", ""],
    ]);
    expect(answers.find(([name]) => name === "receiptFooter")?.at(-1)).toBe("completeSession");
  });
});
