import * as fc from "fast-check";
import { fromSeed, happens, oneOf, type Draw } from "../../workbench/draw.js";
import type { Spec } from "./generators.js";
import { allTime } from "./history.js";
import { enumShape, numberShape, textShape, type Json, type Side, type SpecDraft } from "./shapes.js";

/** Specs of objects with one property. Before a release, it may have been different or absent. */
export const tinySpecs = (): fc.Arbitrary<Spec> =>
  fc.nat(0x7fffffff).map((seed) => drawTinySpec(fromSeed(seed)));

/** Two tiny specs differ only in that property, and in whether its object is open. */
export function drawTinySpec(draw: Draw): Spec {
  const files = new Map<string, Json>();
  const object = (side: Side, title: string): Json =>
    drawObject(title, { draw, releases: [], side, files, shared: new Map() });
  files
    .set("releases.json", { releases: ["10", "20.1"].map((release) => ({ release, summary: "Changes." })) })
    .set("requests/errorRequest.json", object("requests", "Fault"))
    .set("requests/ping.json", object("requests", "Ping"))
    .set("responses/pong.json", object("responses", "Pong"))
    .set("envelope.json", {
      ...described,
      carries: {},
      answers: {},
      errorRequest: "requests/errorRequest.json",
    })
    .set("events/ping.json", {
      ...described,
      carries: { ping: { required: true } },
      answers: { pong: { required: true } },
    })
    .delete("titles");
  return files;
}

const described = { description: "Something." };

/** An object with or without a property that may be renamed. */
function drawObject(title: string, draft: SpecDraft): Json {
  const { draw } = draft;
  const name = oneOf(draw, ["x", "x", "x", "xNew"]);
  const past = oneOf<Json>(draw, [
    {},
    {},
    { "x-was": [{ until: "10", schema: drawSimple(draft, 0) }] },
    { "x-added-in": "10" },
    { "x-added-in": "10", "x-was": [{ until: "20.1", schema: drawSimple(draft, 0) }] },
  ]);
  const shape = {
    description: "x.",
    ...drawSimple(draft, 0),
    ...(name === "xNew" && { "x-legacy-names": ["x"] }),
    ...past,
  };
  const isThere = happens(draw, 80);
  return {
    title,
    description: "Object.",
    type: "object",
    ...(happens(draw, 40) && { "x-open": true }),
    properties: isThere ? { [name]: shape } : {},
    required: isThere && happens(draw, 30) ? [name] : [],
  };
}

function drawSimple(draft: SpecDraft, depth: number): Json {
  const { draw } = draft;
  const text = () => textShape(draw);
  const values = () => untitled(enumShape(draft, allTime([])));
  const list = () => drawList(draft, depth);
  const ways = [text, values, text, values, () => numberShape(draw), list, list];
  return oneOf(draw, depth === 0 ? ways : ways.slice(0, 5))();
}

/** Every object and every titled enum of a spec has its own title. */
const untitled = (shape: Json): Json =>
  Object.fromEntries(Object.entries(shape).filter(([key]) => key !== "title"));

function drawList(draft: SpecDraft, depth: number): Json {
  const least = draft.draw.below(2);
  const most = least + draft.draw.below(2);
  return { type: "array", items: drawSimple(draft, depth + 1), minItems: least, maxItems: most };
}
