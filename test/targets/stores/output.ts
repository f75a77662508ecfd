import { collectFiles, emit, realSpec } from "../../workbench/emit.js";
import { makeRunFolder, transpile, writeFiles } from "../../workbench/folders.js";

/** Writes what servers that share a store need of the output, as JavaScript. Gives the folder. */
export async function writeOutput(): Promise<string> {
  const folder = makeRunFolder();
  const output = await emit(realSpec(), "48..", { targets: ["express", "stores", "fixtures"] });
  writeFiles(folder, transpile(collectFiles(output)));
  return folder;
}
