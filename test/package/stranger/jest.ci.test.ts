import { join } from "node:path";
import { it } from "vitest";
import { writeFiles } from "../../workbench/folders.js";
import { inCopyOf, isSkipped, reason } from "./installed.js";
import { type } from "./project.js";

/** Jest replaces classes such as Error, and its CommonJS has no import(). */
const program = `
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createTill, runScenario, TillError } from "mplus-codegen/till";
import { createMplusHandler, defineHandlers, sign, verify } from "./mplus/fetch";
import { createMplusListener } from "./mplus/node";

const secret = Buffer.alloc(32, "a1b2").toString("base64");
const handlers = defineHandlers({ scanCode: () => ({ scanCode: { recognized: true, relationNumber: 12 } }) });
const receiver = { basePath: "/mplus", subscriptions: { "shop-12": { secret } }, handlers };
const scenario = "steps: [{ startSession: }, { scan: A1, expect: { session: { relation: { relationNumber: 12 } } } }]";
const till = { subscription: "shop-12", secret, release: "58.1" };

test("a handler of requests passes", async () => {
  const handle = createMplusHandler(receiver);
  const { report } = await runScenario(scenario, {
    ...till,
    url: "http://shop.test/mplus",
    fetch: (...call) => handle(new Request(...call)),
  });
  expect(report).toMatch(/^passed/);
});

test("a server passes, and is named when it is gone", async () => {
  const server = createServer(createMplusListener(receiver)).listen(0);
  await once(server, "listening");
  const url = "http://localhost:" + JSON.parse(JSON.stringify(server.address())).port + "/mplus";
  const { report } = await runScenario(scenario, { ...till, url });
  expect(report).toMatch(/^passed/);
  await new Promise((resolve) => server.close(resolve));
  const { verdict } = await createTill({ ...till, url }).send("startSession");
  expect(verdict).toMatchObject({ kind: "silent", findings: [{ code: "refused" }] });
  expect(() => createTill({ ...till, url: "ftp://shop" })).toThrow(TillError);
});

test("bytes of Node's are signed as those of the test", async () => {
  const text = readFileSync("package.json", "utf8");
  const signature = await sign(text, secret);
  expect(await sign(readFileSync("package.json"), secret)).toBe(signature);
  expect(await verify(new TextEncoder().encode(text), signature, secret)).toBe(true);
});
`;

const files = {
  "package.json": { jest: { preset: "ts-jest" } },
  "tsconfig.json": {
    compilerOptions: {
      ...{ target: "es2022", strict: true, types: ["node", "jest"] },
      ...{ module: "commonjs", moduleResolution: "node10" },
    },
  },
};

// A starter of test/proof plays in Jest with JavaScript.
it.skipIf(isSkipped)(`in Jest with TypeScript, a till plays${reason}`, () =>
  inCopyOf("jest", async (project) => {
    const texts = Object.entries(files).map(([path, content]) => [path, JSON.stringify(content)] as const);
    // The prepared package.json links to a shared file, so write below it.
    writeFiles(join(project.cwd, "shop"), [...texts, ["till.test.ts", program]]);
    const generate = "mplus-codegen --target fetch,node --versions 48,56 --out mplus";
    await type(project, `cd shop\n${generate} --import-extension none\njest`);
  }),
);
