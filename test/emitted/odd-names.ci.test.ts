import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { targets } from "../../generator/targets/all.js";
import { loadContract, withPlainProblems, type Contract } from "./validators/contract.js";
import { compile } from "../workbench/compile.js";
import { object, createSmallSpec } from "../workbench/small-spec.js";
import { makeRunFolder, removeFolder } from "../workbench/folders.js";

const names = [
  ...["class", "default", "await", "delete", "interface", "null", "then", "undefined"],
  "prototype",
];

const spec = createSmallSpec({
  ping: object("Ping", { text: { type: "string" } }, ["text"]),
  files: Object.fromEntries(
    names.map((name) => [
      `events/${name}.json`,
      { description: `The ${name}.`, carries: { ping: { required: true } }, answers: { pong: {} } },
    ]),
  ),
});

describe("events with the names of others", () => {
  const home = makeRunFolder();
  let contract: Contract;

  beforeAll(async () => {
    contract = await loadContract(
      spec,
      "..",
      home,
      targets.map(({ name }) => name),
    );
  });
  afterAll(() => removeFolder(home));

  it("have files of their own, whatever the case of letters", () => {
    const paths = [...contract.files.keys()];
    expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
  });

  it("compile", async () => {
    expect(await compile(contract.files, { roots: ["express/index.ts", "zod/index.ts"] })).toEqual(new Map());
  });

  it.each(names)("%s is checked as itself", (name) => {
    const message = '"text" is missing in "ping".';
    const problems = [{ path: "/ping/text", code: "missing-property", message }];
    expect(contract.check("request", name, { ping: { text: "a" } }).ok).toBe(true);
    expect(withPlainProblems(contract.check("request", name, { ping: {} }))).toEqual({ ok: false, problems });
  });
});
