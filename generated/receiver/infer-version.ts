// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { formatRelease } from "../validators/release.js";

/** Which releases added what in the requests; a release is a number, see `../validators/release.ts`. */
export interface VersionEvidence {
  readonly events: Readonly<Record<string, number>>;
  readonly body: EvidenceNode;
}

export interface EvidenceNode {
  readonly since?: number;
  readonly properties?: Readonly<Record<string, EvidenceNode>>;
  readonly items?: EvidenceNode;
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

/** The lower bound of the shop's release that a request proves by what it holds, with its evidence. */
export function inferFrom(evidence: VersionEvidence, body: unknown, event?: string): InferredVersion {
  const byEvent =
    event !== undefined && Object.hasOwn(evidence.events, event) ? evidence.events[event] : undefined;
  const findings = [
    ...(byEvent === undefined ? [] : [{ path: "", release: byEvent }]),
    ...findIn(evidence.body, body, ""),
  ];
  const sorted = findings.sort((a, b) => b.release - a.release);
  return {
    version: sorted[0] && formatRelease(sorted[0].release),
    evidence: sorted.map(({ path, release }) => ({ path, release: formatRelease(release) })),
  };
}

function findIn(node: EvidenceNode, value: unknown, path: string): Finding[] {
  if (value === undefined) return [];
  const found: Finding[] = node.since === undefined ? [] : [{ path, release: node.since }];
  if (typeof value === "string" && node.values && Object.hasOwn(node.values, value)) {
    found.push({ path, release: node.values[value] ?? 0 });
  }
  if (Array.isArray(value)) {
    const { items } = node;
    if (items) value.forEach((item, index) => found.push(...findIn(items, item, `${path}/${index}`)));
    return found;
  }
  if (typeof value !== "object" || value === null) return found;
  for (const [name, inner] of Object.entries(node.properties ?? {})) {
    if (Object.hasOwn(value, name)) {
      found.push(...findIn(inner, (value as Readonly<Record<string, unknown>>)[name], `${path}/${name}`));
    }
  }
  return found;
}
