import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Contract as Table } from "../../templates/copied/validators/table.js";
import { once } from "../../generator/base/once.js";
import { createLoader } from "../laws/judges/emitted.js";
import { readBlocks, textsIn } from "../package/guide.js";
import { report, scaleAmount } from "../workbench/amount.js";
import { collectFiles, emit, realSpec } from "../workbench/emit.js";
import { makeRunFolder, removeFolder } from "../workbench/folders.js";
import { seed } from "../workbench/seed.js";
import { createReferee } from "./referees.js";
import { createInterpreter, makeCall, type Call, type Code } from "./interpreter.js";
import { defaults, digest, drawSubjects, formatCase, toCases, writeVectors } from "./vectors.js";

/** A line of `cases.ndjson`. */
interface Row extends Omit<Call, "body"> {
  readonly body: unknown;
  readonly want: { readonly ok?: boolean; readonly value?: unknown; readonly omitted?: unknown };
}

describe("test vectors, read from their files", () => {
  const options = { count: scaleAmount({ suite: 2000, full: 50_000 }), seed };
  const home = makeRunFolder();
  const folder = join(home, "vectors");
  const readTable = (name: string): Table =>
    JSON.parse(readFileSync(join(folder, name, "table.json"), "utf8")) as Table;
  const readRows = (name: string): readonly Row[] =>
    readFileSync(join(folder, name, "cases.ndjson"), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Row);

  beforeAll(() => report("test vectors", { ...writeVectors(folder, options) }));
  afterAll(() => removeFolder(home));

  it("are what generated code makes of their tables", async () => {
    const code = await loadGenerated();
    const names = readdirSync(folder);
    expect(names.length).toBeGreaterThan(40);
    const wrong = names.flatMap((name) => {
      const interpreter = createInterpreter(readTable(name), code);
      const results = readRows(name).map((row) => ({
        name,
        ...row,
        got: makeCall(interpreter, row, row.body),
      }));
      return results.filter(({ want, got }) => !isDeepStrictEqual(want, got));
    });
    expect(wrong).toEqual([]);
  });

  it("have the verdicts of ajv and of the spec", () => {
    let judged = 0;
    const wrong = [...drawSubjects(options)].flatMap((subject) => {
      const findJudge = createReferee(subject);
      return readRows(subject.name).filter((row) => {
        const judge = findJudge(row);
        if (!judge) return false;
        judged += 1;
        return judge(row.want.omitted ? row.want.value : row.body) !== row.want.ok;
      });
    });
    expect(wrong).toEqual([]);
    expect(judged).toBeGreaterThan(options.count / 2);
  });
});

/** The files of an output, in memory. */
async function loadGenerated(): Promise<Code> {
  const files = collectFiles(await emit(realSpec(), "..", { targets: ["receiver"], responses: "gated" }));
  const load = await createLoader(
    new Map(Array.from(files, ([path, text]) => [path.replace(/\.ts$/, ".js"), text])),
  );
  const paths = ["validators/results.js", "validators/omit.js", "receiver/handling/evidence.js"];
  return Object.assign({}, ...paths.map(load)) as Code;
}

const drawDefault = once(() => [...drawSubjects(defaults)]);
const digestsFile = join(import.meta.dirname, "digests.json");

const advice = `Results have changed. To see which, run this here and on the commit before, and compare with diff -r:
npm run vectors -- --out FOLDER
If bodies have changed, too, this is because of how they are drawn. If the change is intended, update the digests:
MPLUS_UPDATE=1 npx vitest run test/vectors`;

it("requests and answers get the verdicts and messages that they always got", () => {
  const digests = Object.fromEntries(
    drawDefault().map((subject) => [subject.name, digest(toCases(subject))]),
  );
  if (process.env["MPLUS_UPDATE"] === "1")
    writeFileSync(digestsFile, `${JSON.stringify(digests, null, 2)}\n`);
  expect(digests, advice).toEqual(JSON.parse(readFileSync(digestsFile, "utf8")));
});

it("docs/contract-table.md shows one of the test vectors", () => {
  const [text = ""] = textsIn(readBlocks("docs/contract-table.md"), "json");
  const lines = drawDefault().flatMap((subject) => toCases(subject).map(formatCase));
  expect(lines).toContain(JSON.stringify(JSON.parse(text)));
});
