import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));
export const cli = join(root, "dist/main.js");

/** Creates a folder where modules find this repository's packages. It is removed when the process ends. */
export function makeHome() {
  mkdirSync(join(root, "node_modules/.cache"), { recursive: true });
  const home = mkdtempSync(join(root, "node_modules/.cache/bench-"));
  writeFileSync(join(home, "package.json"), '{"type":"module"}');
  process.on("exit", () => rmSync(home, { recursive: true, force: true }));
  return home;
}

export const importFrom = (folder, path) => import(pathToFileURL(join(folder, path)).href);

/** Runs a program, or Node with these arguments, until it succeeds. Returns its wall time in milliseconds. */
export function timeProcess(args, cwd, program = process.execPath) {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`${program} ${args.join(" ")}: ${stderr || stdout}`);
  return performance.now() - start;
}
