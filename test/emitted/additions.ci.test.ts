import { join } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { collectFiles, emit, realSources, toSpec } from "../workbench/emit.js";
import { compileIn } from "../workbench/compile.js";
import {
  importFrom,
  makeProjectFolder,
  makeRunFolder,
  removeFolder,
  transpile,
  writeFiles,
} from "../workbench/folders.js";
import type { Validators } from "./validators/contract.js";

const additions = {
  "releases.json": { releases: [{ release: "63", summary: "Seen in two shops." }] },
  "requests/sender.json": {
    title: "Sender",
    properties: {
      loyaltyTier: {
        description: "The tier of the shop.",
        type: "string",
        "x-added-in": "63",
        "x-provenance": { kind: "observed", basis: "In 312 of 400 bodies of three shops." },
      },
      rank: { description: "Its rank.", type: "integer" },
    },
  },
  "responses/scanCode.json": {
    title: "ScanCodeAnswer",
    properties: { colour: { description: "Its colour.", type: "string", "x-added-in": "63" } },
  },
};

const spec = toSpec([
  ...realSources(),
  ...Object.entries(additions).map(([path, file]) => ({
    path,
    text: JSON.stringify(file),
    addition: `mplus-spec/${path}`,
  })),
]);

const shop = `import { defineHandlers } from "./express/index.js";

export const handlers = defineHandlers({
  scanCode: ({ request }) => {
    const tier: string | undefined = request.sender.loyaltyTier;
    return { scanCode: { recognized: tier === "gold", colour: "red" } };
  },
});
`;

describe("a part of the user's own", () => {
  const folder = makeProjectFolder();
  const file = join(folder, "shop.ts");
  beforeAll(async () => {
    writeFiles(folder, collectFiles(await emit(spec, "48..")));
    writeFiles(folder, [
      ["package.json", '{ "type": "module" }'],
      ["shop.ts", shop],
    ]);
  });
  afterAll(() => removeFolder(folder));

  it("has its type in a request, and is refused in an answer to older shops", async () => {
    const [[file, complaint] = [], ...others] = await compileIn(folder);
    expect([file, others]).toEqual(["shop.ts", []]);
    expect(complaint?.match(/error/g)).toHaveLength(1);
    expect(complaint).toContain('"scanCode.colour requires v63; your oldest shop runs v48."');
  });

  it("is completed by editors, with its description and whose it is", () => {
    const service = ts.createLanguageService({
      ...ts.sys,
      useCaseSensitiveFileNames: () => true,
      getScriptFileNames: () => [file],
      getScriptVersion: () => "",
      getScriptSnapshot: (path) => {
        const found = ts.sys.readFile(path);
        return found === undefined ? undefined : ts.ScriptSnapshot.fromString(found);
      },
      getCurrentDirectory: () => folder,
      getCompilationSettings: () => ({ strict: true, module: ts.ModuleKind.NodeNext, types: ["node"] }),
      getDefaultLibFileName: ts.getDefaultLibFilePath,
    });
    const at = shop.indexOf("loyaltyTier");
    const names = service.getCompletionsAtPosition(file, at, undefined)?.entries.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["branchNumber", "loyaltyTier", "rank"]));
    const { documentation } = service.getQuickInfoAtPosition(file, at) ?? {};
    expect(ts.displayPartsToString(documentation)).toBe(
      "The tier of the shop.\nYour addition, not in mplus-codegen's spec.\nObserved, not documented.",
    );
  });

  it("is checked: a wrong value in a request is left out, and an answer must fit its shop", async () => {
    const run = makeRunFolder();
    try {
      const made = collectFiles(await emit(spec, "48..", { targets: ["receiver"], responses: "gated" }));
      writeFiles(run, transpile(made));
      const validators = await importFrom<Gated>(run, "validators/index.js");
      const check = (loyaltyTier: unknown) => {
        const event = { eventBlocking: true, eventCounter: 1, eventTimestamp: "2026-11-28T09:00:00+01:00" };
        const sender = { branchNumber: 1, workplaceNumber: 1, loyaltyTier };
        const session = { sessionId: "0b6c3b0e-94c3-4d4e-8cb7-3a3a1f0f7a10", lines: [], payments: [] };
        const scanCode = { scannedCode: "2900004815168", codeType: "barcode" };
        return validators.validateRequest("scanCode", { event, sender, session, scanCode });
      };
      expect(check("gold")).toMatchObject({ ok: true, value: { sender: { loyaltyTier: "gold" } } });
      expect(check(7)).toMatchObject({ ok: true, leftOut: [{ path: "/sender/loyaltyTier" }] });
      const answer = { scanCode: { recognized: true, colour: "red" } };
      expect(validators.validateResponse("scanCode", answer, { version: "63" }).ok).toBe(true);
      expect(validators.validateResponse("scanCode", answer, { version: "59.3" })).toMatchObject({
        ok: false,
        problems: [{ path: "/scanCode/colour", addedIn: "63" }],
      });
      const { inferVersion } = await importFrom<Receiver>(run, "receiver/index.js");
      expect(inferVersion({ sender: { loyaltyTier: "gold" } }).version).toBeUndefined();
    } finally {
      removeFolder(run);
    }
  });
});

interface Gated extends Validators {
  validateResponse: (
    event: string,
    body: unknown,
    options?: { readonly version: string },
  ) => ReturnType<Validators["validateResponse"]>;
}

interface Receiver {
  readonly inferVersion: (body: unknown) => { readonly version: string | undefined };
}
