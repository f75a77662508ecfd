import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";

/** The path of a Node that pg-boss runs on: this one, or one that npm has. */
export function findNode(): string {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  const args = ["--yes", "--package", "node@22.23.3", "--call", "node -p process.execPath"];
  return execFileSync("npx", args, { cwd: tmpdir(), encoding: "utf8" }).trim();
}
