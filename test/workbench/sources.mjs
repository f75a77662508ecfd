import { tsImport } from "tsx/esm/api";

/** Imports a module of the generator, whose sources are TypeScript, into a script: `importSource("contract/model/build.ts")`. */
export const importSource = (path) => tsImport(`../../generator/${path}`, import.meta.url);
