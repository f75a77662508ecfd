import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isBuilt, packageRoot } from "./package-root.js";

/** Returns a hash of all that this program was built of; undefined where its sources run. */
export const readBuildId = (): string | undefined =>
  isBuilt ? readFileSync(join(packageRoot, "dist/build-id"), "utf8") : undefined;
