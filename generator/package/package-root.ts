import { fileURLToPath } from "node:url";

/** Whether built code runs, and not the sources, which are TypeScript. */
export const isBuilt = import.meta.url.endsWith(".js");

/**
 * The folder of this package. Built code lies in `dist/`, one folder deeper than the sources. By itself: a run with
 * nothing to do needs it, and loads no library.
 */
export const packageRoot = fileURLToPath(new URL(isBuilt ? "../../.." : "../..", import.meta.url));
