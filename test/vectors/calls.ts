import { isInFleet, type Fleet } from "../../generator/base/time/fleet.js";
import { baseline, formatRelease, type Release } from "../../generator/base/time/release.js";
import { createSnapshots } from "../../generator/contract/lattice/snapshot.js";
import type { Model } from "../../generator/contract/model/model.js";
import type { Start } from "../emitted/agreement/cases.js";
import { drawObject } from "../laws/documents/documents.js";
import { mutate } from "../laws/documents/mutations.js";
import { happens, oneOf, type Draw } from "../workbench/draw.js";
import type { Contract } from "./contracts.js";
import { aim, collectWords, crowd, type Words } from "./faults.js";
import type { AnswerOptions, Call } from "./interpreter.js";

/** Bodies of the spec and of each release, most of them with faults. */
export function drawCalls(
  draw: Draw,
  { model, starts }: Contract,
  fleet: Fleet,
  count: number,
): readonly Call[] {
  const drawStart = createStartDraw(model, fleet);
  const versions = listVersions(model, fleet);
  const words = collectWords(model);
  const events = [...otherEvents, ...model.events.map(({ name }) => name)];
  return Array.from({ length: count }, (): Call => {
    const start = happens(draw, 40) ? oneOf(draw, starts) : drawStart(draw);
    const body = drawBody(draw, words, start);
    if (start.body === "errorRequest") return { call: "validateErrorRequest", event: "", body };
    const event = happens(draw, 4) ? oneOf(draw, events) : start.event;
    if (start.body === "request") return { call: oneOf(draw, requestCalls), event, body };
    return { call: "validateResponse", event, options: drawOptions(draw, versions), body };
  });
}

const requestCalls = [
  "validateRequest",
  "validateRequest",
  "inferFromRequest",
  "listUnknown",
] as const satisfies readonly Call["call"][];

const otherEvents = ["", "Ping", "constructor", "__proto__"];

/** Draws a body that a release sends or accepts: most often one of the fleet. */
function createStartDraw(
  { events, errorRequest, changes, ...model }: Model,
  fleet: Fleet,
): (draw: Draw) => Start {
  const snapshots = createSnapshots({ events, errorRequest, changes, ...model });
  return (draw) => {
    const releases = happens(draw, 60) ? fleet.releases : [baseline, ...changes];
    const { name: event, ...bodies } = oneOf(draw, events);
    const body = happens(draw, 4) ? "errorRequest" : oneOf(draw, ["request", "response"] as const);
    const object = body === "errorRequest" ? errorRequest : bodies[body];
    return { event, body, document: drawObject(draw, snapshots.at(oneOf(draw, releases)).object(object)) };
  };
}

function drawBody(draw: Draw, words: Words, start: Start): string {
  const text = JSON.stringify(drawDocument(draw, words, start) ?? null);
  // Half of an emoji is no text in most languages.
  const sound = text.replace(/(?<!\\)\\ud[89a-f]../g, "?");
  return happens(draw, 5) ? sound.replace(/(?<=:-?\d+)(?=[,}\]])/, ".0") : sound;
}

function drawDocument(draw: Draw, words: Words, { document, body }: Start): unknown {
  if (happens(draw, 4)) return crowd(draw, document);
  // Only from an answer without other faults, what a shop does not accept is omitted.
  if (happens(draw, body === "response" ? 40 : 15)) return document;
  let faulty = document;
  for (let faults = 1 + draw.below(3); faults > 0; faults -= 1)
    faulty = happens(draw, 60) ? aim(draw, words, faulty) : mutate(draw, faulty, 1);
  return faulty;
}

interface Versions {
  readonly inside: readonly string[];
  readonly others: readonly string[];
}

/** The releases where something changes, and those just before and after, in and outside the fleet. */
function listVersions({ changes }: Model, fleet: Fleet): Versions {
  const edges = [...fleet.releases, fleet.max, ...changes].flatMap((release) =>
    [release, release - 1, release + 1].filter((each): each is Release => each >= 0),
  );
  const isInside = (release: Release): boolean => isInFleet(release, fleet);
  const inside = edges.filter(isInside).map(formatRelease);
  const outside = edges.filter((release) => !isInside(release)).map(formatRelease);
  return {
    inside: [...inside, ...inside, ...inside.map((text) => `v${text}`)],
    others: [...outside, "99", "latest", "59.", "1.2.3.4", "x59", ""],
  };
}

function drawOptions(draw: Draw, { inside, others }: Versions): AnswerOptions {
  const unsupported = happens(draw, 1) ? { unsupported: "drop" } : oneOf(draw, reactions);
  if (happens(draw, 20)) return unsupported;
  return { version: oneOf(draw, happens(draw, 10) ? others : inside), ...unsupported };
}

const reactions = [{ unsupported: "omit" }, { unsupported: "omit" }, { unsupported: "reject" }, {}] as const;
