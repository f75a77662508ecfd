import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../generator/package/package-root.js";
import { toRelease } from "../../generator/spec/dialect.js";
import { formatRelease } from "../../generator/time/release.js";

const { releases } = JSON.parse(readFileSync(join(packageRoot, "spec/releases.json"), "utf8")) as {
  releases: { release: string }[];
};

/** What a till of this package runs unless it is told otherwise, as it is printed. */
export const newestRelease = formatRelease(toRelease(releases.at(-1)?.release ?? ""));
