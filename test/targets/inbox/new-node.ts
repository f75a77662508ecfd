import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { packageRoot } from "../../../generator/package/package-files.js";

/** What pg-boss needs. */
const needed = [22, 12] as const;

/** Runs a TypeScript program of this folder with a node that is new enough, and gives what it prints. */
export async function runProgram(name: string, args: readonly string[]): Promise<string> {
  const command = ["--import", "tsx", join(import.meta.dirname, name), ...args];
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const isNew = major > needed[0] || (major === needed[0] && minor >= needed[1]);
  const call = ["--yes", "--package", "node@22.23.3", "--call", ["node", ...command].join(" ")];
  const [program, given] = isNew ? [process.execPath, command] : ["npx", call];
  return (await promisify(execFile)(program, given, { cwd: packageRoot })).stdout;
}
