import * as nodeModule from "node:module";
import { join } from "node:path";
import { packageRoot } from "../../package/package-root.js";

/**
 * In the package itself: whoever can write there can change the program anyway. Node's own choice is a folder that all
 * users of the machine share.
 */
const folder = join(packageRoot, "node_modules/.cache/mplus-codegen/compiled");

/** Has node keep what it compiles from here on, where it can (22.8 and later): the next start need not do it again. */
export function keepCompiledCode(): void {
  const { enableCompileCache } = nodeModule as { enableCompileCache?: (folder: string) => unknown };
  // It throws nothing: where the folder cannot be written, nothing is kept.
  enableCompileCache?.(folder);
}
