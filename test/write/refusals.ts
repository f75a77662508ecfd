import { mkdirSync, renameSync, symlinkSync, unlinkSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import type { ProblemCode } from "../../generator/problem/catalogue.js";
import type { Wanted } from "../../generator/write/plan.js";
import { put, sample, want, write, type Files, type Workbench } from "./workbench.js";

/** Something in the output folder that a run must not touch. */
export interface Refusal {
  readonly name: string;
  /** What happens to the folder before the run. */
  readonly given: (bench: Workbench) => void;
  /** What the run wants; left out: the sample, changed in every file. */
  readonly wanted?: Wanted;
  readonly want: {
    readonly code: ProblemCode;
    /** `OUT` stands for the output folder, `ROOT` for the one above. */
    readonly message: string;
    readonly hint?: string;
  };
}

/** The sample after a change of the spec that touches every file. */
export const changed: Files = {
  types: { "index.ts": "export type A = 1;\n", "deep/a.ts": "const a = 2;\n" },
  validators: { "index.ts": "export const b = 3;\n" },
};

const generated = ({ out }: Workbench): void => void write(out, want(sample));

const foreign = (path: string) => ({
  code: "foreign-file" as const,
  message: `OUT/${path} is in the way: mplus-codegen did not write it, so it is left alone and nothing was written.`,
  hint: "Move it, or choose another folder with --out.",
});

const edited = (path: string) => ({
  code: "edited-file" as const,
  message: `OUT/${path} was changed by hand since it was generated, so nothing was written.`,
  hint: "Move your changes elsewhere and delete the file; then run this again.",
});

const unwritable = (path: string, reason: string) => ({
  code: "output-unwritable" as const,
  message: `OUT/${path} cannot be written: ${reason}.`,
});

const unreadable = {
  code: "stamp-unreadable" as const,
  message:
    "OUT/stamp.json is not a stamp that mplus-codegen wrote, so it cannot tell which files are its own.",
  hint: "Delete the generated folder and run this again.",
};

/** The lock of a process of this machine, or of another. */
export const formatLock = (pid: number, host = hostname()): string => `${pid} 0123abcd ${host}\n`;

const replaceByLink = (path: string, target: string) => (bench: Workbench) => {
  generated(bench);
  renameSync(join(bench.out, path), join(bench.root, target));
  symlinkSync(join(bench.root, target), join(bench.out, path));
};

const malformedStamp = (name: string, text: string): Refusal => ({
  name: `a stamp that is ${name}`,
  given: (bench) => {
    generated(bench);
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
    given: (bench) => {
      generated(bench);
      put(join(bench.out, "types/new.ts"), "mine\n");
    },
    wanted: want({ ...sample, types: { ...sample["types"], "new.ts": "theirs\n" } }),
    want: foreign("types/new.ts"),
  },
  {
    name: "a generated file that was edited",
    given: (bench) => {
      generated(bench);
      put(join(bench.out, "types/deep/a.ts"), "const a = 1; // mine\n");
    },
    want: edited("types/deep/a.ts"),
  },
  {
    name: "a generated file that was edited and is to be deleted",
    given: (bench) => {
      generated(bench);
      put(join(bench.out, "types/deep/a.ts"), "const a = 1; // mine\n");
    },
    wanted: want({ types: { "index.ts": "export {};\n" } }),
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
    want: unwritable("types/index.ts", "types is not a folder but a symbolic link"),
  },
  {
    name: "a link in the place of a folder deep inside",
    given: replaceByLink("types/deep", "victims"),
    want: unwritable("types/deep/a.ts", "types/deep is not a folder but a symbolic link"),
  },
  {
    name: "a link in the place of the stamp",
    given: replaceByLink("stamp.json", "victim.json"),
    want: unwritable("stamp.json", "a symbolic link is in the way"),
  },
  {
    name: "a link to nowhere",
    given: (bench) => {
      generated(bench);
      unlinkSync(join(bench.out, "types/index.ts"));
      symlinkSync(join(bench.root, "nowhere"), join(bench.out, "types/index.ts"));
    },
    want: unwritable("types/index.ts", "a symbolic link is in the way"),
  },
  {
    name: "a folder in the place of a file",
    given: ({ out }) => mkdirSync(join(out, "types/index.ts"), { recursive: true }),
    want: unwritable("types/index.ts", "a folder is in the way"),
  },
  {
    name: "a file in the place of a folder",
    given: ({ out }) => put(join(out, "types/deep"), "mine\n"),
    want: unwritable("types/deep/a.ts", "types/deep is not a folder but a file"),
  },
  {
    name: "a file in the place of the output folder",
    given: ({ out }) => put(out, "mine\n"),
    want: unwritable("stamp.json", "the output folder is not a folder"),
  },
  {
    name: "a folder in the place of the stamp",
    given: ({ out }) => mkdirSync(join(out, "stamp.json"), { recursive: true }),
    want: unwritable("stamp.json", "a folder is in the way"),
  },
  {
    name: "a folder that is somebody else's",
    given: ({ out }) => put(join(out, "notes.txt"), "mine\n"),
    want: {
      code: "folder-of-others",
      message:
        'OUT holds files that mplus-codegen did not write ("notes.txt", for one), so nothing was written.',
      hint: "Choose a new or an empty folder with --out; generated files need a folder of their own.",
    },
  },
  {
    name: "a folder that another run is writing to",
    given: ({ root }) => put(join(root, ".out.mplus-codegen-lock"), formatLock(process.ppid)),
    want: {
      code: "folder-locked",
      message: `Another run of mplus-codegen is writing to OUT (process ${process.ppid} on "${hostname()}"), so this one wrote nothing.`,
      hint: "Run this again when it has ended; if there is no such process, delete ROOT/.out.mplus-codegen-lock first.",
    },
  },
  malformedStamp("no JSON", "{ nonsense"),
  malformedStamp("empty", ""),
  malformedStamp("null", "null"),
  malformedStamp("a list", "[]"),
  malformedStamp("another tool's", '{ "version": 3 }'),
  malformedStamp("a list of targets", '{ "targets": [] }'),
  malformedStamp("without files", '{ "targets": { "types": {} } }'),
  malformedStamp("a list of files", '{ "targets": { "types": { "files": ["../victim"] } } }'),
  malformedStamp("full of numbers", '{ "targets": { "types": { "files": { "types/index.ts": 1 } } } }'),
  {
    name: "targets of another range that would stay",
    given: generated,
    wanted: want({ types: sample["types"] ?? {} }, { minVersion: "59.3", maxVersion: "60" }),
    want: {
      code: "other-range",
      message:
        "This folder holds validators for 48.. with safe responses and import extension js; all targets of a folder need the same settings, and this run, for 59.3..60 with safe responses and import extension js, does not generate them all again.",
      hint: "To add to it with its own settings: mplus-codegen --target types --min-version 48 --out OUT. To generate all of it again: mplus-codegen --target types,validators --min-version 59.3 --max-version 60 --out OUT",
    },
  },
  {
    name: "targets with other imports that would stay",
    given: generated,
    wanted: want({ validators: sample["validators"] ?? {} }, { importExtension: "none" }),
    want: {
      code: "other-range",
      message:
        "This folder holds types for 48.. with safe responses and import extension js; all targets of a folder need the same settings, and this run, for 48.. with safe responses and import extension none, does not generate them all again.",
      hint: "To add to it with its own settings: mplus-codegen --target validators --min-version 48 --out OUT. To generate all of it again: mplus-codegen --target validators,types --min-version 48 --import-extension none --out OUT",
    },
  },
  {
    name: "targets with other integers that would stay",
    given: generated,
    wanted: want({ validators: sample["validators"] ?? {} }, { int64: "bigint" }),
    want: {
      code: "other-range",
      message:
        "This folder holds types for 48.. with safe responses and import extension js; all targets of a folder need the same settings, and this run, for 48.. with safe responses and import extension js, with 64-bit integers as bigint, does not generate them all again.",
      hint: "To add to it with its own settings: mplus-codegen --target validators --min-version 48 --out OUT. To generate all of it again: mplus-codegen --target validators,types --min-version 48 --int64 bigint --out OUT",
    },
  },
  {
    name: "targets for another crypto that would stay",
    given: generated,
    wanted: want({ validators: sample["validators"] ?? {} }, { crypto: "web" }),
    want: {
      code: "other-range",
      message:
        "This folder holds types for 48.. with safe responses and import extension js; all targets of a folder need the same settings, and this run, for 48.. with safe responses and import extension js, for web crypto, does not generate them all again.",
      hint: "To add to it with its own settings: mplus-codegen --target validators --min-version 48 --out OUT. To generate all of it again: mplus-codegen --target validators,types --min-version 48 --crypto web --out OUT",
    },
  },
  {
    name: "a target in a language that would stay, and has none in this run",
    given: ({ out }) => void write(out, want({ models: { "a.php": "" } }, { language: "php" })),
    wanted: want({ types: sample["types"] ?? {} }, { minVersion: "59.3" }),
    want: {
      code: "other-range",
      message:
        "This folder holds models for 48.. with safe responses and import extension js, in php; all targets of a folder need the same settings, and this run, for 59.3.. with safe responses and import extension js, does not generate them all again.",
      hint: "To add to it with its own settings: mplus-codegen --target types --min-version 48 --out OUT. To generate all of it again: mplus-codegen --target types,models --min-version 59.3 --language php --out OUT",
    },
  },
  {
    name: "a target without x- keywords that would stay beside one with them",
    given: ({ out }) => void write(out, want({ jsonschema: { "a.json": "" } }, { plain: true })),
    wanted: want({ openapi: { "a.json": "" }, models: { "a.php": "" } }, { plain: false, language: "php" }),
    want: {
      code: "other-range",
      message:
        "This folder holds jsonschema for 48.. with safe responses and import extension js, without x- keywords; all targets of a folder need the same settings, and this run, for 48.. with safe responses and import extension js, in php, does not generate them all again.",
      hint: "To add to it with its own settings: mplus-codegen --target openapi,models --min-version 48 --language php --plain --out OUT. To generate all of it again: mplus-codegen --target openapi,models,jsonschema --min-version 48 --language php --out OUT",
    },
  },
];
