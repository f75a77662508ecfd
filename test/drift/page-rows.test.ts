import { expect, it } from "vitest";
import { indexContract } from "../../generator/drift/contract.js";
import { readPageRows } from "../../generator/drift/page-rows.js";
import { readPage } from "../../generator/drift/read-page.js";
import { formatRelease } from "../../generator/base/time/release.js";
import { buildModel } from "../../generator/contract/model/build.js";
import { object } from "../workbench/small-spec.js";
import { specWith } from "./door.js";
import { listLines } from "./cases.js";
import { readCases } from "../workbench/cases.js";

const deeper = {
  "requests/bill.json#/properties/left": { $ref: "common/seat.json" },
  "requests/bill.json#/properties/right": { $ref: "common/seat.json" },
  "common/seat.json": object("Seat", { place: object("SeatPlace", { row: { type: "integer" } }) }),
  "requests/bill.json#/properties/firstTable": undefined,
  "common/table.json#/properties/extra/properties": { depth: { description: "How deep.", type: "integer" } },
};
const contract = indexContract(buildModel(specWith(deeper)));

function read(page: string, file = "page.md") {
  const blocks = readPage(file, page);
  if (!blocks.ok) throw new Error(blocks.problems[0]?.message);
  return readPageRows(blocks.value, file, contract);
}

interface Cases {
  readonly rows: readonly { readonly row: string; readonly made: readonly string[] }[];
  readonly pages: readonly {
    readonly name: string;
    /** The extension determines the format. Default: Markdown. */
    readonly file?: string;
    readonly page: string;
    readonly made: readonly string[];
  }[];
}

const { rows, pages } = readCases("page-rows.yaml", import.meta) as Cases;

const above =
  "# P\n## Request objects\n### box\n| Property | Type | Explanation |\n|-|-|-|\n| z | int | z |\n";

it.each(rows)("the row $row is read", ({ row, made }) => {
  const known = ["request box", "request box.z: integer, required", "“z” of request box.z"];
  expect(listLines(read(above + row)).filter((line) => !known.includes(line))).toEqual(made);
});

it.each(pages)("of a page is made what it says: $name", ({ page, file, made }) => {
  expect(listLines(read(page, file)).filter((line) => !line.endsWith(": nothing explains it"))).toEqual(made);
});

it("a page knows its title, the newest release that it names, and the sections of what is in it", () => {
  const page =
    "# P\n## Request objects\n### box\nAdded in v12.1, before v13.0.2.\n\n- x (string): It is red.";
  const { title, newest, rows: made, count } = read(page);
  expect([title, newest && formatRelease(newest), count]).toEqual(["P", "13.0.2", 4]);
  expect(made.map(({ place }) => `${place.section} ${place.line}`)).toEqual([
    "Request objects > box 3",
    "Request objects > box 6",
  ]);
});
