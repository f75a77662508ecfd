import { describe, expect, it } from "vitest";
import { indexContract } from "../../../generator/drift/contract.js";
import { isOpenVerdict, type DriftFinding } from "../../../generator/drift/source-content.js";
import type { SeenShape } from "../../../generator/drift/seen-shape.js";
import { loadRealModel } from "../../workbench/real-spec.js";
import { seed } from "../../workbench/seed.js";
import { recordMorning, type Morning } from "./morning.js";
import { read } from "./recording.js";

const model = loadRealModel();
const morning = recordMorning(model, seed);

const findOpen = (files: Morning["plain"]): readonly DriftFinding[] =>
  read(files, indexContract(model)).findings.filter(({ verdict }) => isOpenVerdict(verdict));

/** The planted things that are told by their values. */
const values = ["scanCode.codeType", "sender.deviceType"];

const told: Readonly<Record<string, string>> = {
  voidSale: "new: not in the spec",
  "sender.serviceMode": "new: not in the spec",
  "session.lines[].netWeight": "new: not in the spec",
  "session.reservationId": "new: not in the spec",
  delivery: "new: not in the spec",
  "scanCode.codeType": "new: has values that the spec does not list",
  "sender.deviceType": "new: has values that the spec does not list",
  "customAction.numpadValue": "contradicts: is string; the spec has number",
  "course.abbreviation": "contradicts: is missing; the spec says required",
};

describe.each([
  ["plain", morning.plain, Object.keys(told)],
  ["redacted", morning.redacted, Object.keys(told).filter((path) => !values.includes(path))],
] as const)("900 exchanges of three shops, %s", (_, files, paths) => {
  const found = findOpen(files);
  const byPath = new Map(found.map((finding) => [finding.subject?.path ?? "", finding]));

  it("have what was planted, and nothing else", () => {
    const lines = found.map(({ verdict, subject, message }) => [subject?.path, `${verdict}: ${message}`]);
    expect(lines.toSorted()).toEqual(paths.map((path) => [path, told[path]]).toSorted());
  });

  it.each(paths)("have %s as often as it was planted, in its events and shops", (path) => {
    const { bodies, objects, events = [], shops = [] } = byPath.get(path)?.seen ?? {};
    expect({
      ...{ bodies, objects },
      events: Object.fromEntries(events.map(({ event, ...share }) => [event, share])),
      shops: Object.fromEntries(shops.map(({ shop, some, all }) => [shop, { some, all }])),
    }).toEqual(morning.planted[path]);
  });

  it("have the types and forms that were planted", () => {
    const shapes = found.flatMap((finding) => finding.shapes ?? []).flatMap(listShapes);
    expect(Object.fromEntries(shapes)).toEqual({
      "sender.serviceMode": "string",
      "session.lines[].netWeight": "integer number",
      "session.reservationId": "null uuid",
      delivery: "object",
      "delivery.plannedOn": "date",
      "delivery.parcelNumber": "digits",
      "delivery.parcels": "array",
      "delivery.parcels[]": "object",
      "delivery.parcels[].grams": "integer",
      "delivery.parcels[].handedTo": "string",
      voidSale: "object",
      "voidSale.reason": "string",
      "voidSale.approvedAt": "date-time",
      "voidSale.refund": "boolean",
    });
  });
});

function listShapes(shape: SeenShape): readonly (readonly [path: string, kinds: string])[] {
  const { path, kinds, parts, items } = shape;
  const names = kinds.map(({ kind }) => kind).toSorted();
  return [[path, names.join(" ")], ...[...(items ? [items] : []), ...parts].flatMap(listShapes)];
}

it("a morning without plants would find nothing: each plant is in some bodies and not in others", () => {
  for (const { bodies } of Object.values(morning.planted)) {
    expect(bodies.some).toBeGreaterThan(0);
    expect(bodies.some).toBeLessThan(bodies.all);
  }
});
