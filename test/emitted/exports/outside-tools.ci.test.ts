import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Range } from "../../workbench/emit.js";
import { runProgram, type Ended } from "../../workbench/run.js";
import { isFuzzing } from "../../workbench/amount.js";
import { compileIn } from "../../workbench/compile.js";
import { inFolder, writeFiles } from "../../workbench/folders.js";
import { madeFiles } from "../../workbench/made-output.js";
import { loadRange, loadRealModel } from "../../workbench/real-spec.js";
import { exportToolPath, noExportTools, withReason } from "../../workbench/tools.js";
import { createOptions } from "../../conformance/setups.js";
import { createStage } from "../../conformance/stage.js";
import { node } from "../../conformance/targets/node.js";
import { listFailed, runNewman } from "../collections/newman.js";
import { findWrongNames, listNames } from "./names.js";
import { asPlain, printAssignments, withNull } from "./openapi-types.js";
import { checkers, documents, fleets, makers, rulesets, type Fleet, type Maker } from "./tools.js";

const load = (name: string): unknown => createRequire(import.meta.url)(exportToolPath(name));

const eventsOf = (range: Range): readonly string[] =>
  loadRange(range, loadRealModel()).events.map(({ name }) => name);

const exportsFor = ({ range, responses }: Fleet) =>
  madeFiles(range, { targets: ["types", "jsonschema", "openapi", "asyncapi"], responses });

const said = ({ code, stdout, stderr }: Ended) => `${code} ${stdout}${stderr}`;
const succeeded = (ended: Ended): void => expect(ended.code, said(ended)).toBe(0);

const offline = { REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };

/** Every change is tested with the first fleet. Fast or fragile tools also get the last one. */
const some = isFuzzing ? fleets : fleets.slice(0, 1);
const more = isFuzzing ? fleets : [...fleets.slice(0, 1), ...fleets.slice(-1)];

describe.skipIf(noExportTools !== undefined)(withReason("what checks documents", noExportTools), () => {
  const cases = checkers.flatMap((checker) =>
    (checker.name.startsWith("Redocly") ? more : some).map((fleet) => ({ ...checker, ...fleet })),
  );

  it.concurrent.each(cases)(
    "$name finds nothing in $document but what is left on purpose: $range, $responses",
    async ({ command, list, left, ...fleet }) => {
      await inFolder([...(await exportsFor(fleet)), ...rulesets], async (folder) => {
        const ended = await runProgram(folder, command, offline);
        expect([...list(ended.stdout)].sort(), said(ended)).toEqual(Object.keys(left).sort());
      });
    },
  );

  it.each(some)("the parser of AsyncAPI finds neither errors nor warnings: $range", async (fleet) => {
    const { Parser } = load("@asyncapi/parser") as {
      Parser: new () => {
        parse(text: string): Promise<{
          document?: { operations(): readonly unknown[] };
          diagnostics: readonly { severity: number; message: string }[];
        }>;
      };
    };
    const source = (await exportsFor(fleet)).get("asyncapi/mplus.asyncapi.yaml") ?? "";
    const { document, diagnostics } = await new Parser().parse(source);
    expect(document?.operations().length).toBe(eventsOf(fleet.range).length);
    // 0 is an error, 1 a warning. It also reports a newer AsyncAPI version.
    expect(diagnostics.filter(({ severity }) => severity < 2)).toEqual([]);
  });
});

/** The document as Modelina reads it: of OpenAPI 3.1, only 3.1.0. */
const readByModelina = ["asyncapi/mplus.asyncapi.json", "openapi/server-3.0.json"];

describe.skipIf(noExportTools !== undefined)(withReason("Modelina", noExportTools), () => {
  const cases = readByModelina.flatMap((document) => some.map((fleet) => ({ document, fleet })));

  it.each(cases)("makes models of $document with our names: $fleet.range", async ({ document, fleet }) => {
    const { TypeScriptGenerator } = load("@asyncapi/modelina") as {
      TypeScriptGenerator: new () => {
        generate(input: unknown): Promise<readonly { readonly modelName: string }[]>;
      };
    };
    const files = await exportsFor(fleet);
    const models = await new TypeScriptGenerator().generate(JSON.parse(files.get(document) ?? ""));
    // It prefixes names of globals, such as Form.
    const names = models.map(({ modelName }) => modelName.replace(/^Reserved/, ""));
    expect(findWrongNames(names, files, eventsOf(fleet.range))).toEqual({ missing: [], strange: [] });
  });
});

const compilerOptions = {
  strict: true,
  noEmit: true,
  target: "es2022",
  module: "esnext",
  moduleResolution: "bundler",
  lib: ["es2022", "dom", "dom.iterable"],
  types: [],
  allowImportingTsExtensions: true,
};

const exact = { exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true };

const readAll = (folder: string, paths = /\.ts$/): string =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => paths.test(path))
    .map((path) => readFileSync(join(folder, path), "utf8"))
    .join("\n");

async function makeIn(folder: string, maker: Maker, document: string): Promise<string> {
  const out = `made/${basename(document, ".json")}`;
  mkdirSync(join(folder, out), { recursive: true });
  succeeded(await runProgram(folder, maker.command(document, out)));
  return out;
}

describe.skipIf(noExportTools !== undefined)(
  withReason("what makes TypeScript of the documents of OpenAPI", noExportTools),
  () => {
    const cases = makers.flatMap((maker) => some.map((fleet) => ({ ...maker, fleet })));

    it.concurrent.each(cases)(
      "$name makes what compiles, with our names: $fleet.range, $fleet.responses",
      async ({ fleet, ...maker }) => {
        const files = new Map(await exportsFor(fleet));
        const change = (path: string, edit: (types: string) => string) =>
          files.set(path, edit(files.get(path) ?? ""));
        change("types/requests.ts", withNull);
        change("types/responses.ts", asPlain);
        const events = eventsOf(fleet.range);
        // Clients of tools do not compile with the strictest settings; our types do.
        const options = { ...compilerOptions, ...(maker.hasOurTypes === true && exact) };
        await inFolder(files, async (folder) => {
          for (const document of documents) {
            const out = await makeIn(folder, maker, document);
            if (maker.hasOurTypes === true)
              writeFiles(folder, [[`${out}.ts`, printAssignments(basename(out), events)]]);
            const names = listNames(readAll(join(folder, out), maker.named));
            expect(findWrongNames(names, files, events, maker.own)).toEqual({ missing: [], strange: [] });
          }
          expect(await compileIn(folder, { options })).toEqual(new Map());
        });
      },
    );
  },
);

it.skipIf(noExportTools !== undefined)(
  withReason("newman runs the collection at a receiver, which takes each event", noExportTools),
  async () => {
    const files = await madeFiles("48..", { targets: ["postman"] });
    const { port, end } = await node.open(createOptions(createStage(), {}));
    try {
      await inFolder(files, async (home) => {
        const { code, sent, printed } = await runNewman(home, `http://127.0.0.1:${port}/mplus`);
        expect([listFailed(sent), code], printed).toEqual([[], 0]);
        // The receiver rejects what no till sends.
        const samples = loadRealModel().examples.filter(({ request }) => request !== undefined);
        const refused = [400, 2];
        expect(sent.map(({ status, passed }) => [status, passed.length])).toEqual([
          ...samples.map(() => [200, 3]),
          ...[refused, refused, refused],
        ]);
      });
    } finally {
      await end();
    }
  },
);
