import { fileURLToPath } from "node:url";

/** True in the built program, which is in `dist/`. The sources are TypeScript. */
export const isBuilt = /\.c?js$/.test(import.meta.url);

export const packageRoot = fileURLToPath(new URL(isBuilt ? ".." : "../../..", import.meta.url));
