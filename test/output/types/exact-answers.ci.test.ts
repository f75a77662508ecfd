import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compileIn } from "../compilers/compiler.js";
import type { Compiler } from "../compilers/projects.js";
import { collectFiles, emit, realSpec } from "../../workbench/emit.js";
import { esModules } from "../frameworks/frameworks.js";
import { makeProjectFolder, removeFolder, writeFiles } from "../../workbench/folders.js";
import { misspellings as answers, preamble, right as rightAnswers, unseen } from "./exact-answers.js";
import { answering, queuedPreamble, silentlyQueued } from "./exact-queued.js";

const compilers: readonly Compiler[] = ["typescript-5.9", "typescript", "typescript-7"];
const misspellings = [...answers, ...answering];
const right = [...rightAnswers, ...silentlyQueued];
const cases = {
  misspelt: misspellings.map(({ code }) => code),
  unseen: unseen.map(({ code }) => code),
  right,
};
const fileOf = (kind: keyof typeof cases, index: number): string => `src/${kind}${index}.ts`;
const files = (Object.keys(cases) as (keyof typeof cases)[]).flatMap((kind) =>
  cases[kind].map((code, index) => [fileOf(kind, index), preamble + queuedPreamble + code] as const),
);

describe.each(compilers)("%s", (compiler) => {
  const home = makeProjectFolder();
  let complaints: readonly string[];
  const findComplaints = (file: string): string =>
    complaints.filter((line) => line.startsWith(`${file}(`)).join("\n");

  beforeAll(async () => {
    const generated = collectFiles(await emit(realSpec(), "48..", { targets: ["express", "nest"] }));
    writeFiles(home, [
      ["package.json", '{"type":"module"}'],
      ...[...generated].map(([path, content]) => [`src/generated/${path}`, content] as const),
      ...files,
    ]);
    const options = { ...esModules.options, noEmit: true, skipLibCheck: true, experimentalDecorators: true };
    const said = await compileIn(home, { compiler, options, files: files.map(([path]) => path) });
    complaints = said.trim().split(/\n(?=\S)/);
  });
  afterAll(() => removeFolder(home));

  it.each(misspellings.map(({ style, property, code }, index) => [style, property, code, index] as const))(
    "refuses, %s: %s in %s",
    (_style, property, _code, index) => {
      const conclusion = findComplaints(fileOf("misspelt", index)).split("\n").slice(-2);
      expect(conclusion.join()).toContain(property);
    },
  );

  it.each(right.map((code, index) => [code, index] as const))("accepts %s", (_code, index) => {
    expect(findComplaints(fileOf("right", index))).toBe("");
  });

  // If a newer compiler sees one of them, so much the better: then it belongs in the table above.
  it.each(unseen.map(({ style }, index) => [style, index] as const))("cannot see %s", (_style, index) => {
    expect(findComplaints(fileOf("unseen", index))).toBe("");
  });

  it("has nothing to say of what is generated", () => {
    expect(complaints.filter((line) => line.startsWith("src/generated"))).toEqual([]);
  });
});
