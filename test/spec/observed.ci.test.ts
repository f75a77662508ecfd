import { expect, it } from "vitest";
import { ownSpec, readSpecSources } from "../../generator/contract/package/package-files.js";
import { readReviews } from "../../generator/contract/read/read-spec.js";
import { findDrift } from "../../generator/drift/drift.js";
import { toSource } from "../drift/door.js";
import { recordMorning } from "../drift/traffic/morning.js";
import { lintWithEntries } from "../drift/traffic/paste-entries.js";
import { createReader } from "../drift/traffic/recording.js";
import { need } from "../workbench/need.js";
import { seed } from "../workbench/seed.js";
import { loadOwnModel, loadOwnSpec } from "./own-spec.js";

const morning = recordMorning(loadOwnModel(), seed);

/** The shops run a release that the spec does not have, as the user says, or an unknown one. */
const releases = { "shop-12": "63", cafe: "64", bakery: "63.1" };

async function lintWith(
  files: Readonly<Record<string, string>>,
  options: Parameters<typeof createReader>[0],
): Promise<readonly string[]> {
  const sources = Object.entries(files).map(([file, text]) => toSource(file, text));
  const { entries } = need(findDrift(sources, loadOwnSpec(), () => createReader(options)));
  expect(entries.length).toBeGreaterThan(5);
  return lintWithEntries([...need(readSpecSources(ownSpec)), ...need(readReviews(ownSpec))], entries);
}

it.each([
  ["plain, with the values and the releases of the shops", morning.plain, { releases, showsValues: true }],
  ["plain, of shops with unknown releases", morning.plain, {}],
  ["redacted", morning.redacted, { releases }],
] as const)("our spec is clean with what a morning of three shops adds: %s", async (_, files, options) => {
  expect(await lintWith(files, options)).toEqual([]);
});
