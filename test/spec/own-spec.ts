import { expect } from "vitest";
import { toReviewEntry } from "../../generator/drift/reviews.js";
import { isOpenVerdict, nameSubject, type DriftFinding } from "../../generator/drift/source-content.js";
import { buildModel } from "../../generator/contract/model/build.js";
import { once } from "../../generator/base/once.js";
import { loadReviewedSpec } from "../../generator/cli/inputs/spec-folder.js";
import { ownSpec } from "../../generator/contract/package/package-files.js";
import { formatRelease } from "../../generator/base/time/release.js";
import type { View } from "../../generator/contract/view/view.js";
import { loadRange } from "../workbench/real-spec.js";

/** Linted, with the reviews of its sources. Read on first use. */
export const loadOwnSpec = once(() => {
  const loaded = loadReviewedSpec(ownSpec);
  if (loaded.ok) return loaded.value;
  throw new Error(loaded.problems.map(({ message }) => message).join("\n"));
});

export const loadOwnModel = once(() => buildModel(loadOwnSpec()));

export function loadOwnRange(range?: string): View {
  const model = loadOwnModel();
  const newest = model.releases.at(-1);
  return loadRange(range ?? (newest ? `${formatRelease(newest.release)}..` : ".."), model);
}

function change(list: string, found: readonly unknown[], listed: readonly unknown[]): string {
  const [now, before] = [found, listed].map((each) => each.map((entry) => JSON.stringify(entry))) as [
    string[],
    string[],
  ];
  const added = now.map((entry, index) => {
    const place = index === 0 ? "at the start" : `after ${now[index - 1] ?? ""}`;
    return before.includes(entry) ? "" : `add ${place}: ${entry}`;
  });
  const removed = before.map((entry) => (now.includes(entry) ? "" : `remove: ${entry}`));
  const entries = [...removed, ...added].filter((line) => line !== "");
  return advise(`change ${list}`, entries);
}

/** Lines to copy; the assertion continues after the last one. */
const advise = (todo: string, lines: readonly string[]): string =>
  [`Has the spec changed, and is it right? Then ${todo}:`, ...lines, ""].join("\n");

export const expectList = (found: readonly unknown[], listed: readonly unknown[], list: string): void =>
  expect(found, change(list, found, listed)).toEqual(listed);

export const expectNone = (found: readonly unknown[], todo: string): void =>
  expect(
    found,
    advise(
      todo,
      found.map((each) => JSON.stringify(each)),
    ),
  ).toEqual([]);

/** The exact review entries to add, as `drift` prints them, and those to remove. */
export function review(findings: readonly DriftFinding[], title: string): string {
  const lines = findings
    .filter(({ verdict }) => isOpenVerdict(verdict))
    .flatMap((finding) => {
      const { lost, message, subject } = finding;
      if (lost) return lost.flatMap((entry) => ["remove:", JSON.stringify(entry)]);
      const add = toReviewEntry(finding, { title });
      if (!add) return [`edit the spec: ${subject ? nameSubject(subject) : ""} ${message}`];
      const entry = add.list === "claims" ? { ...add.entry, why: toReason(message) } : add.entry;
      return [`add to "${add.list}":`, JSON.stringify(entry)];
    });
  return advise("change spec/drift/reviewed.json, and say why", lines);
}

const toReason = (message: string): string => `The spec is newer than this source: ${message}.`;
