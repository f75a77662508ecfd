import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../../generator/package/package-root.js";

/** The version of the build that stands for a newer one. */
export const newerVersion = "0.2.0";

/** What distinguishes a newer build: files of the package, and how each reads then; undefined removes it. */
export type Edits = Readonly<Record<string, (text: string) => string | undefined>>;

const parts = ["dist", "templates", "spec", "package.json", "CHANGELOG.md", "README.md", "LICENSE"] as const;

const readText = (path: string): string => readFileSync(path, "utf8");

/** A second build of this package in a folder of its own, with the packages that it needs, as a link. */
export function makeBuild(folder: string, edits: Edits = {}): string {
  const newer: Edits = {
    "package.json": (text) => text.replace(/"version": "[^"]+"/, `"version": "${newerVersion}"`),
    "CHANGELOG.md": (text) =>
      text.replace(/^(?=## )/m, `## ${newerVersion}\n\n- **This is new.** Take it.\n\n`),
    ...edits,
  };
  mkdirSync(folder, { recursive: true });
  for (const part of parts) cpSync(join(packageRoot, part), join(folder, part), { recursive: true });
  for (const [path, edit] of Object.entries(newer)) {
    const file = join(folder, path);
    const before = edit === added ? "" : readText(file);
    const after = edit(before);
    if (after === before) throw new Error(`${path} is as it was`);
    if (after === undefined) rmSync(file);
    else writeFileSync(file, after);
  }
  symlinkSync(join(packageRoot, "node_modules"), join(folder, "node_modules"));
  return folder;
}

/** An edit that adds a file. */
export const added = (): string => "/** What is new. */\nexport const news = 1;\n";

/** An edit that removes a file. */
export const removed = (): undefined => undefined;

/** The program of a build. */
export const programIn = (folder: string): string => join(folder, "dist/generator/cli/main.js");

/** Packs a build with all that it needs in it, so that npm asks no registry for anything else. Returns the tarball's path. */
export function packBuild(build: string, folder: string): string {
  const stage = join(folder, "stage");
  for (const part of parts) cpSync(join(build, part), join(stage, part), { recursive: true });
  const needed = listNeeded();
  for (const path of needed)
    cpSync(join(packageRoot, path), join(stage, path), { recursive: true, dereference: true });
  const manifest = JSON.parse(readText(join(build, "package.json"))) as Record<string, unknown>;
  const bundled = { ...manifest, devDependencies: undefined, scripts: undefined, bundleDependencies: true };
  writeFileSync(join(stage, "package.json"), JSON.stringify(bundled));
  const args = ["pack", "--ignore-scripts", "--json", "--pack-destination", folder];
  const [{ filename } = { filename: "" }] = JSON.parse(
    execFileSync("npm", args, { cwd: stage, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }),
  ) as readonly { readonly filename: string }[];
  return join(folder, filename);
}

/** Every package that a user installs with this one. */
function listNeeded(): readonly string[] {
  const { packages } = JSON.parse(readText(join(packageRoot, "package-lock.json"))) as {
    readonly packages: Readonly<
      Record<string, { readonly dev?: true; readonly devOptional?: true; readonly optional?: true }>
    >;
  };
  return Object.entries(packages)
    .filter(([path, { dev, devOptional, optional }]) => path !== "" && !dev && !devOptional && !optional)
    .map(([path]) => path);
}
