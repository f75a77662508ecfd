import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { packageRoot, readTexts } from "../../../contract/package/package-files.js";
import { describeSystemError } from "../../../base/problem/problem.js";
import { truncate } from "../../../base/text/quote.js";
import { getOwn } from "../../../base/json.js";

type Docs = ReadonlyMap<string, string>;

/**
 * The function generates the docs of all releases as a web site on first use, and returns the site's files by path.
 * This takes seconds, so a child process does it. The signal ends that process. After a failure, the next call tries
 * again.
 */
export function createDocsMaker(signal: AbortSignal): () => Promise<Docs> {
  let made: Promise<Docs> | undefined;
  const make = (): Promise<Docs> =>
    generateSite(signal).catch((error: unknown) => {
      made = undefined;
      throw new Error(`Cannot generate the docs: ${explain(error)}`);
    });
  return () => (made ??= make());
}

async function generateSite(signal: AbortSignal): Promise<Docs> {
  const folder = await mkdtemp(join(tmpdir(), "mplus-docs-"));
  try {
    const call = [join(packageRoot, "dist/main.js"), "--target", "site", "--out", "out", "--quiet"];
    // Runs in a folder without a config, and without the secret. Plug'n'Play needs NODE_OPTIONS to find the package.
    const env = { NODE_OPTIONS: process.env["NODE_OPTIONS"] };
    await promisify(execFile)(process.execPath, call, { cwd: folder, env, signal });
    return readTexts(join(folder, "out/site"));
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The output of the process, or else the system's error. */
function explain(error: unknown): string {
  const printed = getOwn(error, "stderr");
  const text = typeof printed === "string" && printed !== "" ? printed : describeSystemError(error);
  return truncate(text.trim(), 500);
}
