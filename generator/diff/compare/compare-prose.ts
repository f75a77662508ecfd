import type { Prose } from "../../model/model.js";
import { optionalRelease } from "../../spec/dialect.js";
import type { Fleet } from "../../time/fleet.js";
import type { Release } from "../../time/release.js";
import { found, foundEach, without, type Found } from "../change.js";
import type { Comparer } from "./compare-types.js";

type Fleets = Comparer["fleets"];

/** What changed in the prose of one thing. */
export const compareProse = (old: Prose, now: Prose, fleets: Fleets): readonly Found[] => [
  ...compareNotes(old, now, fleets),
  ...compareDeprecation(old, now, fleets),
  ...(old === now ? [] : compareTexts(old, now)),
];

/** Whether something that may hold from a release on concerns no shop of a fleet (0), some (1), or all (2). */
function getReach(known: { readonly since?: Release | undefined } | undefined, { min, max }: Fleet): number {
  if (!known) return 0;
  if (known.since === undefined || known.since <= min) return 2;
  return known.since <= max ? 1 : 0;
}

function compareNotes(old: Prose, now: Prose, fleets: Fleets): readonly Found[] {
  const getNoteReach = ({ notes }: Prose, wanted: string, fleet: Fleet) => {
    const note = notes.find(({ text }) => text === wanted);
    return getReach(note && { since: optionalRelease(note.since) }, fleet);
  };
  const texts = new Set([...old.notes, ...now.notes].map(({ text }) => text));
  return [...texts].flatMap((text) => {
    const [before, after] = [getNoteReach(old, text, fleets[0]), getNoteReach(now, text, fleets[1])];
    return before === after ? [] : [found(before < after ? "note-added" : "note-removed", text)];
  });
}

function compareDeprecation(old: Prose, now: Prose, fleets: Fleets): readonly Found[] {
  const [before, after] = [getReach(old.deprecated, fleets[0]), getReach(now.deprecated, fleets[1])];
  const replacement = now.deprecated?.replacedBy;
  const advice = replacement === undefined ? "" : `: use ${replacement} instead`;
  if (before < after) return [found("deprecated", advice)];
  if (before > after) return [found("undeprecated")];
  const isTold = before > 0 && old.deprecated?.replacedBy !== replacement;
  return isTold ? [found("replacement-changed", advice)] : [];
}

/** Compares what carries no release, and so differs only between two states of the spec. */
function compareTexts(old: Prose, now: Prose): readonly Found[] {
  const listErrata = ({ errata }: Prose) => errata.map(({ id }) => id);
  const [before, after] = [listErrata(old), listErrata(now)];
  const getCertainty = ({ provenance }: Prose) => provenance?.kind ?? "documented";
  const certainty = getCertainty(now);
  return [
    ...(old.description === now.description ? [] : [found("description-changed")]),
    ...(old.setting === now.setting ? [] : [found("setting-changed", now.setting ?? "none")]),
    ...(getCertainty(old) === certainty ? [] : [found("provenance-changed", certainty)]),
    ...foundEach("erratum-added", without(after, before)),
    ...foundEach("erratum-removed", without(before, after)),
  ];
}
