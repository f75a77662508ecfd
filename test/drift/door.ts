import { findDrift, type DriftSource } from "../../generator/drift/drift.js";
import type { DriftFinding, JudgedSource } from "../../generator/drift/source-content.js";
import { success, type Outcome } from "../../generator/base/problem/problem.js";
import { createReader } from "./traffic/recording.js";
import { linkSmallSpec, type Changes } from "../contract/read/small-spec.js";

/** Definitions that sources of every kind need beside the small spec. */
const besides: Changes = {
  "releases.json#/releases/4": { release: "60.1", summary: "Not dated." },
  "drift/soap-names.json": {
    source: "A schema",
    seenAs: "a schema",
    elements: {},
    leftOut: {},
    concerns: [],
    roots: [{ type: "Body", side: "response", path: "" }],
  },
};

export const specWith = (changes: Changes = {}) => linkSmallSpec({ ...besides, ...changes });

export const toSource = (file: string, given: string | Uint8Array): DriftSource => ({
  file,
  read: (limit) => (given.length > limit ? undefined : Buffer.from(given)),
});

export const findDriftOf = (sources: readonly DriftSource[], spec: ReturnType<typeof specWith>) =>
  findDrift(sources, spec, () => createReader());

export function judgeFile(
  file: string,
  given: string | Uint8Array,
  spec = specWith(),
): Outcome<JudgedSource> {
  const outcome = findDriftOf([toSource(file, given)], spec);
  const [judged] = outcome.ok ? outcome.value.sources : [];
  return outcome.ok && judged ? success(judged) : (outcome as Outcome<never>);
}

/** The findings that disagree with the spec, one per source line and subject, or the reason for rejecting the file. */
export function tell(...given: Parameters<typeof judgeFile>): readonly string[] {
  const outcome = judgeFile(...given);
  if (!outcome.ok) return outcome.problems.map(({ code, message }) => `${code}: ${message}`);
  return toLines(outcome.value.findings.filter(({ verdict }) => verdict !== "agrees"));
}

/** Formats findings: `contradicts request box.a (6): is string; the spec has uuid`. */
export function toLines(findings: readonly DriftFinding[]): readonly string[] {
  const told = new Map<string, Set<string>>();
  for (const { verdict, subject, place, text = "", message } of findings) {
    const about = subject ? ` ${subject.side} ${subject.path}` : "";
    const line = place ? ` (${place.line})` : "";
    const says = verdict === "unread" ? ` “${text.replaceAll("\n", " / ")}”` : "";
    const key = `${verdict}${about}${line}${says}`;
    told.set(key, (told.get(key) ?? new Set()).add(message));
  }
  return [...told].map(([key, messages]) => {
    for (const usual of ["the spec does not have it", "only a sentence says this", ""])
      messages.delete(usual);
    return [key, [...messages].join(", ")].filter(Boolean).join(": ");
  });
}
