import { collectFiles, emit, exactly, realSpec } from "../../workbench/emit.js";
import { makeProjectFolder, writeFiles } from "../../workbench/folders.js";
import { findNewNode } from "../../workbench/new-node.js";

export const node = findNewNode();

export async function emitInbox(): Promise<string> {
  const folder = makeProjectFolder();
  writeFiles(folder, [["package.json", '{"type":"module"}'], ...(await emitInboxFiles())]);
  return folder;
}

export async function emitInboxFiles(): Promise<(readonly [path: string, text: string])[]> {
  const generation = await emit(realSpec(), exactly("59"), {
    targets: ["node", "inbox"],
    importExtension: "ts",
  });
  return [...collectFiles(generation)].map(([path, text]) => [`generated/${path}`, text] as const);
}

export const sessionId = (number: number): string =>
  `5e551000-0000-4000-8000-${String(number).padStart(12, "0")}`;
