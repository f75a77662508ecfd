// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { joinPointer } from "../validators/json-pointer.js";
import { formatRelease } from "../validators/release.js";

/** Which releases added what to the requests; a release is a number, see `../validators/release.ts`. */
export interface VersionEvidence {
  readonly events: Readonly<Record<string, EventEvidence>>;
  /** What any event may carry. */
  readonly envelope: ObjectEvidence;
  /** By the names of their types. */
  readonly objects: Readonly<Record<string, ObjectEvidence>>;
}

export interface EventEvidence {
  readonly since?: number;
  readonly properties?: ObjectEvidence;
}

export type ObjectEvidence = Readonly<Record<string, PartEvidence>>;

export interface PartEvidence {
  readonly since?: number;
  readonly object?: string;
  readonly items?: PartEvidence;
  readonly values?: Readonly<Record<string, number>>;
}

/** What a request proves about the shop that sent it. */
export interface InferredVersion {
  /** The shop runs this release or a later one; undefined where nothing was proved. */
  readonly version: string | undefined;
  /** What proves it, latest first: JSON Pointers, "" being the event itself. */
  readonly evidence: readonly { readonly path: string; readonly release: string }[];
}

interface Finding {
  readonly path: string;
  readonly release: number;
}

/**
 * The lower bound of the shop's release that a request proves by what it holds, with its evidence. Without the event,
 * only what any event may carry is looked at.
 */
export function inferFrom(evidence: VersionEvidence, body: unknown, event?: string): InferredVersion {
  const own = event === undefined ? undefined : find(evidence.events, event);
  const findings = [
    ...(own?.since === undefined ? [] : [{ path: "", release: own.since }]),
    ...findInObject(evidence, { ...evidence.envelope, ...own?.properties }, body, ""),
  ];
  const sorted = findings.sort((a, b) => b.release - a.release);
  return {
    version: sorted[0] && formatRelease(sorted[0].release),
    evidence: sorted.map(({ path, release }) => ({ path, release: formatRelease(release) })),
  };
}

function findInObject(
  evidence: VersionEvidence,
  parts: ObjectEvidence,
  value: unknown,
  path: string,
): readonly Finding[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
  return Object.entries(parts).flatMap(([name, part]) => {
    const inner = find(value as Readonly<Record<string, unknown>>, name);
    return inner === undefined ? [] : findInPart(evidence, part, inner, joinPointer(path, name));
  });
}

function findInPart(
  evidence: VersionEvidence,
  { since, object, items, values = {} }: PartEvidence,
  value: unknown,
  path: string,
): readonly Finding[] {
  const byValue = typeof value === "string" ? find(values, value) : undefined;
  const elements: readonly unknown[] = items && Array.isArray(value) ? value : [];
  return [
    ...[since, byValue].flatMap((release) => (release === undefined ? [] : [{ path, release }])),
    ...(object === undefined
      ? []
      : findInObject(evidence, find(evidence.objects, object) ?? {}, value, path)),
    ...elements.flatMap((item, index) =>
      findInPart(evidence, items ?? {}, item, joinPointer(path, String(index))),
    ),
  ];
}

/** What a record has itself: a property may be called `constructor`, which every object inherits. */
const find = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;
