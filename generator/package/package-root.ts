import { fileURLToPath } from "node:url";

/** The sources are TypeScript. */
const isBuilt = import.meta.url.endsWith(".js");

/**
 * The folder of this package. Built code lies in `dist/`, one folder deeper than the sources. By itself: a run with
 * nothing to do needs it, and loads no library.
 */
export const packageRoot = fileURLToPath(new URL(isBuilt ? "../../.." : "../..", import.meta.url));
