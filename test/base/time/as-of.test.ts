import { expect, it } from "vitest";
import {
  describeKnownReleases,
  knownReleasesToJson,
  type KnownReleases,
} from "../../../generator/base/time/fleet.js";
import { baseline, parseRelease } from "../../../generator/base/time/release.js";

const release = (text: string) => parseRelease(text) ?? baseline;
const beyond = { from: release("60"), to: release("67"), of: "the API" };
const at = (text: string, date?: string): KnownReleases["releases"] => [
  { release: release("10"), date: "2000-01-01" },
  { release: release(text), ...(date !== undefined && { date }) },
];

it.each<readonly [KnownReleases, string, object]>([
  [{ releases: at("59.5.2") }, "v59.5.2", { release: "59.5.2", date: null, beyond: null }],
  [
    { releases: at("59.5.2", "2024-12-31") },
    "v59.5.2, as of December 2024",
    { release: "59.5.2", date: "2024-12-31", beyond: null },
  ],
  [
    { releases: at("59.5.2", "2024-12-01"), beyond },
    "v59.5.2, as of December 2024; v60 to v67 of the API are known to exist",
    { release: "59.5.2", date: "2024-12-01", beyond: { from: "60", to: "67", of: "the API" } },
  ],
  [
    { releases: at("62.1"), beyond },
    "v62.1; releases of the API up to v67 are known to exist",
    { release: "62.1", date: null, beyond: { from: "60", to: "67", of: "the API" } },
  ],
  [{ releases: at("67"), beyond }, "v67", { release: "67", date: null, beyond: null }],
])("a contract is known up to its newest release %#", (known, text, json) => {
  expect(describeKnownReleases(known)).toBe(text);
  expect(knownReleasesToJson(known)).toEqual(json);
});
