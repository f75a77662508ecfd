import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../../generator/base/json.js";
import { findDrift } from "../../../generator/drift/drift.js";
import type { SpecEntry } from "../../../generator/drift/spec-entries.js";
import { changeSpec, linkSmallSpec, toSources, type Changes } from "../../contract/read/small-spec.js";
import { readCases } from "../../workbench/cases.js";
import { toSource } from "../door.js";
import { lintWithEntries } from "./paste-entries.js";
import { createReader, toLines } from "./recording.js";

/** The other properties are the request. */
interface SeenRecord {
  readonly event?: string;
  readonly shop?: string;
  readonly answer?: Json;
}

interface EntryCase {
  readonly name: string;
  readonly changes?: Changes;
  readonly releases?: Readonly<Record<string, string>>;
  readonly records: readonly SeenRecord[];
  readonly entries: Readonly<Record<string, JsonObject>>;
}

const cases = readCases("spec-entries.yaml", import.meta) as readonly EntryCase[];

function listEntries({ records, changes, releases }: EntryCase): readonly SpecEntry[] {
  const recorded = records.map(({ event = "scanCode", shop = "shop-12", answer = null, ...request }) => {
    return { event, subscription: shop, request: { event: { eventCounter: 1 }, ...request }, answer };
  });
  const reader = createReader({ releases, showsValues: true });
  const found = findDrift([toSource("x.ndjson", toLines(recorded))], linkSmallSpec(changes), () => reader);
  if (!found.ok) throw new Error(found.problems[0]?.message);
  return found.value.entries;
}

describe("the entries to paste", () => {
  it.each(cases)("$name", async (given) => {
    const entries = listEntries(given);
    expect(Object.fromEntries(entries.map(({ file, entry }) => [file, entry]))).toEqual(given.entries);
    const spec = toSources(changeSpec(given.changes ?? {}));
    expect(await lintWithEntries(spec, entries)).toEqual([]);
  });
});
