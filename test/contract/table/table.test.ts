import { describe, expect, it } from "vitest";
import { createTable } from "../../../generator/contract/table/table.js";
import type { ResponseMode } from "../../../generator/contract/view/view.js";
import type { Contract } from "../../../templates/copied/validators/table.js";
import { readCases } from "../../workbench/cases.js";
import { freeze } from "../../workbench/outputs.js";
import { loadRealModel, snapshotsOf } from "../../workbench/real-spec.js";
import { describeParts, object } from "../../workbench/small-spec.js";
import { modelOf, tableOf, viewOf, type SmallSpec } from "../view/spec-of.js";

/** A spec, its fleet, and rows of the table: null for a row that is not there. */
interface TableCase extends SmallSpec {
  /** Default: `10..`. */
  readonly fleet?: string;
  /** Default: safe. */
  readonly responses?: ResponseMode;
  readonly want: Readonly<Partial<Record<keyof Contract, Readonly<Record<string, unknown>>>>>;
}

const cases = readCases("table.yaml", import.meta) as Readonly<
  Record<string, Readonly<Record<string, TableCase>>>
>;

const findRows = (table: Contract, want: TableCase["want"]): TableCase["want"] =>
  Object.fromEntries(
    Object.entries(want).map(([section, rows]) => {
      const all = table[section as keyof Contract] as unknown as Readonly<Record<string, unknown>>;
      return [section, Object.fromEntries(Object.keys(rows).map((name) => [name, all[name] ?? null]))];
    }),
  );

describe.each(Object.entries(cases))("%s", (_subject, ofSubject) => {
  it.each(Object.entries(ofSubject))("%s", (_name, each) => {
    const { fleet = "10..", responses = "safe", want, ...small } = each;
    const table = tableOf(modelOf(describeParts(small) as SmallSpec), fleet, { responses });
    expect(findRows(table, want)).toEqual(want);
    expect(JSON.parse(JSON.stringify(table))).toStrictEqual(table);
  });
});

it.each<ResponseMode>(["safe", "gated"])(
  "the table of the frozen contract is plain JSON: %s answers",
  (responses) => {
    const model = loadRealModel();
    const view = freeze(viewOf(model, "48..", { responses }));
    const table = createTable(view, snapshotsOf(model));
    expect(JSON.parse(JSON.stringify(table))).toStrictEqual(table);
    expect(createTable(view, snapshotsOf(model))).toStrictEqual(table);
  },
);

describe("a spec in which each event has objects of its own", () => {
  const text = { type: "string" };
  /** All names have the same length. */
  const listNumbers = (count: number) => Array.from({ length: count }, (_, index) => 100 + index);
  const tableOfEvents = (count: number): Contract => {
    const numbers = listNumbers(count);
    const events = numbers.map((number) => {
      const carries = { [`asked${number}`]: { required: true } };
      const answers = { [`given${number}`]: {} };
      return [`event${number}`, { description: "An event.", carries, answers }] as const;
    });
    const files = numbers.flatMap((number) => [
      [`requests/asked${number}.json`, object(`Asked${number}`, { x: text })] as const,
      [`responses/given${number}.json`, object(`Given${number}`, { x: text })] as const,
    ]);
    const model = modelOf({ events: Object.fromEntries(events), files: Object.fromEntries(files) });
    return tableOf(model, "10..");
  };

  it("has a table that grows by as much for each event", () => {
    const tables = [10, 20, 40].map(tableOfEvents);
    const rows = tables.map(({ objects }) => Object.keys(objects).length);
    const lengths = tables.map((table) => JSON.stringify(table).length);
    for (const [ten = 0, twenty = 0, forty = 0] of [rows, lengths]) {
      expect(twenty).toBeGreaterThan(ten);
      expect(forty - twenty).toBe(2 * (twenty - ten));
    }
  });

  it("has each answer forbidden once, in the row that all answers share", () => {
    const table = tableOfEvents(40);
    for (const number of listNumbers(40)) {
      const reason = `only for event${number}`;
      expect(table.objects["CommonResponse"]?.forbidden?.[`given${number}`]).toEqual({ reason });
      expect(JSON.stringify(table).split(`"${reason}"`)).toHaveLength(2);
    }
  });
});
