import { fileURLToPath } from "node:url";

/** All built code lies in `dist/` itself. The sources are TypeScript. */
const isBuilt = import.meta.url.endsWith(".js");

/** The folder of this package. By itself: a run with nothing to do needs it, and loads no library. */
export const packageRoot = fileURLToPath(new URL(isBuilt ? ".." : "../../..", import.meta.url));
