import type { Prose } from "../../model/model.js";
import { parseRelease } from "../../time/release.js";
import type { Fleet } from "../../time/fleet.js";
import { found, type Finding } from "../change.js";

/** The fleets of both sides: some of what people are told holds from a release on. */
export interface Spans {
  readonly old: Fleet;
  readonly new: Fleet;
}

/** What people are told differently of one thing. */
export function compareProse(old: Prose, now: Prose, spans: Spans): readonly Finding[] {
  return [
    ...notes(old, now, spans),
    ...deprecation(old, now, spans),
    ...(old === now ? [] : rewritten(old, now)),
  ];
}

/** How much of a fleet something concerns that holds from a release on: no shop, some, or all. */
function reach(since: number | undefined, { min, max }: Fleet): number {
  if (since === undefined || since <= min) return 2;
  return since <= max ? 1 : 0;
}

function notes(old: Prose, now: Prose, spans: Spans): Finding[] {
  if (old.notes.length + now.notes.length === 0) return [];
  const texts = new Set([...old.notes, ...now.notes].map(({ text }) => text));
  return [...texts].flatMap((text) => {
    const [before, after] = [reachOfNote(text, old, spans.old), reachOfNote(text, now, spans.new)];
    if (before === after) return [];
    return [found(before < after ? "note-added" : "note-removed", text)];
  });
}

function reachOfNote(text: string, { notes }: Prose, fleet: Fleet): number {
  const note = notes.find((candidate) => candidate.text === text);
  if (!note) return 0;
  return reach(note.since === undefined ? undefined : parseRelease(note.since), fleet);
}

function deprecation(old: Prose, now: Prose, spans: Spans): Finding[] {
  const before = old.deprecated ? reach(old.deprecated.since, spans.old) : 0;
  const after = now.deprecated ? reach(now.deprecated.since, spans.new) : 0;
  if (before < after) return [found("deprecated", insteadOf(now))];
  if (before > after) return [found("undeprecated")];
  const told = before > 0 && old.deprecated?.replacedBy !== now.deprecated?.replacedBy;
  return told ? [found("replacement-changed", insteadOf(now))] : [];
}

const insteadOf = ({ deprecated }: Prose): string =>
  deprecated?.replacedBy === undefined ? "" : `: use ${deprecated.replacedBy} instead`;

/** What has no release of its own, so that only two states of the spec can differ in it. */
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
