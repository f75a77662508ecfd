import { join } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeProjectFolder, removeFolder, writeFiles } from "../../workbench/folders.js";
import { madeFiles } from "../../workbench/made-output.js";
import { viewOf } from "../../workbench/outputs.js";

/** Code in which `$` is the name of an event's handler. */
const places = {
  "the options of an adapter": "createMplusRouter({ subscriptions: {}, handlers: { $: () => ({}) } });",
  "a method":
    "createMplusRouter({ subscriptions: {}, handlers: { async $({ request }) { void request; } } });",
  onTimeout: "createMplusRouter({ subscriptions: {}, handlers: {}, onTimeout: { $: () => ({}) } });",
  queued: "createMplusRouter({ subscriptions: {}, handlers: {}, queued: { $() {} } });",
  "the options of a receiver": "createReceiver({ subscriptions: {}, handlers: { $: () => ({}) } });",
  defineHandlers: "export const handlers = defineHandlers({ $: () => ({}) });",
  defineQueued: "export const queued = defineQueued({ async $() {} });",
  "handlers with their type": "export const all: MplusHandlers = { $: () => ({}) };",
};

const preamble = `import {
  createMplusRouter, createReceiver, defineHandlers, defineQueued, type MplusHandlers,
} from "./express/index.js";
`;

const folder = makeProjectFolder();
const file = join(folder, "shop.ts");
let text = "";

const options = {
  ...{ strict: true, exactOptionalPropertyTypes: true, skipLibCheck: true, types: ["node"] },
  ...{ module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022 },
};
let changes = 0;
const service = ts.createLanguageService({
  ...ts.sys,
  useCaseSensitiveFileNames: () => true,
  getScriptFileNames: () => [file],
  getScriptVersion: (path) => (path === file ? String(changes) : ""),
  getScriptSnapshot: (path) => {
    const found = path === file ? text : ts.sys.readFile(path);
    return found === undefined ? undefined : ts.ScriptSnapshot.fromString(found);
  },
  getCurrentDirectory: () => folder,
  getCompilationSettings: () => options,
  getDefaultLibFileName: ts.getDefaultLibFilePath,
});

beforeAll(async () => {
  writeFiles(folder, await madeFiles("48.."));
  writeFiles(folder, [["package.json", '{ "type": "module" }']]);
});
afterAll(() => removeFolder(folder));

function hover(code: string, event: string): string {
  changes += 1;
  text = preamble + code.replace("$", event);
  const info = service.getQuickInfoAtPosition(file, preamble.length + code.indexOf("$"));
  const tags = info?.tags?.map((tag) => `@${tag.name} ${ts.displayPartsToString(tag.text)}`) ?? [];
  return [ts.displayPartsToString(info?.documentation), ...tags].join("\n");
}

/** A handler's hover text: when the event occurs, possible answers, and a link to the vendor's page. */
const complete = /^[A-Z][^]*\.\nAnswer: `(\w+)`\. [A-Z][^]*\sSee\shttps:\/\/[\w.]+(?:\n|$)/;

describe("the name of an event shows what its handler is for", () => {
  it.each(Object.entries(places))("in %s", (_place, code) => {
    const shown = hover(code, "scanCode");
    expect(shown).toMatch(/^A code was scanned at the POS\./);
    expect(complete.exec(shown)?.[1]).toBe("ScanCodeResponse");
  });

  it("for any event", () => {
    for (const { name, response } of viewOf("48..").events)
      expect(complete.exec(hover(places["the options of an adapter"], name))?.[1]).toBe(response.name);
  });
});
