import { stat } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../../generator/contract/package/package-files.js";
import { sign } from "../../../templates/copied/receiver/base/signature.js";
import { runProgram, withServer } from "../../workbench/run.js";
import { needs, withReason } from "../../workbench/tools.js";
import { findAll } from "../../targets/docs/markdown-tree.js";
import { splitWords } from "../../workbench/command.js";
import { inProject } from "../../workbench/project.js";
import { parsedPage } from "../../workbench/outputs.js";
import { findFreePort } from "../../workbench/servers/free-port.js";
import { testReceiver } from "./start-receivers.js";
import { lackingFor, samples, secret, titleOf } from "./start-samples.js";
import { testSender } from "./start-senders.js";

/** Scenarios that need nothing else of a receiver. */
const others = "customer receipt kitchen newer";

for (const sample of samples) {
  testReceiver(sample, samples);
  if (sample.sender) testSender(sample, sample.sender);
}

describe.each(samples.filter(({ id }) => id === "curl"))("the page start/$id.md", (sample) => {
  it.skipIf(lackingFor(sample))(titleOf(sample, "signs one text as it says"), async () => {
    const folder = join(packageRoot, "templates/rendered/pages/samples");
    const { stdout } = await runProgram(folder, ["sh", "signature.sh"], { MPLUS_SECRET: secret });
    expect(stdout).toBe(sign("test", secret));
  });
});

it.skipIf(needs("php"))(
  withReason("the page start/php.md leads to a receiver that passes doctor and plays a sale", needs("php")),
  () =>
    inProject(
      async (project) => {
        const blocks = findAll(await parsedPage("..", "start/php.md"), "code").map(({ value = "" }) => value);
        const [generate = "", program = "", start = "", test = "", make = "", models = "", send = ""] =
          blocks;
        const call = async (line: string, port: number): Promise<string> => {
          const argv = splitWords(line.replaceAll("3000", `${port}`)).slice(2);
          const { code, stdout, stderr } = await project.call(...argv);
          expect([code, stderr]).toEqual([0, ""]);
          return stdout;
        };
        const port = await findFreePort();
        await call(generate, port);
        project.put("public/index.php", program);
        const command = ["sh", "-c", start] as const;
        const { stderr } = await withServer({ cwd: project.folder, command, port }, async () => {
          const [, doctor = "", simulate = ""] = test.split("\n");
          expect(await call(doctor, port)).toMatch(/\nNo problems found/);
          expect(await call(simulate, port)).toMatch(/\n3 passed\.\n$/);
          expect(await call(simulate.replace(/loyalty.*cancel/, others), port)).toMatch(/\n4 passed\.\n$/);
          expect(await call(send.split("\n")[1] ?? "", port)).toMatch(/\n {2}\{\}\n/);
        });
        expect(stderr).not.toMatch(/PHP (?:Warning|Deprecated|Fatal)|: failed/);
        expect((await stat(join(project.folder, "state"))).mode & 0o777).toBe(0o700);
        for (const line of [make, models]) await call(line, port);
      },
      { MPLUS_SECRET: secret },
    ),
);

it.skipIf(needs("openssl"))(withReason("openssl makes a secret of 32 bytes", needs("openssl")), async () => {
  const [call] = findAll(await parsedPage("..", "start.md"), "code");
  const { stdout } = await runProgram(packageRoot, ["sh", "-c", call?.value ?? ""]);
  expect(Buffer.from(stdout, "base64")).toHaveLength(32);
});

it("the sample in TypeScript compiles on its own, under strict", async () => {
  const folder = join(packageRoot, "templates/rendered/pages/samples");
  const flags = [
    ...["--strict", "--noUncheckedIndexedAccess", "--noPropertyAccessFromIndexSignature", "--noEmit"],
    // Allows only syntax that Node.js can strip.
    ...["--exactOptionalPropertyTypes", "--erasableSyntaxOnly", "--verbatimModuleSyntax"],
    ...["--target", "es2022", "--module", "nodenext", "--types", "node", "--ignoreConfig"],
  ];
  const tsc = join(packageRoot, "node_modules/typescript-7/bin/tsc");
  const { code, stdout } = await runProgram(folder, [
    ...[process.execPath, tsc, ...flags, "receiver.mts"],
  ] as [string, ...string[]]);
  expect([code, stdout]).toEqual([0, ""]);
});
