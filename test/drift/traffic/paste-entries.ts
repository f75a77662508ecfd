import { isArray, isObject, type Json, type JsonObject } from "../../../generator/base/json.js";
import type { Problem } from "../../../generator/base/problem/problem.js";
import type { SourceFile } from "../../../generator/contract/read/read-spec.js";
import type { SpecEntry } from "../../../generator/drift/spec-entries.js";
import { inProject } from "../../workbench/project.js";

/**
 * Pastes entries into the files of a spec, as a person would, and writes a sentence where they leave it to them.
 * Returns what `lint` then says.
 */
export const lintWithEntries = (
  files: readonly SourceFile[],
  entries: readonly SpecEntry[],
): Promise<readonly string[]> =>
  inProject(async ({ call, put }) => {
    const texts = new Map(files.map(({ path, text }) => [path, text]));
    for (const { file, entry } of entries) {
      const old = JSON.parse(texts.get(file) ?? "{}") as JsonObject;
      texts.set(file, JSON.stringify(fill(paste(old, entry)), null, 2));
    }
    for (const [path, text] of texts) put(`spec/${path}`, text);
    const { stdout } = await call("lint", "--spec", "spec", "--json");
    const { problems } = JSON.parse(stdout) as { readonly problems: readonly Problem[] };
    return problems.map(({ code, message, place }) => `${place?.file} ${code}: ${message}`);
  });

function paste(old: Json | undefined, added: Json): Json {
  if (old === undefined) return added;
  if (isArray(old) && isArray(added)) return [...old, ...added];
  if (!isObject(old) || !isObject(added)) return added;
  const parts = Object.entries(added).map(([name, value]) => [name, paste(old[name], value)]);
  return { ...old, ...(Object.fromEntries(parts) as JsonObject) };
}

const sentences: ReadonlySet<string> = new Set(["description", "summary", "freeStanding"]);

const fill = (value: Json, name = ""): Json => {
  if (value === "" && sentences.has(name)) return "A sentence.";
  if (isArray(value)) return value.map((item) => fill(item));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([each, part]) => [each, fill(part, each)]));
};
