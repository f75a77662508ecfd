import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ProblemCode } from "../../../../generator/base/problem/catalogue.js";

/** An entry of a spec folder that is neither a regular file nor a folder. */
export interface EntryCase {
  readonly name: string;
  readonly at: string;
  /** Creates it at a path. `outside` is a file with a secret line. */
  readonly put: (path: string, outside: string) => void;
  readonly want: { readonly code: ProblemCode; readonly message: string; readonly hint: string };
}

export const secretLine = "hunter2 is nobody's business";

const irregular = (kind: string): EntryCase["want"] => ({
  code: "irregular-file",
  message: `This is ${kind}; a spec may contain only regular files and folders.`,
  hint: "Replace it with a regular file or folder, or remove it.",
});

const link = (name: string, at: string, target?: string): EntryCase => ({
  name: `a link to ${name}`,
  at,
  put: (path, outside) => symlinkSync(target ?? outside, path),
  want: irregular("a symbolic link"),
});

/** An entry that a program creates. */
const made = (kind: string, program: string, ...args: readonly string[]): EntryCase => ({
  name: kind,
  at: "events/other.json",
  want: irregular(kind),
  put: (path) => void execFileSync(program, [...args, path]),
});

const listen = "require('net').createServer().listen(process.argv[1], () => process.exit())";

export const entryCases: readonly EntryCase[] = [
  link("a file outside, in the place of releases.json", "releases.json"),
  link("a file outside, in the place of an object", "responses/scanCode.json"),
  link("a file outside, in the place of an example", "examples/scanCode/card.json"),
  link("a file outside, beside the spec's own", "README.md"),
  link("a file outside, in the dialect", "dialect/shape.schema.json"),
  link("a folder outside, named as a file", "events/other.json", "/"),
  link("a file of the spec", "events/other.json", "scanCode.json"),
  link("the spec itself", "examples/scanCode/again", "../.."),
  link("nowhere", "events/other.json", "nowhere"),
  link("itself", "events/other.json", "other.json"),
  link("a device", "events/other.json", "/dev/zero"),
  made("a pipe", "mkfifo"),
  made("a socket", process.execPath, "-e", listen),
];

/** Replaces what is already there. */
export function putEntry({ at, put }: EntryCase, spec: string, outside: string): void {
  const path = join(spec, at);
  rmSync(path, { recursive: true, force: true });
  mkdirSync(dirname(path), { recursive: true });
  put(path, outside);
}
