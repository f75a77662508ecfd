import type { MplusOptions, Receiver } from "../../generated/receiver/index.js";
import { emit, collectFiles, realSpec, type EmitOptions } from "../workbench/emit.js";
import { importFrom, makeRunFolder, removeFolder, transpile, writeFiles } from "../workbench/folders.js";

export type CreateReceiver = (options: MplusOptions) => Receiver;

/**
 * Generates a receiver with other options than those of `generated/`: with `gated` responses it may send forms to a shop of
 * v59, which that one never may.
 */
export async function loadReceiver(options: EmitOptions): Promise<CreateReceiver> {
  const folder = makeRunFolder();
  try {
    const output = await emit(realSpec(), "48..", { targets: ["receiver"], ...options });
    writeFiles(folder, transpile(collectFiles(output)));
    const module = await importFrom<{ createReceiver: CreateReceiver }>(folder, "receiver/index.js");
    return module.createReceiver;
  } finally {
    removeFolder(folder);
  }
}

export const loadGated = (): Promise<CreateReceiver> => loadReceiver({ responses: "gated" });
