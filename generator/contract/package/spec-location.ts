import { join } from "node:path";
import { packageRoot } from "./package-root.js";

/** The spec that comes with the package. */
export const ownSpec = join(packageRoot, "spec");
