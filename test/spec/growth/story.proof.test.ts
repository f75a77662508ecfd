import { describe, expect, it } from "vitest";
import { targets as all } from "../../../generator/targets/all.js";
import { countLines, findLostOrUnrelated } from "../../laws/specs/grow.js";
import {
  emit,
  collectFiles,
  realSources,
  realSpec,
  toSpecOfFiles,
  type Range,
} from "../../workbench/emit.js";
import { written } from "../../emitted/compilers/projects.js";
import { compile, strict } from "../../workbench/compile.js";
import { changeSpec } from "../../contract/read/small-spec.js";
import { additionsTo } from "./releases.js";

const targets = all.map(({ name }) => name);
const ranges: readonly Range[] = ["48..", ".."];
const modes = ["safe", "gated"] as const;
const cases = ranges.flatMap((range) => modes.map((responses) => ({ range, responses })));

const before = Object.fromEntries(realSources().map(({ path, text }) => [path, JSON.parse(text) as unknown]));
const [spec, grown] = [realSpec(), toSpecOfFiles(changeSpec(additionsTo(before), before))];

/** The matrix has a column for each release, including the new one. */
const isCell = (what: string): boolean =>
  /^site\/matrix\.html: gained (?:<td[^>]*>[\w? ]*<\/td> ?)+$/.test(what);

const partner = `
import { createReceiver, type MplusEventHandler } from "./receiver/index.js";
import type { CommonRequest, CommonResponse, DialogAnswer, ScanCodeRequest, ScanCodeResponse } from "./types/index.js";

const dialog: NonNullable<CommonResponse["dialog"]> = {
  required: true,
  allowMultipleOptions: false,
  dialogTitle: "Which size?",
  dialogOptions: [],
};
const shared: DialogAnswer = dialog;
const greet = ({ sender }: CommonRequest): string | undefined => sender.deviceType;
const scanCode: MplusEventHandler<"scanCode"> = ({ request }): ScanCodeResponse => {
  const scanned: ScanCodeRequest = request;
  return greet(scanned) === undefined ? { dialog: shared } : { message: [{ message: "Hello." }] };
};
export const receiver = createReceiver({ subscriptions: { shop: { secret: "c2VjcmV0" } }, handlers: { scanCode } });
`;

describe("a release that adds an event, an object, an optional property and a value of an enum", () => {
  it.each(cases)("changes nothing of what is there for $range, $responses", async ({ range, responses }) => {
    const emitEach = (each: typeof spec) => emit(each, range, { targets, responses }).then(collectFiles);
    const [old, now] = [await emitEach(spec), await emitEach(grown)];
    expect(findLostOrUnrelated(old, now).filter((what) => !isCell(what))).toEqual([]);
    expect(countLines(old, now).added).toBeGreaterThan(50);
  });

  it.each(cases)("leaves a partner's code compiling for $range, $responses", async ({ range, responses }) => {
    const files: [string, string][] = [];
    for (const [name, each] of Object.entries({ old: spec, new: grown })) {
      const output = collectFiles(await emit(each, range, { targets: ["receiver"], responses }));
      for (const [path, text] of [...output, ["partner.ts", partner]] as const)
        files.push([`src/${name}/${path}`, text]);
    }
    const roots = ["old", "new"].map((name) => `src/${name}/partner.ts`);
    const options = { ...strict, ...written, outDir: "out" };
    expect(await compile(files, { compiler: "typescript", options, roots })).toEqual(new Map());
  });
});
