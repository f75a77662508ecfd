import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { frozenSpec } from "../workbench/real-spec.js";

/** Copies the frozen spec until the test ends. `edits` change the texts of its files. */
export function copySpec(edits: Readonly<Record<string, (text: string) => string>> = {}): string {
  const home = mkdtempSync(join(tmpdir(), "mplus-spec-"));
  onTestFinished(() => rmSync(home, { recursive: true }));
  const folder = join(home, "spec");
  cpSync(frozenSpec, folder, { recursive: true });
  for (const [path, edit] of Object.entries(edits)) {
    const before = readFileSync(join(folder, path), "utf8");
    const after = edit(before);
    if (after === before) throw new Error(`${path}: the edit changes nothing.`);
    writeFileSync(join(folder, path), after);
  }
  return folder;
}
