import { expect, it } from "vitest";
import { indexContract } from "../../generator/drift/contract.js";
import { readPageRows } from "../../generator/drift/page-rows.js";
import { readPage } from "../../generator/drift/read-page.js";
import { formatRelease } from "../../generator/base/time/release.js";
import { buildModel } from "../../generator/contract/model/build.js";
import { object } from "../workbench/small-spec.js";
import { specWith } from "./door.js";
import { listLines, toLine } from "./cases.js";
import { readCases } from "../workbench/cases.js";

const deeper = {
  "requests/bill.json#/properties/left": { $ref: "common/seat.json" },
  "requests/bill.json#/properties/right": { $ref: "common/seat.json" },
  "common/seat.json": object("Seat", { place: object("SeatPlace", { row: { type: "integer" } }) }),
  "requests/bill.json#/properties/firstTable": undefined,
  "requests/bill.json#/properties/colour": {
    description: "A colour.",
    type: "string",
    enum: ["red", "green", "dark-blue"],
  },
  "common/table.json#/properties/extra/properties": { depth: { description: "How deep.", type: "integer" } },
};
/** Shares a name with `bill`. */
const tray = {
  "envelope.json#/carries/tray": {},
  "requests/tray.json": object("Tray", { total: { type: "number" }, depth: { type: "integer" } }),
};
const contract = indexContract(buildModel(specWith({ ...deeper, ...tray })));

function read(page: string, file = "page.md") {
  const blocks = readPage(file, page);
  if (!blocks.ok) throw new Error(blocks.problems[0]?.message);
  return readPageRows(blocks.value, file, contract);
}

interface Cases {
  readonly rows: readonly { readonly row: string; readonly made: readonly string[] }[];
  /** Explanations of a part with the values red, green and dark-blue, and the values read. */
  readonly values: Readonly<Record<string, string>>;
  readonly dates: readonly {
    readonly name: string;
    readonly page: string;
    readonly dated: readonly string[];
  }[];
  /** Items of a list, and the new names in it. */
  readonly bullets: readonly { readonly list: readonly string[]; readonly made: readonly string[] }[];
  readonly pages: readonly {
    readonly name: string;
    /** The extension determines the format. Default: Markdown. */
    readonly file?: string;
    readonly page: string;
    readonly made: readonly string[];
  }[];
}

const { rows, values, dates, bullets, pages } = readCases("page-rows.yaml", import.meta) as Cases;

const above =
  "# P\n## Request objects\n### box\n| Property | Type | Explanation |\n|-|-|-|\n| z | int | z |\n";

it.each(rows)("the row $row is read", ({ row, made }) => {
  const known = ["request box", "request box.z: integer, required", "“z” of request box.z"];
  expect(
    listLines(read(above + row)).filter((line) => !known.includes(line.replace(", undated", ""))),
  ).toEqual(made);
});

const bill = "# P\n## Request objects\n### bill\n";
const header = "| Property | Type | Explanation |\n|-|-|-|\n";

it.each(Object.entries(values))("of the explanation %j are read the values: %s", (explanation, want) => {
  const { rows: made } = read(`${bill}${header}| colour | string | ${explanation} |`);
  expect((made.at(-1)?.values ?? []).join(" ")).toBe(want);
});

it.each(dates)("rows have releases: $name", ({ page, dated }) => {
  const { rows: made } = read(bill + page.replaceAll("TABLE\n", header));
  const shown = made.map(({ path, since, isUndated = false }) => [
    path,
    isUndated ? "undated" : since === undefined ? "" : formatRelease(since),
  ]);
  expect(shown.map((row) => row.join(" ").trim())).toEqual(dated);
});

it.each(bullets)("of the list $list are new: $made", ({ list, made }) => {
  const { rows: found, sentences } = read(`# P\nThese:\n\n${list.map((item) => `- ${item}\n`).join("")}`);
  expect(found.map(toLine)).toEqual(made);
  // Once the spec has an object, its item is the same sentence as before.
  if (!made.some((name) => name.startsWith("event")))
    expect(sentences.filter(({ context, of }) => context === "These:" && !of)).toHaveLength(list.length);
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
