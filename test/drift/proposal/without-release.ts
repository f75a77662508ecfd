import { removePart, setPart, type Tokens } from "../../../generator/spec/edit/edit-json.js";
import { printFile } from "../../../generator/spec/edit/print-json.js";
import type { SourceFile } from "../../../generator/spec/read/read-spec.js";

type Json = Readonly<Record<string, unknown>>;

/** A spec without all that a release brought, and without the examples, flows and tasks, which show it. */
export const withoutRelease = (files: readonly SourceFile[], release: string): readonly SourceFile[] =>
  files
    .filter(({ path }) => !/^(?:examples|flows|tasks|drift\/reviewed)\b/.test(path))
    .map(({ path, text }) => ({
      path,
      text: path === "releases.json" ? unlist(text, release) : strip(text, release),
    }));

function unlist(text: string, release: string): string {
  const { releases, ...rest } = JSON.parse(text) as { releases: { release: string }[] };
  return printFile({ ...rest, releases: releases.filter((entry) => entry.release !== release) });
}

/** Takes out properties and values that came with a release, one after the other. */
function strip(text: string, release: string): string {
  const value = JSON.parse(text) as Json;
  const property = findPlace(value, [], (part) => part["x-added-in"] === release);
  if (property) return strip(removePart(text, property), release);
  const dated = findPlace(value, [], (part) => listNew(part, release).length > 0);
  if (!dated) return text;
  const part = dated.reduce<Json>((holder, token) => holder[token] as Json, value);
  const added = listNew(part, release);
  const values = (part["enum"] as string[]).filter((each) => !added.includes(each));
  const dates = Object.fromEntries(
    Object.entries(part["x-enum-added-in"] as Json).filter(([each]) => !added.includes(each)),
  );
  const fewer = setPart(text, [...dated, "enum"], values);
  const way = [...dated, "x-enum-added-in"];
  return strip(Object.keys(dates).length > 0 ? setPart(fewer, way, dates) : removePart(fewer, way), release);
}

const listNew = (part: Json, release: string): string[] =>
  Object.entries((part["x-enum-added-in"] ?? {}) as Json).flatMap(([value, since]) =>
    since === release ? [value] : [],
  );

function findPlace(value: unknown, tokens: Tokens, fits: (part: Json) => boolean): Tokens | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (fits(value as Json)) return tokens;
  for (const [key, part] of Object.entries(value)) {
    const found = findPlace(part, [...tokens, Array.isArray(value) ? Number(key) : key], fits);
    if (found) return found;
  }
  return undefined;
}
