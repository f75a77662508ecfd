import { describe, expect, it } from "vitest";
import type { SourceFile } from "../../../generator/spec/read/read-spec.js";
import { emit, collectFiles, realSources, toSpec } from "../../workbench/emit.js";

/** Properties come in the spec's own order; nothing else that a file happens to list first makes a difference. */
const ordered = new Set(["properties", "carries", "answers"]);

function reorderKeys(value: unknown, key = ""): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => reorderKeys(item));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, part]) => [name, reorderKeys(part, name)] as const);
  return Object.fromEntries(ordered.has(key) ? entries : entries.reverse());
}

const reverseSet = (value: unknown, key = ""): unknown => {
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => reverseSet(item));
    return key === "required" ? items.reverse() : items;
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, reverseSet(part, name)]));
};

const rewrite =
  (change: (value: unknown) => unknown) =>
  ({ path, text }: SourceFile): SourceFile =>
    path.startsWith("examples/") ? { path, text } : { path, text: JSON.stringify(change(JSON.parse(text))) };

const cases: readonly { name: string; change: (sources: readonly SourceFile[]) => readonly SourceFile[] }[] =
  [
    { name: "the order of the files", change: (sources) => [...sources].reverse() },
    {
      name: "the order of the keys in a file",
      change: (sources) => sources.map(rewrite((value) => reorderKeys(value))),
    },
    {
      name: "the order of required names",
      change: (sources) => sources.map(rewrite((value) => reverseSet(value))),
    },
    { name: "the white space of a file", change: (sources) => sources.map(rewrite((value) => value)) },
  ];

describe.each(["..", "48.."] as const)("the output for %s", (range) => {
  const sources = realSources();
  const written = emit(toSpec(sources), range).then(collectFiles);

  it.each(cases)("does not depend on $name", async ({ change }) => {
    const before = await written;
    const after = collectFiles(await emit(toSpec(change(sources)), range));
    expect([...after.keys()]).toEqual([...before.keys()]);
    expect([...after].filter(([path, text]) => text !== before.get(path)).map(([path]) => path)).toEqual([]);
  });
});

describe("the order of properties", () => {
  it("is the spec's own", async () => {
    const sources = realSources();
    const swapped = sources.map((source) =>
      source.path === "responses/dialog.json"
        ? {
            ...source,
            text: source.text
              .replaceAll("dialogTitle", "~")
              .replaceAll("columns", "dialogTitle")
              .replaceAll("~", "columns"),
          }
        : source,
    );
    const text = async (given: readonly SourceFile[]) =>
      collectFiles(await emit(toSpec(given), "48..", { targets: ["types"] })).get("types/responses.ts") ?? "";
    expect(await text(sources)).toMatch(/dialogTitle: string;[^}]*columns\?: number;/);
    expect(await text(swapped)).toMatch(/columns: string;[^}]*dialogTitle\?: number;/);
  });
});
