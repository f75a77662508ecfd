import { join } from "node:path";
import { packageRoot } from "./package-root.js";

export const ownSpec = join(packageRoot, "spec");
