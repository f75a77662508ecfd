import { fileURLToPath } from "node:url";

/** Whether this is the program that was built, which lies in `dist/` itself. The sources are TypeScript. */
export const isBuilt = /\.c?js$/.test(import.meta.url);

/** The folder of this package. */
export const packageRoot = fileURLToPath(new URL(isBuilt ? ".." : "../../..", import.meta.url));
