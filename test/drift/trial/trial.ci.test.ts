import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { loadReviewedSpec } from "../../../generator/cli/inputs/spec-folder.js";
import { findDrift, type DriftResult } from "../../../generator/drift/drift.js";
import { isOpenVerdict, nameSubject, type DriftFinding } from "../../../generator/drift/source-content.js";
import { ownSpec } from "../../../generator/contract/package/package-files.js";
import { success, type Outcome } from "../../../generator/base/problem/problem.js";
import { formatRelease } from "../../../generator/base/time/release.js";
import { changes, harmless, listed, unedited } from "./changes.js";
import { parsePage, type Page } from "./page.js";
import { layouts } from "./layouts.js";
import { formatFailures, runCases, type Case, type Given, type Loud } from "./run.js";

/** The vendor's pages are outside the repository. */
const folder = fileURLToPath(new URL("../../../../shared/seeds", import.meta.url));

const readSeed = (name: string): Page => parsePage(readFileSync(join(folder, name), "utf8"));

function driftAll(given: readonly Given[]): Outcome<DriftResult> {
  const loaded = loadReviewedSpec(ownSpec);
  if (!loaded.ok) return loaded;
  const { spec, files } = loaded.value;
  return findDrift(
    given.map(({ file, text }) => ({ file, read: () => Buffer.from(text) })),
    { spec, files, lint: () => success(undefined), today: "2026-01-01", propose: false },
  );
}

const toLoud = ({ verdict, subject, about, message, text, parts, releases }: DriftFinding): Loud => ({
  verdict,
  ...(subject && { subject: nameSubject(subject) }),
  ...(about && { about }),
  message,
  text: text ?? "",
  parts: (parts ?? []).map(nameSubject),
  releases: (releases ?? []).map(formatRelease),
});

function judge(given: readonly Given[]): ReadonlyMap<string, readonly Loud[] | string> {
  const outcome = driftAll(given);
  if (outcome.ok)
    return new Map(
      outcome.value.sources.map(({ file, findings }) => [
        file,
        findings.filter(({ verdict }) => isOpenVerdict(verdict)).map(toLoud),
      ]),
    );
  // A rejected page makes the whole call fail, so compare the others without it.
  const refused = new Map(outcome.problems.map(({ place, message }) => [place?.file ?? "", message]));
  const rest = given.filter(({ file }) => !refused.has(file));
  return rest.length < given.length ? new Map([...refused, ...judge(rest)]) : refused;
}

describe.skipIf(!existsSync(folder))("the trial (skipped where ../shared/seeds is absent)", () => {
  let pages: Readonly<Record<"definitions" | "how-to", Page>>;

  beforeAll(() => {
    pages = {
      definitions: readSeed("003_bb36d0b5dd247fcf.txt"),
      "how-to": readSeed("000_a0cdf2ba4fa9980e.txt"),
    };
  });

  it.each<readonly [string, readonly Case[], number]>([
    ["is quiet about the pages as they are", unedited, 6],
    ["tells each change", changes, 200],
    ["is quiet about harmless edits", harmless, 60],
    ["lists what says the same in other words", listed, 60],
  ])("%s", (_, cases, least) => {
    const results = runCases(pages, cases, judge);
    expect(results.length).toBeGreaterThanOrEqual(least);
    expect(formatFailures(results)).toBe("");
  });

  it.each(layouts)("asserts nothing of the same page as %s", (_, extension, write) => {
    const file = `page.${extension}`;
    const loud = judge([{ file, text: write(pages.definitions) }]).get(file) ?? "it was not judged";
    if (typeof loud === "string") throw new Error(loud);
    // A page without a heading has no title, and that is reported.
    const asserted = loud.filter(
      ({ verdict, message }) => verdict !== "unread" && !message.startsWith("the title is"),
    );
    expect(asserted).toEqual([]);
  });
});
