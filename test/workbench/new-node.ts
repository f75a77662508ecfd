import { execFile, execFileSync } from "node:child_process";
import { promisify } from "node:util";
import { packageRoot } from "../../generator/contract/package/package-files.js";

/**
 * Finds a Node that can run pg-boss, and TypeScript without a build: the current one, the one in `MPLUS_NEW_NODE`, or
 * one that npx has already fetched, because no test waits for a registry. Start this Node directly: npx would get its
 * signals.
 */
export function findNewNode(): string {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  const given = process.env["MPLUS_NEW_NODE"];
  if (given !== undefined) return given;
  return findFetched("22.23.3");
}

function findFetched(version: string): string {
  try {
    return fetchNode(version, "--offline");
  } catch {
    const way = `npx --yes --package node@${version} --call "node --version"`;
    throw new Error(`Node ${version} is not here: fetch it (${way}), or name one in MPLUS_NEW_NODE.`);
  }
}

export function fetchNode(version: string, from = "--prefer-offline"): string {
  const options = ["--yes", from, "--package", `node@${version}`];
  const call = [...options, "--call", "node -p process.execPath"];
  return execFileSync("npx", call, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] }).trim();
}

/** Runs a TypeScript program on the Node that `findNewNode` returns. Returns its output. The program may import from anywhere in the repository. */
export async function runOnNewNode(path: string, args: readonly string[] = []): Promise<string> {
  const command = ["--import", "tsx", path, ...args];
  return (await promisify(execFile)(findNewNode(), command, { cwd: packageRoot })).stdout;
}
