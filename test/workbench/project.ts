import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { changeSpec, toSources, type Changes } from "../contract/read/small-spec.js";
import { runBuilt, runCommand } from "./command.js";
import { readTree } from "../output/workbench.js";
import type { Ended } from "./run.js";

/** A user's project: an empty working folder. */
export interface Project {
  readonly folder: string;
  /** Runs the command line in this process. */
  readonly call: (...args: readonly string[]) => Promise<Ended>;
  /** Runs it in a folder of the project. */
  readonly callIn: (path: string, ...args: readonly string[]) => Promise<Ended>;
  /** Runs the built command line as a process. */
  readonly callBuilt: (...args: readonly string[]) => Promise<Ended>;
  readonly put: (path: string, content: string) => void;
  readonly putAll: (files: Readonly<Record<string, string>>) => void;
  readonly read: (path: string) => string;
  /** Writes the small spec with changes to `spec/`. */
  readonly putSpec: (changes?: Changes) => void;
  /** All files except those that tools create. */
  readonly tree: () => Readonly<Record<string, string>>;
}

function createProject(folder: string, environment: Readonly<Record<string, string>>): Project {
  const put = (path: string, content: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  const place = { cwd: folder, environment };
  return {
    folder,
    put,
    putAll: (files) => Object.entries(files).forEach((file) => put(...file)),
    call: (...args) => runCommand(args, place),
    callIn: (path, ...args) => runCommand(args, { ...place, cwd: join(folder, path) }),
    callBuilt: (...args) => runBuilt(args, place),
    read: (path) => readFileSync(join(folder, path), "utf8"),
    putSpec: (changes = {}) => {
      rmSync(join(folder, "spec"), { recursive: true, force: true });
      for (const { path, text } of toSources(changeSpec(changes))) put(`spec/${path}`, text);
    },
    tree: () => {
      const entries = Object.entries(readTree(folder));
      return Object.fromEntries(entries.filter(([path]) => !path.startsWith("node_modules/")));
    },
  };
}

export async function inProject<T>(
  use: (project: Project) => Promise<T> | T,
  environment: Readonly<Record<string, string>> = {},
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "cli-"));
  try {
    return await use(createProject(folder, environment));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const inSmallProject = <T>(use: (project: Project) => Promise<T>): Promise<T> =>
  inProject((project) => {
    project.putSpec();
    return use(project);
  });
