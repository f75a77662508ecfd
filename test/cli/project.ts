import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { changeSpec, toSources, type Changes } from "../contract/read/small-spec.js";
import { runBuilt, runCommand } from "../workbench/command.js";
import { readTree } from "../output/workbench.js";
import type { Ended } from "./running.js";

/** A user's project: an empty folder in which the command line is called. */
export interface Project {
  readonly folder: string;
  /** Calls the command line in this process. */
  readonly call: (...args: readonly string[]) => Promise<Ended>;
  /** Calls the command line as it was built, as a process. */
  readonly callBuilt: (...args: readonly string[]) => Promise<Ended>;
  readonly put: (path: string, content: string) => void;
  /** Puts files by their paths. */
  readonly putAll: (files: Readonly<Record<string, string>>) => void;
  readonly read: (path: string) => string;
  /** Lays the small spec, changed, in `spec/`. */
  readonly putSpec: (changes?: Changes) => void;
  /** Everything in the project but what tools keep for themselves. */
  readonly tree: () => Readonly<Record<string, string>>;
}

/** `environment` is what the user's shell sets besides what ours does. */
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

/** Gives a test a project of its own, and takes it away afterwards. */
export async function inProject<T>(
  use: (project: Project) => Promise<T>,
  environment: Readonly<Record<string, string>> = {},
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "cli-"));
  try {
    return await use(createProject(folder, environment));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A project in which the small spec lies. */
export const inSmallProject = <T>(use: (project: Project) => Promise<T>): Promise<T> =>
  inProject((project) => {
    project.putSpec();
    return use(project);
  });
