import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
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

export interface Contents {
  /** Session and counter, in the order of writing. */
  readonly effects: readonly (readonly [session: string, counter: number])[];
}

const reader = fileURLToPath(new URL("programs/read.mjs", import.meta.url));

export const createEffects = (database: string): void =>
  void execFileSync(node, [reader, database, "--create"], { stdio: "inherit" });

export const readContents = (database: string): Contents =>
  JSON.parse(execFileSync(node, [reader, database], { encoding: "utf8", maxBuffer: 2 ** 28 })) as Contents;
