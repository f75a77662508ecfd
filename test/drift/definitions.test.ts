import { expect, it } from "vitest";
import { indexContract } from "../../generator/drift/contract.js";
import { readDefinitions } from "../../generator/drift/definitions.js";
import { readPage } from "../../generator/drift/read-page.js";
import type { SourceContent } from "../../generator/drift/source-content.js";
import { parseRelease } from "../../generator/base/time/release.js";
import { buildModel } from "../../generator/contract/model/build.js";
import { specWith } from "./door.js";
import { listLines, readCases } from "./cases.js";

const spec = specWith();
const contract = indexContract(buildModel(spec), spec.names);

function read(...lines: readonly string[]): SourceContent {
  const page = readPage("page.md", lines.join("\n"));
  if (!page.ok) throw new Error(page.problems[0]?.message);
  return readDefinitions(page.value, "page.md", contract);
}

const header = ["| Property | Type | Explanation |", "|---|---|---|"];

interface Cases {
  /** Rows of a table of the object `box`. */
  readonly rows: readonly { readonly row: string; readonly made: readonly string[] }[];
  readonly pages: readonly {
    readonly name: string;
    readonly page: string;
    readonly made: readonly string[];
  }[];
}

const { rows, pages } = readCases("definitions.yaml", import.meta) as Cases;

it.each(rows)("the row $row is read", ({ row, made }) => {
  const { rows: all, ...rest } = read("# P", "## Request objects", "### box", ...header, row);
  expect(listLines({ ...rest, rows: all.slice(1) })).toEqual(made);
});

it.each(pages)("of a page is made what it says: $name", ({ page, made }) => {
  expect(listLines(read(page))).toEqual(made);
});

it("a page of many objects lists everything, and one of few does not", () => {
  const pageOf = (count: number) =>
    read(
      "# P",
      "## Request objects",
      ...Array.from({ length: count }, (_, i) => [
        `### box${i}`,
        "",
        ...header,
        "| x | string | |",
        "",
      ]).flat(),
    );
  expect([pageOf(9).lists, pageOf(10).lists]).toEqual(["some", "everything"]);
});

it("a page knows its title, the newest release that it names, and the sections of what is in it", () => {
  const { title, newest, rows, count } = read(
    ...["# P", "## Request objects", "### box", "Added in v12.1, before v13.0.2.", ""],
    ...[...header, "| x | string | |"],
  );
  expect({
    title,
    newest,
    count,
    sections: rows.map(({ place }) => `${place.section} ${place.line}`),
  }).toEqual({
    title: "P",
    newest: parseRelease("13.0.2"),
    count: 3,
    sections: ["Request objects > box 3", "Request objects > box 8"],
  });
});
