import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { formatRelease, type Release } from "../../generator/base/time/release.js";
import type { EventModel } from "../../generator/contract/model/model.js";
import { modelOf } from "../contract/view/spec-of.js";
import { object } from "../workbench/small-spec.js";
import { emitInProcess, type Emitted } from "./judges/emitted.js";
import {
  findEvent,
  fleetFrom,
  interpret,
  buildSnapshotView,
  buildPossibleView,
  type Accepts,
} from "./judges/interpreted.js";
import { listPaths } from "../workbench/json-paths.js";
import { fail, hold, type Count } from "./run.js";
import { drawDocuments, listEvents, listReleases, scenarios, type Scenario } from "./fleets/scenarios.js";

describe("what omit leaves", () => {
  it("equals the greatest valid part found by brute force, on 2,000 random small answers", async () => {
    await hold({ law: "omit", values: scenarios(120), runs: 130, leastDocuments: 2000, check: isGreatest });
  });

  for (const { name, pong, required = false, given, want } of cases) {
    it(name, async () => {
      const model = modelOf({ pong, event: { answers: { pong: { required } } }, common: { late } });
      const emitted = await emitInProcess(buildPossibleView(model, fleetFrom(model), "gated"), model);
      const options = { version: "10", unsupported: "omit" } as const;
      const result = emitted.validateResponse("ping", { pong: given }, options);
      const omitted = result.ok ? result.omitted?.map(({ path }) => path) : undefined;
      expect(result.ok ? [result.value, omitted] : "refused").toEqual(want);
    });
  }
});

interface Case {
  readonly name: string;
  readonly pong: Readonly<Record<string, unknown>>;
  /** True if an answer requires `pong`. */
  readonly required?: boolean;
  readonly given: unknown;
  /** The rest of the answer for a shop of release 10, and the report. */
  readonly want: unknown;
}

const late = { ...object("Late", { y: { type: "string" } }), "x-added-in": "20" };
const lateItems = { type: "array", items: { $ref: "common/late.json" } };
const shorter = { type: "array", items: { type: "string" }, maxItems: 1 };
const option = object("Option", { text: { type: "string" }, image: { type: "string", "x-added-in": "20" } });
const field = object("Field", { options: { type: "array", items: option }, late: lateItems });

/** Corner cases that chance rarely finds. */
const cases: readonly Case[] = [
  {
    name: "is an empty array where a release knows no element",
    pong: { x: lateItems },
    given: { x: [{ y: "a" }, {}] },
    want: [{ pong: { x: [] } }, ["/pong/x/0", "/pong/x/1"]],
  },
  {
    name: "is nothing where there are too many elements: which to leave out is nobody's to say",
    pong: {
      x: { type: "array", items: { type: "string" }, "x-was": [{ until: "20", schema: shorter }] },
      z: lateItems,
    },
    given: { x: ["a", "b"] },
    want: "refused",
  },
  {
    name: "is nothing where what is required cannot be sent at all",
    pong: { x: { type: "string", "x-optional-since": "20" }, z: lateItems },
    required: true,
    given: {},
    want: "refused",
  },
  {
    name: "is all but an option's newer property, deep in a list of fields",
    pong: { fields: { type: "array", items: field } },
    given: { fields: [{ options: [{ text: "a" }, { text: "b", image: "i" }] }, { late: [] }] },
    want: [
      { pong: { fields: [{ options: [{ text: "a" }, { text: "b" }] }, { late: [] }] } },
      ["/pong/fields/0/options/1/image"],
    ],
  },
];

/** Up to this number of properties and elements, all combinations can be tried. */
const maxPlaces = 10;

async function isGreatest(scenario: Scenario, count: Count): Promise<void> {
  const { model, fleet } = scenario;
  const view = buildPossibleView(model, fleet, "gated");
  const emitted = await emitInProcess(view, model);
  for (const release of listReleases(fleet)) {
    const snapshot = buildSnapshotView(model, release);
    for (const { event, releases } of listEvents(model, fleet)) {
      const [known, whole] = [findEvent(snapshot, event.name), findEvent(view, event.name)];
      if (!known || !whole) continue;
      const [accepts, typed] = [known, whole].map(({ response }) => interpret(response, "response"));
      const question = { event, release, emitted, accepts, typed } as Question;
      for (const document of unfitting(question, releases, scenario)) compare(question, document, count);
    }
  }
}

interface Question {
  readonly event: EventModel;
  readonly release: Release;
  readonly emitted: Emitted;
  readonly accepts: Accepts;
  readonly typed: Accepts;
}

const unfitting = (
  { event, accepts }: Question,
  releases: readonly Release[],
  { draw, documents }: Scenario,
): unknown[] =>
  drawDocuments(draw, event.response, releases, documents).filter(
    (document) => !accepts(document) && listPaths(document).length <= maxPlaces,
  );

function compare(
  { event, release, emitted, accepts, typed }: Question,
  document: unknown,
  count: Count,
): void {
  const version = formatRelease(release);
  const result = emitted.validateResponse(event.name, document, { version, unsupported: "omit" });
  const want = typed(document) ? greatestPart(document, accepts) : undefined;
  if (typed(document)) count.documents += 1;
  const same = result.ok
    ? want !== undefined && isDeepStrictEqual(result.value, want.value)
    : want === undefined;
  if (!same) fail("not the greatest part", { event: event.name, version, document, want, result });
}

/** A part of a value. `kept` is a set of bits for the kept places: one part contains another if its bits do. */
interface Part {
  readonly value: unknown;
  readonly kept: number;
}

/** Finds the valid part that contains every other valid part. Undefined if there is none. */
function greatestPart(document: unknown, accepts: Accepts): Part | undefined {
  const valid = partsOf(document, { next: 0 }).filter(({ value }) => accepts(value));
  const all = valid.reduce((bits, { kept }) => bits | kept, 0);
  return valid.find(({ kept }) => kept === all);
}

function partsOf(value: unknown, counter: { next: number }): Part[] {
  if (typeof value !== "object" || value === null) return [{ value, kept: 0 }];
  let combined: { entries: (readonly [string, unknown])[]; kept: number }[] = [{ entries: [], kept: 0 }];
  for (const [key, child] of Object.entries(value)) {
    const bit = 2 ** counter.next++;
    const parts = partsOf(child, counter);
    combined = combined.flatMap((sofar) => [
      sofar,
      ...parts.map((part) => ({
        entries: [...sofar.entries, [key, part.value] as const],
        kept: sofar.kept | bit | part.kept,
      })),
    ]);
  }
  return combined.map(({ entries, kept }) => ({
    value: Array.isArray(value) ? entries.map(([, part]) => part) : Object.fromEntries(entries),
    kept,
  }));
}
