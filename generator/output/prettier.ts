import { readFileSync } from "node:fs";
import { basename, extname } from "node:path";
import type * as Prettier from "prettier";
import { getOwn, isObject } from "../base/json.js";
import { readManifest } from "./project-facts.js";

export type Style = Prettier.Options;

/** Undefined if prettier cannot parse the text: for example, a fragment of code, or a file with a mistake. */
export async function formatText(path: string, text: string, style: Style): Promise<string | undefined> {
  const { format } = await import("prettier");
  try {
    const plugins = style.experimentalTernaries === true ? [] : [fasterTypeScript];
    return await format(text, { ...style, plugins, filepath: path });
  } catch {
    return undefined;
  }
}

/**
 * Has TypeScript, also in Markdown, read by a parser of prettier's that is faster than its default. The layout is the same,
 * except that of `experimentalTernaries`.
 */
const fasterTypeScript: Prettier.Plugin = {
  languages: [
    { name: "TypeScript", aliases: ["ts"], extensions: [".ts", ".mts", ".cts"], parsers: ["babel-ts"] },
  ],
};

/** The project's config file for a file; undefined if there is none. Runs no code. */
export async function findConfigFile(path: string): Promise<string | undefined> {
  const { resolveConfigFile } = await import("prettier");
  return (await resolveConfigFile(path)) ?? undefined;
}

/**
 * Undefined if the project sets nothing for a file. Runs the config file if it is code.
 * @throws unknown if the config cannot be read, or what its code throws. It may quote the file.
 */
export async function readConfig(path: string, editorconfig = true): Promise<object | undefined> {
  const { resolveConfig } = await import("prettier");
  return (await resolveConfig(path, { editorconfig })) ?? undefined;
}

/** For `--watch`, which must notice an edited config. */
export async function forgetConfigs(): Promise<void> {
  const { clearConfigCache } = await import("prettier");
  await clearConfigCache();
}

/**
 * False if prettier would run code to read a config file: a script, or data that only names a package. In doubt, false:
 * package.yaml has merge keys.
 */
export function isDataConfig(file: string): boolean {
  if (basename(file) === "package.json") return isObject(getOwn(readManifest(file), "prettier"));
  const ending = extname(file);
  if (ending === ".toml") return true;
  const start = startsOfObjects.get(ending);
  if (start === undefined || basename(file) === "package.yaml") return false;
  const text = readFileSync(file, "utf8").replaceAll("\r\n", "\n");
  return !otherLineEnds.test(text) && start.test(text);
}

const startOfYaml = /^(?:[ \t]*(?:#.*)?\n|---\n)*[ \t]*(?:\{|(["']?)\w+\1:(?:[ \n]|$))/;

/**
 * What each parser reads as an object, or refuses: `{` or a first key, after comments. Any other text may name a
 * package.
 */
const startsOfObjects: ReadonlyMap<string, RegExp> = new Map([
  ["", startOfYaml],
  [".yaml", startOfYaml],
  [".yml", startOfYaml],
  [".json", /^\s*\{/],
  [".json5", /^(?:[ \t]*(?:\/\/.*)?\n)*[ \t]*\{/],
]);

/** Only some parsers end a line, and so a comment, here. */
const otherLineEnds = /[\r\x85\u2028\u2029]/;
