import { afterAll, describe, expect, it } from "vitest";
import { targets as all } from "../../generator/targets/all.js";
import { countLines, findLostOrUnrelated } from "../laws/specs/grow.js";
import { emit, collectFiles, realSources, realSpec, toSpecOfFiles, type Range } from "../workbench/emit.js";
import { written } from "../output/compilers/projects.js";
import { compileIn, strict } from "../workbench/compile.js";
import { makeProjectFolder, removeFolder, writeFiles } from "../workbench/folders.js";
import { changeSpec } from "../spec/small-spec.js";
import { additionsTo, type Grounds } from "./additions.js";

const targets = all.map(({ name }) => name);
const ranges: readonly Range[] = ["48..", ".."];
const modes = ["safe", "gated"] as const;
const cases = ranges.flatMap((range) => modes.map((responses) => ({ range, responses })));

const before = Object.fromEntries(
  realSources().map(({ path, text }) => [path, JSON.parse(text) as unknown]),
) as unknown as Grounds;
const [spec, grown] = [realSpec(), toSpecOfFiles(changeSpec(additionsTo(before), { ...before }))];

/** The matrix has a column for each release, the new one too. */
const isCell = (what: string): boolean =>
  /^site\/matrix\.html: gained (?:<td[^>]*>[\w? ]*<\/td> ?)+$/.test(what);

/** Code of a partner that names what all events share, reads a request and writes answers. */
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

const home = makeProjectFolder();
afterAll(() => removeFolder(home));

describe("a release that adds an event, an object, an optional property and a value of an enum", () => {
  it.each(cases)("changes nothing of what is there for $range, $responses", async ({ range, responses }) => {
    const [old, now] = await Promise.all(
      [spec, grown].map(async (each) => collectFiles(await emit(each, range, { targets, responses }))),
    );
    if (!old || !now) throw new Error("there is nothing to compare");
    const { added, removed } = countLines(old, now);
    console.log(`${range} ${responses}: ${old.size} files, ${added} lines more, ${removed} less`);
    expect(findLostOrUnrelated(old, now).filter((what) => !isCell(what))).toEqual([]);
    expect(added).toBeGreaterThan(50);
  });

  it.each(cases)("leaves a partner's code compiling for $range, $responses", async ({ range, responses }) => {
    const folder = `${home}/${cases.findIndex((each) => each.range === range && each.responses === responses)}`;
    for (const [name, each] of [
      ["old", spec],
      ["new", grown],
    ] as const) {
      const files = collectFiles(await emit(each, range, { targets: ["receiver"], responses }));
      writeFiles(
        folder,
        [...files].map(([path, text]): [string, string] => [`src/${name}/${path}`, text]),
      );
      writeFiles(folder, [[`src/${name}/partner.ts`, partner]]);
    }
    const roots = ["old", "new"].map((name) => `src/${name}/partner.ts`);
    const options = { ...strict, ...written, outDir: "out" };
    expect(await compileIn(folder, { compiler: "typescript", options, roots })).toEqual(new Map());
  });
});
