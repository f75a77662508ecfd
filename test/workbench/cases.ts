import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** Reads a test's cases from the YAML file beside it. A text between slashes is a pattern, which may have flags. */
export function readCases(name: string, of: ImportMeta): unknown {
  const revive = (_: unknown, value: unknown): unknown => {
    const [, source, flags] = typeof value === "string" ? (/^\/(.*)\/([gim]*)$/.exec(value) ?? []) : [];
    return source === undefined ? value : new RegExp(source, flags);
  };
  return parse(readFileSync(new URL(name, of.url), "utf8"), revive, { merge: true });
}
