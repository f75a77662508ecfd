import type { MplusOptions, Receiver } from "../../generated/receiver/index.js";
import { emit, collectFiles, realSpec } from "../workbench/emit.js";
import { importFrom, makeRunFolder, removeFolder, transpile, writeFiles } from "../workbench/folders.js";

export type CreateReceiver = (options: MplusOptions) => Receiver;

/**
 * Generates a receiver with gated responses, which may send forms to a shop of v59. The receiver in
 * `generated/` cannot.
 */
export async function loadGated(): Promise<CreateReceiver> {
  const folder = makeRunFolder();
  try {
    const output = await emit(realSpec(), "48..", { targets: ["receiver"], responses: "gated" });
    writeFiles(folder, transpile(collectFiles(output)));
    const module = await importFrom<{ createReceiver: CreateReceiver }>(folder, "receiver/index.js");
    return module.createReceiver;
  } finally {
    removeFolder(folder);
  }
}
