import type { Direction } from "../../model/model.js";
import { baseline, type Release } from "../../time/release.js";
import { always, existsAt, firstIn, goneIn, intersect, type Spans } from "../../time/spans.js";
import type { Claim } from "../claim.js";
import type { Known } from "../judge/known.js";
import { isSeen, listReleases } from "../judge/seen.js";
import type { Reading } from "../reading.js";

/** The lowest release whose contract has all that was seen on one side of a recording, and what says so. */
export interface LowestRelease {
  readonly file: string;
  readonly side: Direction;
  /** Undefined: every release has it. */
  readonly release: Release | undefined;
  /** The release that no longer has some of it, where there is one. */
  readonly until: Release | undefined;
  /** Whether one release has all of it. If none has, `release` is the highest that some part of it needs. */
  readonly isOne: boolean;
  /** What needs a release, the latest first. */
  readonly evidence: readonly Evidence[];
}

/** A part that not every release has. */
export interface Evidence {
  readonly claim: Claim;
  /** The first release that has it. */
  readonly release: Release;
  /** Whether a source says so: else that release is inferred or assumed. */
  readonly isSure: boolean;
}

/**
 * Finds the lowest release that explains the requests of a recording, and the lowest that takes its answers. What no release has
 * explains nothing, and is left out: the judge tells of it. Undefined for a side of which nothing was seen.
 */
export function findLowestReleases({ kind, file, claims }: Reading, known: Known): readonly LowestRelease[] {
  if (kind !== "traffic") return [];
  const sides = ["request", "response"] as const;
  return sides.flatMap((side) => {
    const seen = claims.filter(
      ({ subject }) => subject.side === side || (side === "request" && subject.side === "event"),
    );
    const lives = seen.map((claim) => ({ claim, exists: findLife(claim, known) }));
    const explained = lives.filter(({ exists }) => exists.length > 0);
    if (!explained.some(({ claim }) => claim.subject.side === side)) return [];
    return [{ file, side, ...combine(explained, known) }];
  });
}

interface Life {
  readonly claim: Claim;
  readonly exists: Spans;
}

/** The releases that have what was seen, in all of its events. */
function findLife({ subject, says }: Claim, known: Known): Spans {
  if (subject.side === "event") return known.findEvent(subject.path)?.exists ?? [];
  return isSeen(says) ? listReleases(says, subject, known).reduce(intersect, always) : [];
}

function combine(
  lives: readonly Life[],
  known: Known,
): Pick<LowestRelease, "release" | "until" | "isOne" | "evidence"> {
  const evidence = lives
    .flatMap(({ claim, exists }) => {
      const release = firstIn(exists);
      return release === undefined ? [] : [{ claim, release, isSure: isSure(claim, known) }];
    })
    .sort((a, b) => b.release - a.release);
  const common = lives.map(({ exists }) => exists).reduce(intersect, always);
  const lowest = [baseline, ...known.model.changes].find((release) => existsAt(common, release));
  if (lowest === undefined)
    return { release: evidence[0]?.release, until: undefined, isOne: false, evidence };
  const until = goneIn(common.filter((span) => existsAt([span], lowest)));
  return { release: lowest === baseline ? undefined : lowest, until, isOne: true, evidence };
}

function isSure({ subject }: Claim, { findPart, findEvent }: Known): boolean {
  const event = subject.side === "event" ? findEvent(subject.path) : undefined;
  const chains = findPart(subject)?.flatMap(({ chain }) => chain) ?? [];
  return [...(event ? [event] : []), ...chains].every(({ prose: { provenance } }) => {
    const isGuess = provenance?.kind === "inferred" || provenance?.kind === "assumed";
    return !isGuess || provenance.of?.every((part) => part !== "release" && part !== "existence") === true;
  });
}
