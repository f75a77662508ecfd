import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { formatRelease } from "../../generator/base/time/release.js";
import type { Problem } from "../../templates/copied/validators/results.js";
import { modelOf } from "../contract/view/spec-of.js";
import { listPaths } from "../workbench/json-paths.js";
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
import { fail, type Count } from "./run.js";
import { drawDocuments, listEvents, itHolds, listReleases, type Scenario } from "./fleets/scenarios.js";

/**
 * Law: a gated answer is valid exactly if the shop's release accepts it. What `omit` leaves is the greatest part that
 * the release accepts.
 */
describe("a gated answer passes exactly if the shop's release accepts it, and omit leaves what it accepts", () => {
  itHolds({
    law: "gated answers",
    documents: [80, 5],
    realFleets: 2,
    runs: 200,
    // Counts answers of which omit leaves less than all.
    leastDocuments: 2000,
    check: gatedAgrees,
  });

  for (const { name, pong, required = false, given, want } of cases) {
    it(`omit leaves ${name}`, async () => {
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
const choice = { type: "string", enum: ["a", "b"], "x-enum-added-in": { b: "20" } };
const choices = { type: "array", items: choice, minItems: 1 };
const option = object("Option", { text: { type: "string" }, image: { type: "string", "x-added-in": "20" } });
const field = object("Field", { options: { type: "array", items: option }, late: lateItems });

/** Corner cases that chance rarely finds. */
const cases: readonly Case[] = [
  {
    name: "an empty array where a release knows no element",
    pong: { x: lateItems },
    given: { x: [{ y: "a" }, {}] },
    want: [{ pong: { x: [] } }, ["/pong/x/0", "/pong/x/1"]],
  },
  {
    name: "nothing where there are too many elements: which to leave out is nobody's to say",
    pong: {
      x: { type: "array", items: { type: "string" }, "x-was": [{ until: "20", schema: shorter }] },
      z: lateItems,
    },
    given: { x: ["a", "b"] },
    want: "refused",
  },
  {
    name: "nothing where what is required cannot be sent at all",
    pong: { x: { type: "string", "x-optional-since": "20" }, z: lateItems },
    required: true,
    given: {},
    want: "refused",
  },
  {
    name: "nothing of an object without what it requires, and reports nothing inside it",
    pong: { x: object("Held", { y: { type: "string", "x-optional-since": "20" }, z: lateItems }) },
    given: { x: { z: [{}] } },
    want: [{ pong: {} }, ["/pong/x"]],
  },
  {
    name: "only the last item, and reports the others by their places before",
    pong: { x: { type: "array", items: { anyOf: [{ $ref: "common/late.json" }, choices] } } },
    given: { x: [{ y: "a" }, ["b"], ["a"]] },
    want: [{ pong: { x: [["a"]] } }, ["/pong/x/0", "/pong/x/1/0", "/pong/x/1"]],
  },
  {
    name: "all but an option's newer property, deep in a list of fields",
    pong: { fields: { type: "array", items: field } },
    given: { fields: [{ options: [{ text: "a" }, { text: "b", image: "i" }] }, { late: [] }] },
    want: [
      { pong: { fields: [{ options: [{ text: "a" }, { text: "b" }] }, { late: [] }] } },
      ["/pong/fields/0/options/1/image"],
    ],
  },
];

interface Question {
  readonly event: string;
  readonly version: string;
  readonly emitted: Emitted;
  /** As the shop's release. */
  readonly accepts: Accepts;
  /** As the type of the answer. */
  readonly typed: Accepts;
}

async function gatedAgrees(scenario: Scenario, count: Count): Promise<void> {
  const { model, fleet, draw, documents } = scenario;
  const view = buildPossibleView(model, fleet, "gated");
  const emitted = await emitInProcess(view, model);
  for (const release of listReleases(fleet)) {
    const snapshot = buildSnapshotView(model, release);
    for (const { event, releases } of listEvents(model, fleet)) {
      const version = formatRelease(release);
      const [known, whole] = [findEvent(snapshot, event.name), findEvent(view, event.name)];
      if (!known || !whole) {
        checkUnsupported(event.name, version, emitted);
        continue;
      }
      const [accepts, typed] = [interpret(known.response, "response"), interpret(whole.response, "response")];
      const question = { event: event.name, version, emitted, accepts, typed };
      for (const document of drawDocuments(draw, event.response, releases, documents)) {
        checkReject(question, document);
        checkOmit(question, document, count);
      }
    }
  }
}

/** If the event does not exist in the release, every answer is invalid, and the problem says so. */
function checkUnsupported(event: string, version: string, { validateResponse }: Emitted): void {
  for (const unsupported of ["reject", "omit"] as const) {
    const result = validateResponse(event, {}, { version, unsupported });
    const codes = result.ok ? [] : result.problems.map(({ code }) => code);
    if (!isDeepStrictEqual(codes, ["unsupported-event"]))
      fail("an event that the shop does not have", { event, version, unsupported, result });
  }
}

function checkReject({ event, version, accepts, emitted }: Question, document: unknown): void {
  const fits = accepts(document);
  const result = emitted.validateResponse(event, document, { version });
  if (result.ok !== fits)
    fail("the gated check is not the snapshot's", { event, version, fits, document, result });
}

/** Up to this number of properties and elements, all combinations can be tried. */
const maxPlaces = 10;

/** The rest is valid and, if the answer is small, as large as possible. Each removed part is in the report. */
function checkOmit(
  { event, version, emitted, accepts, typed }: Question,
  document: unknown,
  count: Count,
): void {
  const options = { version, unsupported: "omit" } as const;
  const before = JSON.stringify(document);
  const result = emitted.validateResponse(event, document, options);
  const facts = { event, ...options, document, result };
  if (JSON.stringify(document) !== before) fail("the handler's own answer was changed", facts);
  if (listPaths(document).length <= maxPlaces) {
    const want = typed(document) ? greatestPart(document, accepts) : undefined;
    if (typed(document) && !accepts(document)) count.documents += 1;
    const isGreatest = result.ok ? isDeepStrictEqual(result.value, want?.value) : want === undefined;
    if (!isGreatest) fail("not the greatest part", { ...facts, want });
  }
  if (!result.ok) return accepts(document) ? fail("what fits was refused", facts) : undefined;
  if (!accepts(result.value)) fail("the shop does not take what is left", facts);
  const named = leaveOut(document, result.omitted ?? []);
  if (!isDeepStrictEqual(named, result.value)) fail("something was left out silently", facts);
}

const leaveOut = (document: unknown, omitted: readonly Problem[]): unknown =>
  keep(document, new Set(omitted.map(({ path }) => path)), "");

function keep(value: unknown, gone: ReadonlySet<string>, here: string): unknown {
  if (typeof value !== "object" || value === null) return value;
  const parts = Object.entries(value).flatMap(([key, part]) => {
    const place = `${here}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    return gone.has(place) ? [] : [[key, keep(part, gone, place)] as const];
  });
  return Array.isArray(value) ? parts.map(([, part]) => part) : Object.fromEntries(parts);
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
