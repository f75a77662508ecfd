import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { pickImportExtension } from "../../generator/output/import-extension.js";
import { readProjectFacts } from "../../generator/output/project-facts.js";
import { removeFolder, writeFiles } from "../workbench/folders.js";

interface Case {
  readonly name: string;
  /** Files by path; objects are written as JSON. */
  readonly manifest?: object | string;
  readonly tsconfig?: object | string;
  readonly files?: Readonly<Record<string, object | string>>;
  readonly at?: string;
  readonly want?: string;
}

const cases = parse(
  readFileSync(join(import.meta.dirname, "import-extension.yaml"), "utf8"),
) as readonly Case[];

it.each(cases)("the import extension fits $name", ({ manifest, tsconfig, files = {}, at = ".", want }) => {
  const folder = mkdtempSync(join(tmpdir(), "facts-"));
  const all = Object.entries({ "package.json": manifest, "tsconfig.json": tsconfig, ...files });
  const toText = (content: object | string) =>
    typeof content === "string" ? content : JSON.stringify(content);
  try {
    writeFiles(
      folder,
      all.flatMap(([path, content]) => (content === undefined ? [] : [[path, toText(content)]])),
    );
    const pick = pickImportExtension(readProjectFacts(join(folder, at)));
    const picked = pick && `${pick.importExtension}: ${pick.because ?? ""}`;
    expect(picked?.slice(0, want?.length)).toBe(want);
  } finally {
    removeFolder(folder);
  }
});
