import { fileURLToPath } from "node:url";

const isBuilt = import.meta.url.endsWith("/dist/generator/package/package-root.js");

/**
 * The folder of this package. Built code lies in `dist/`, one folder deeper than the sources. By itself: a run with
 * nothing to do needs it, and loads no library.
 */
export const packageRoot = fileURLToPath(new URL(isBuilt ? "../../.." : "../..", import.meta.url));
