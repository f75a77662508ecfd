import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { ClaimedType, Statement, Subject } from "../../../generator/drift/claim.js";
import { indexModel } from "../../../generator/drift/judge/known.js";
import { buildModel } from "../../../generator/model/build.js";
import { readSpec } from "../../../generator/spec/read/read-spec.js";
import { toRelease } from "../../../generator/spec/dialect.js";
import type { Release } from "../../../generator/time/release.js";
import { fromSeed, happens, oneOf, someOf, type Draw } from "../../workbench/draw.js";
import { frozenSpec } from "../../workbench/real-spec.js";
import { hold } from "../../laws/run.js";
import { applyProposal, checkFiles, proposeFor, toReading, type Said } from "./grounds.js";

const read = readSpec(frozenSpec);
if (!read.ok) throw new Error("the fixture is unreadable");
const files = read.value;
const known = indexModel(buildModel(checkFiles(files)));

const types: readonly ClaimedType[] = [
  ...([
    "boolean",
    "integer",
    "int64",
    "number",
    "string",
    "uuid",
    "date",
    "date-time",
    "null",
    "object",
  ] as const),
  ...(["array", "array of objects", "array of integers", "array of strings"] as const),
];
const releases = ["11.3.0", "59", "59.3.2", "60", "61.0.1", "10"].map(toRelease);

/** Claims of every kind, true ones and such as nobody would make. */
function drawSaid(draw: Draw): Said {
  const release = oneOf(draw, releases);
  if (happens(draw, 8))
    return {
      subject: { side: "event", path: oneOf(draw, ["scanCode", "openDrawer", "printBill", "Bad"]) },
      says: drawSays(draw, release),
    };
  if (happens(draw, 8)) {
    const says: Statement[] = [{ about: "existence" }, { about: "date", date: "2025-02-03" }];
    return { subject: { side: "release", path: oneOf(draw, ["59", "60", "61.0.1", "x"]) }, says };
  }
  const [part] = oneOf(draw, known.parts);
  const side = oneOf(draw, [part.direction, part.direction, "body" as const]);
  // A source that has a part and only plans it is not at one with itself.
  if (happens(draw, 5))
    return {
      subject: { side: part.direction, path: withSibling(part.path, "plannedPart") },
      says: [{ about: "plan" }],
    };
  const mark = oneOf(draw, ["", "", "[]"]);
  const name = oneOf(draw, [
    "newPart",
    "disabled",
    "type",
    "toString",
    "New",
    "deep.newPart",
    "deepList[].newPart",
  ]);
  const path = happens(draw, 60)
    ? oneOf(draw, [`${part.path}${mark}.${name}`, name, withSibling(part.path, name)])
    : part.path;
  const events = happens(draw, 10)
    ? { events: [oneOf(draw, [...part.events.slice(0, 1), "scanCode", "noEvent"])] }
    : {};
  return { subject: { side, path, ...events } satisfies Subject, says: drawSays(draw, release) };
}

const withSibling = (path: string, name: string): string => [...path.split(".").slice(0, -1), name].join(".");

function drawSays(draw: Draw, release: Release): Statement[] {
  const all: Statement[] = [
    { about: "existence" },
    { about: "type", type: oneOf(draw, types) },
    { about: "type", type: oneOf(draw, types), seen: true },
    { about: "optional", optional: happens(draw, 50) },
    { about: "since", release },
    { about: "since", release },
    {
      about: "values",
      values: ["text", "newValue"],
      all: happens(draw, 50),
      ...(happens(draw, 50) && { since: release }),
    },
    { about: "events", events: [oneOf(draw, ["scanCode", "noEvent", "completeSession"])] },
  ];
  return someOf(draw, all, 1 + draw.below(5));
}

it("what is proposed lints, and proposes nothing again", async () => {
  await hold({
    law: "a proposal is sound",
    values: fc.nat(0x7fffffff),
    runs: 60,
    check: (seed, count) => {
      const draw = fromSeed(seed);
      const kind = oneOf(draw, ["release notes", "definitions", "WSDL", "traffic"] as const);
      const said = Array.from({ length: 1 + draw.below(6) }, () => drawSaid(draw));
      const readings = [
        toReading(said, kind),
        ...(happens(draw, 30) ? [toReading(said.slice(1).reverse(), "definitions")] : []),
      ];
      const proposal = proposeFor(readings, files);
      const after = applyProposal(files, proposal);
      checkFiles(after);
      expect(proposeFor(readings, after).files).toEqual([]);
      count.documents += proposal.files.length;
    },
    leastDocuments: 100,
  });
});

it("of nothing nothing is proposed", () => {
  expect(proposeFor([toReading([])], files)).toEqual({ files: [], decisions: [] });
});
