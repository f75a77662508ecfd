import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../../generator/package/package-files.js";
import { sign } from "../../../templates/receiver/signature.js";
import { missingPrograms, runProgram } from "../../cli/running.js";
import { removeFolder } from "../../workbench/folders.js";
import { findAll } from "../../targets/docs/markdown-tree.js";
import { parsedPage } from "../../workbench/outputs.js";
import { testReceiver } from "./start-receivers.js";
import { lackingFor, samples, saveSample, secret, titleOf } from "./start-samples.js";
import { testSender } from "./start-senders.js";

const usual = samples.filter(({ isRare }) => !isRare);
for (const sample of usual) {
  testReceiver(sample, usual);
  testSender(sample);
}

describe.each(samples.filter(({ id }) => id === "curl"))("the page start/$id.md", (sample) => {
  it.skipIf(lackingFor(sample).length > 0)(titleOf(sample, "signs one text as it says"), async () => {
    const home = await saveSample(sample);
    const { stdout } = await runProgram(home, ["sh", "signature.sh"], { MPLUS_SECRET: secret });
    removeFolder(home);
    expect(stdout).toBe(sign("test", secret));
  });
});

it.skipIf(process.env["CI"] === undefined && missingPrograms("openssl").length > 0)(
  "openssl makes a secret of 32 bytes",
  async () => {
    const [call] = findAll(await parsedPage("..", "start.md"), "code");
    const { stdout } = await runProgram(packageRoot, ["sh", "-c", call?.value ?? ""]);
    expect(Buffer.from(stdout, "base64")).toHaveLength(32);
  },
);

it("the samples in TypeScript compile on their own, under strict", async () => {
  const folder = join(packageRoot, "templates/pages/samples");
  const flags = [
    ...["--strict", "--noUncheckedIndexedAccess", "--noPropertyAccessFromIndexSignature", "--noEmit"],
    // What Node.js can strip by itself.
    ...["--exactOptionalPropertyTypes", "--erasableSyntaxOnly", "--verbatimModuleSyntax"],
    ...["--target", "es2022", "--module", "nodenext", "--types", "node", "--ignoreConfig"],
  ];
  const tsc = join(packageRoot, "node_modules/typescript-7/bin/tsc");
  const { code, stdout } = await runProgram(folder, [
    ...[process.execPath, tsc, ...flags, "receiver.mts", "request.mts"],
  ] as [string, ...string[]]);
  expect([code, stdout]).toEqual([0, ""]);
});
