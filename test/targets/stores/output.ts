import { join } from "node:path";
import { packageRoot, readTexts } from "../../../generator/package/package-files.js";
import { makeRunFolder, transpile, writeFiles } from "../../workbench/folders.js";

/** Writes what servers that share a store need of our own output, as JavaScript. Gives the folder. */
export function writeOutput(): string {
  const folder = makeRunFolder();
  for (const part of ["express", "fixtures", "receiver", "stores", "types", "validators"])
    writeFiles(join(folder, part), transpile(readTexts(join(packageRoot, "generated", part))));
  return folder;
}
