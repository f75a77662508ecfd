import { readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join, resolve } from "node:path";
import type { ProblemCode } from "../../generator/base/problem/catalogue.js";
import type { Settings } from "../../generator/output/stamp.js";
import { readCases } from "../workbench/cases.js";
import { changed, fewer, put, sample, want, write, type Files } from "./workbench.js";

type Wanted = "sample" | "changed" | "fewer" | Files;

/** See runs.yaml. */
export interface Run {
  readonly name: string;
  readonly wrote?: Wanted | null;
  readonly with?: Settings;
  readonly files?: Readonly<Record<string, string>>;
  readonly links?: Readonly<Record<string, string>>;
  readonly gone?: readonly string[];
  readonly edit?: Readonly<Record<string, readonly [before: string, after: string]>>;
  readonly at?: string;
  readonly wants?: Wanted;
  readonly settings?: Settings;
  readonly tool?: string;
  readonly force?: boolean;
  readonly steps?: readonly string[];
  readonly before?: string;
  readonly refused?: { readonly code: ProblemCode; readonly message: string; readonly hint?: string };
}

const stamps = readCases("stamps.yaml", import.meta) as readonly string[];

export const runs: readonly Run[] = [
  ...(readCases("runs.yaml", import.meta) as readonly Run[]),
  ...stamps.map((text): Run => ({
    name: `does not trust the stamp ${text}`,
    files: { "stamp.json": text },
    refused: {
      code: "stamp-unreadable",
      message: "OUT/stamp.json is not a valid stamp, so mplus-codegen cannot recognize its own files.",
      hint: "Restore it from version control, or delete it together with the generated files and run this again.",
    },
  })),
];

export const filesOf = (wanted: Wanted): Files =>
  typeof wanted === "string" ? { sample, changed, fewer }[wanted] : wanted;

/** Replaces what differs from machine to machine by words, as in runs.yaml. */
const tokens: readonly (readonly [string, string])[] = [
  ["PPID", String(process.ppid)],
  ["HOST", hostname()],
];

export const withTokens = (text: string): string =>
  tokens.reduce((replaced, [token, value]) => replaced.replaceAll(token, value), text);

/** What an earlier run wrote, and what the user then did. */
export async function layOut(out: string, run: Run): Promise<void> {
  const { wrote = "sample", files = {}, links = {}, gone = [], edit = {} } = run;
  if (wrote !== null) await write(out, want(filesOf(wrote), run.with));
  for (const path of gone) rmSync(join(out, path));
  for (const [path, text] of Object.entries(files)) put(join(out, path), withTokens(text));
  for (const [path, target] of Object.entries(links)) {
    try {
      renameSync(join(out, path), resolve(out, target));
    } catch {
      // There is nothing to move.
    }
    symlinkSync(resolve(out, target), join(out, path));
  }
  for (const [path, [before, after]] of Object.entries(edit)) {
    const text = readFileSync(join(out, path), "utf8");
    writeFileSync(join(out, path), text.replaceAll(before, after));
  }
}
