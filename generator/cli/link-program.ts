import { chmodSync, existsSync, renameSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../package/package-files.js";

/**
 * Part of the build of a clone: lets `npx mplus-codegen` start what was built. Without a link where npx looks for programs, it
 * would pack and build the clone once more, which takes half a minute.
 */
const folder = join(packageRoot, "node_modules/.bin");
const program = "../../dist/generator/cli/main.js";
chmodSync(join(packageRoot, "dist/generator/cli/main.js"), 0o755);
if (existsSync(folder)) {
  const link = join(folder, "mplus-codegen");
  // In one step: what runs beside the build always finds a program.
  const fresh = `${link}.${process.pid}`;
  symlinkSync(program, fresh);
  renameSync(fresh, link);
}
