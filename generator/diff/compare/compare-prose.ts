import type { Prose } from "../../model/model.js";
import type { Fleet } from "../../time/fleet.js";
import { parseRelease } from "../../time/release.js";
import { found, type Finding, type Fleets } from "./comparison.js";

/** What changed in the prose of one thing. */
export function compareProse(old: Prose, now: Prose, fleets: Fleets): readonly Finding[] {
  return [
    ...notes(old, now, fleets),
    ...deprecation(old, now, fleets),
    ...(old === now ? [] : rewritten(old, now)),
  ];
}

/** Whether something that holds from a release on concerns no shop of a fleet (0), some (1), or all (2). */
function reach(since: number | undefined, { min, max }: Fleet): number {
  if (since === undefined || since <= min) return 2;
  return since <= max ? 1 : 0;
}

function notes(old: Prose, now: Prose, fleets: Fleets): Finding[] {
  if (old.notes.length + now.notes.length === 0) return [];
  const texts = new Set([...old.notes, ...now.notes].map(({ text }) => text));
  return [...texts].flatMap((text) => {
    const [before, after] = [reachOfNote(text, old, fleets.old), reachOfNote(text, now, fleets.new)];
    if (before === after) return [];
    return [found(before < after ? "note-added" : "note-removed", text)];
  });
}

function reachOfNote(text: string, { notes }: Prose, fleet: Fleet): number {
  const note = notes.find((candidate) => candidate.text === text);
  if (!note) return 0;
  return reach(note.since === undefined ? undefined : parseRelease(note.since), fleet);
}

function deprecation(old: Prose, now: Prose, fleets: Fleets): Finding[] {
  const before = old.deprecated ? reach(old.deprecated.since, fleets.old) : 0;
  const after = now.deprecated ? reach(now.deprecated.since, fleets.new) : 0;
  if (before < after) return [found("deprecated", formatReplacement(now))];
  if (before > after) return [found("undeprecated")];
  const told = before > 0 && old.deprecated?.replacedBy !== now.deprecated?.replacedBy;
  return told ? [found("replacement-changed", formatReplacement(now))] : [];
}

const formatReplacement = ({ deprecated }: Prose): string =>
  deprecated?.replacedBy === undefined ? "" : `: use ${deprecated.replacedBy} instead`;

/** Compares what carries no release, and so differs only between two states of the spec. */
function rewritten(old: Prose, now: Prose): Finding[] {
  const [before, after] = [old, now].map(({ errata }) => errata.map(({ id }) => id)) as [string[], string[]];
  const certainty = ({ provenance }: Prose) => provenance?.kind ?? "documented";
  return [
    ...(old.description === now.description ? [] : [found("description-changed")]),
    ...(old.setting === now.setting ? [] : [found("setting-changed", now.setting ?? "none")]),
    ...(certainty(old) === certainty(now) ? [] : [found("provenance-changed", certainty(now))]),
    ...after.filter((id) => !before.includes(id)).map((id) => found("erratum-added", id)),
    ...before.filter((id) => !after.includes(id)).map((id) => found("erratum-removed", id)),
  ];
}
