import * as fc from "fast-check";
import { buildModel } from "../../../generator/contract/model/build.js";
import type { Model } from "../../../generator/contract/model/model.js";
import { toCheckedSpec } from "../../../generator/contract/read/checked-spec.js";
import { linkSpec } from "../../../generator/contract/read/link-spec.js";
import type { SourceFile } from "../../../generator/contract/read/read-spec.js";
import { sortFiles } from "../../../generator/contract/read/files.js";
import { fromSeed, fromTape, happens, listOf, someOf, type Draw } from "../../workbench/draw.js";
import { allTime, drawDates, drawSwitches, type Span } from "./history.js";
import { doubtRequests } from "./undocumented.js";
import { objectShape, type Json, type Side, type SpecDraft } from "./shapes.js";
import { drawStandings } from "./standings.js";

/** A small spec: its files by path. */
export type Spec = ReadonlyMap<string, Json>;

/** Specs without lint errors that use the whole dialect. They shrink to fewer and simpler parts. */
export const specs = (): fc.Arbitrary<Spec> =>
  fc.array(fc.nat(0xffff), { maxLength: 500, size: "max" }).map(fromChoices);

const choices = new WeakMap<Spec, readonly number[]>();

function fromChoices(tape: readonly number[]): Spec {
  const spec = drawSpec(fromTape(tape));
  choices.set(spec, tape);
  return spec;
}

/** Changes a few choices, so that the rest of the spec is mostly the same. */
export function revise(draw: Draw, spec: Spec): Spec {
  const tape = [...(choices.get(spec) ?? [])];
  for (let left = 1 + draw.below(6); left > 0; left--) {
    const at = draw.below(tape.length);
    tape[at] = (tape[at] ?? 0) + 1 + draw.below(2);
  }
  return fromChoices(tape);
}

function drawSpec(draw: Draw): Spec {
  const releases = ["10", "20.1", "v20.1.3", "40"].slice(0, 1 + draw.below(4));
  const files = new Map<string, Json>();
  const sides = { requests: newSide("requests"), responses: newSide("responses") };
  function newSide(side: Side): SpecDraft {
    return { draw, releases, side, files, shared: new Map() };
  }
  const whole = allTime(releases);
  files.set("releases.json", { releases: releases.map((release) => ({ release, summary: "Changes." })) });
  files.set("requests/errorRequest.json", {
    description: "Fault.",
    ...objectShape(sides.requests, whole, 2),
  });
  const envelope = {
    carries: happens(draw, 30) ? drawParts(sides.requests, whole, "shared", 1) : {},
    answers: happens(draw, 30) ? drawParts(sides.responses, whole, "shared", 1) : {},
  };
  files.set("envelope.json", {
    description: "All.",
    ...envelope,
    errorRequest: "requests/errorRequest.json",
  });
  for (const name of ["ping", "scan"].slice(0, 1 + draw.below(2))) drawEvent(name, sides);
  files.delete("titles");
  doubtRequests(draw, files);
  // The tape may be used up, so the text so far is the seed.
  drawStandings(fromSeed(JSON.stringify([...files]).length), files);
  return files;
}

function drawEvent(name: string, { requests, responses }: Readonly<Record<Side, SpecDraft>>): void {
  const { draw, releases } = requests;
  // The first event always exists, because a fleet without events has no view.
  const [dates, span] =
    name === "ping" ? [{}, allTime(releases)] : drawDates(draw, allTime(releases), releases);
  requests.files.set(`events/${name}.json`, {
    description: "Event.",
    ...dates,
    carries: drawParts(requests, span, name, 2),
    answers: drawParts(responses, span, name, 2),
  });
}

function drawParts(draft: SpecDraft, span: Span, owner: string, most: number): Json {
  const { draw, files, side } = draft;
  const others = [...files.keys()].filter((path) => path.startsWith(side) && !isTaken(path, files));
  const borrowed = happens(draw, 30) ? someOf(draw, others, 1) : [];
  const own = listOf(draw, 1, most, () => owner).map((prefix, i) => {
    const path = `${side}/${prefix}Object${i}.json`;
    const [dates, within] = drawDates(draw, allTime(draft.releases), draft.releases);
    files.set(path, { description: "Object.", ...objectShape(draft, within, 0), ...dates });
    return path;
  });
  return Object.fromEntries([...own, ...borrowed].map((path) => [toName(path), drawPart(draft, span)]));
}

/** The objects of the envelope and the error request are not shared. */
const isTaken = (path: string, files: ReadonlyMap<string, Json>): boolean => {
  const { carries = {}, answers = {} } = files.get("envelope.json") ?? {};
  return path.includes("error") || toName(path) in { ...(carries as Json), ...(answers as Json) };
};

const toName = (path: string): string => path.slice(path.indexOf("/") + 1, -".json".length);

function drawPart({ draw, releases, side }: SpecDraft, span: Span): Json {
  const [dates, within] = drawDates(draw, span, releases);
  // If a release lacks a required answer, its events cannot be answered.
  const [switches, required] =
    side === "requests" || happens(draw, 20) ? drawSwitches(draw, within, releases) : [{}, false];
  return { ...dates, ...switches, required, ...(happens(draw, 4) && { "x-planned": true }) };
}

export const toSources = (spec: Spec): SourceFile[] =>
  [...spec].map(([path, value]) => ({ path, text: JSON.stringify(value, null, 2) }));

export function toModel(spec: Spec): Model {
  const [files] = sortFiles(
    [...spec].map(([path, value]) => ({ path, value })),
    new Set(),
  );
  return buildModel(toCheckedSpec(linkSpec(files)[0]));
}
