import { tsImport } from "tsx/esm/api";

/** Imports a TypeScript module of the generator into a script: `importSource("contract/model/build.ts")`. */
export const importSource = (path) => tsImport(`../../generator/${path}`, import.meta.url);
