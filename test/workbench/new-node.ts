import { execFileSync } from "node:child_process";

/**
 * The program of a Node that runs pg-boss, and TypeScript as it stands: this one, or one that npx fetches. It is started
 * directly, so that a signal reaches it and not npx.
 */
export function findNewNode(): string {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  const call = ["--yes", "--package", "node@22.23.3", "--call", "node -p process.execPath"];
  return execFileSync("npx", call, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
}
