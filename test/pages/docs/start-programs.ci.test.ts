import { copyFile, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../../generator/contract/package/package-files.js";
import { sign } from "../../../templates/copied/receiver/base/signature.js";
import { runProgram, withServer } from "../../workbench/run.js";
import { needs, withReason } from "../../workbench/tools.js";
import { findAll } from "../../targets/docs/markdown-tree.js";
import { removeFolder } from "../../workbench/folders.js";
import { parsedPage } from "../../workbench/outputs.js";
import { findFreePort } from "../../workbench/servers/free-port.js";
import { testReceiver } from "./start-receivers.js";
import { lackingFor, prepare, samples, secret, titleOf } from "./start-samples.js";
import { testSender } from "./start-senders.js";

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

describe.each(samples.filter(({ id }) => id === "php"))("the receiver of start/$id.md", (sample) => {
  it.skipIf(lackingFor(sample))(
    titleOf(sample, "keeps payments and events beside itself, and replaces what is broken there"),
    async () => {
      const folder = await prepare(sample);
      const kept = join(folder, "mplus-state.json");
      await copyFile(
        join(packageRoot, "templates/rendered/pages/samples/receiver.php"),
        join(folder, "receiver.php"),
      );
      const port = await findFreePort();
      const command = ["php", "-d", "display_errors=0", "-S", `localhost:${port}`, "receiver.php"] as const;
      const body = '{"event":{},"externalPayment":{"externalPaymentId":"a"}}';
      const headers = { "X-Mplus-Subscription-Id": "shop-12", "X-Mplus-Signature": sign(body, secret) };
      await withServer({ cwd: folder, command, port, env: { MPLUS_SECRET: secret } }, async () => {
        for (const broken of [
          "",
          "{",
          "5",
          '"abc"',
          '{"payments":{"a":"5"},"events":5}',
          '{"payments":{"a":[]}}',
        ]) {
          if (broken !== "") await writeFile(kept, broken);
          const url = `http://localhost:${port}/startExternalPayment`;
          const answer = await fetch(url, { method: "POST", headers, body });
          expect(await answer.json()).toEqual({ externalPayment: { externalPaymentId: "a", started: true } });
          expect(JSON.parse(await readFile(kept, "utf8"))).toEqual({
            payments: { a: 0 },
            events: { [headers["X-Mplus-Signature"]]: "startExternalPayment" },
          });
          expect((await stat(kept)).mode & 0o777).toBe(0o600);
        }
      });
      removeFolder(folder);
    },
  );
});

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
