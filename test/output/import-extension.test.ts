import { join } from "node:path";
import { expect, it } from "vitest";
import { pickImportExtension } from "../../generator/output/import-extension.js";
import { readProjectFacts } from "../../generator/output/project-facts.js";
import { readCases } from "../workbench/cases.js";
import { inProject } from "../workbench/project.js";

interface Case {
  readonly name: string;
  /** Files by path; objects are written as JSON. */
  readonly manifest?: object | string;
  readonly tsconfig?: object | string;
  readonly files?: Readonly<Record<string, object | string>>;
  readonly at?: string;
  readonly want?: string;
}

const cases = readCases("import-extension.yaml", import.meta) as readonly Case[];

it.each(cases)("the import extension fits $name", ({ manifest, tsconfig, files = {}, at = ".", want }) =>
  inProject(({ folder, put }) => {
    const all = { "package.json": manifest, "tsconfig.json": tsconfig, ...files };
    for (const [path, content] of Object.entries(all))
      if (content !== undefined) put(path, typeof content === "string" ? content : JSON.stringify(content));
    const pick = pickImportExtension(readProjectFacts(join(folder, at)));
    const picked = pick && `${pick.importExtension}: ${pick.because ?? ""}`;
    expect(picked?.slice(0, want?.length)).toBe(want);
  }),
);
