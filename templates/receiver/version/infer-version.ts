import { formatRelease, joinPointer } from "../../validators/results.js";
import type { ObjectEvidence, PartEvidence, VersionEvidence } from "./version-evidence.js";

/** What a request proves about the release of the shop that sent it. */
export interface InferredVersion {
  /** The shop runs this release or a later one; undefined if nothing was proved. */
  readonly version: string | undefined;
  /** What proves it, latest release first: JSON Pointers, where "" is the event itself. */
  readonly evidence: readonly { readonly path: string; readonly release: string }[];
}

interface Finding {
  readonly path: string;
  readonly release: number;
}

/**
 * Infers the oldest release that the shop can run from the parts of its request. Without the event, only the parts that
 * any event may have are looked at.
 */
export function inferFromEvidence(evidence: VersionEvidence, body: unknown, event?: string): InferredVersion {
  const own = event === undefined ? undefined : getOwn(evidence.events, event);
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
    const inner = getOwn(value as Readonly<Record<string, unknown>>, name);
    // A null may stand for what an older shop does not have.
    return inner === undefined || inner === null
      ? []
      : findInPart(evidence, part, inner, joinPointer(path, name));
  });
}

function findInPart(
  evidence: VersionEvidence,
  { since, object, items, values = {} }: PartEvidence,
  value: unknown,
  path: string,
): readonly Finding[] {
  const byValue = typeof value === "string" ? getOwn(values, value) : undefined;
  const elements: readonly unknown[] = items && Array.isArray(value) ? value : [];
  return [
    ...[since, byValue].flatMap((release) => (release === undefined ? [] : [{ path, release }])),
    ...(object === undefined
      ? []
      : findInObject(evidence, getOwn(evidence.objects, object) ?? {}, value, path)),
    ...elements.flatMap((item, index) =>
      findInPart(evidence, items ?? {}, item, joinPointer(path, String(index))),
    ),
  ];
}

/** An own property: a property of a request may be called `constructor`, which every object inherits. */
const getOwn = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;
