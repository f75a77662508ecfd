import { join } from "node:path";
import { describe, it } from "vitest";
import { writeFiles } from "../../workbench/folders.js";
import { inCopyOf, isSkipped, reason } from "./installed.js";
import { type } from "./project.js";

/**
 * The same text is valid TypeScript and JavaScript. Jest replaces classes such as Error, and its CommonJS has no
 * import().
 */
const toTest = (end: string): string => `
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createTill, listReleases, runScenario, TillError } from "mplus-codegen/till";
import { createMplusHandler, defineHandlers, sign, verify } from "./mplus/fetch${end}";
import { createMplusListener } from "./mplus/node${end}";

const secret = Buffer.alloc(32, "a1b2").toString("base64");
const handlers = defineHandlers({ scanCode: () => ({ scanCode: { recognized: true, relationNumber: 12 } }) });
const receiver = { basePath: "/mplus", subscriptions: { "shop-12": { secret } }, handlers };
const scenario = "steps: [{ startSession: }, { scan: A1, expect: { session: { relation: { relationNumber: 12 } } } }]";
const till = { subscription: "shop-12", secret, release: "58.1" };

async function listen() {
  const server = createServer(createMplusListener(receiver)).listen(0);
  await once(server, "listening");
  const url = "http://localhost:" + JSON.parse(JSON.stringify(server.address())).port + "/mplus";
  return { url, close: () => new Promise((resolve) => server.close(resolve)) };
}

test("a server of this process passes", async () => {
  const { url, close } = await listen();
  const { report } = await runScenario(scenario, { ...till, url }).finally(close);
  expect(report).toMatch(/^passed/);
});

test("a handler of requests passes", async () => {
  const handle = createMplusHandler(receiver);
  const { report } = await runScenario(scenario, {
    ...till,
    url: "http://shop.test/mplus",
    fetch: (...call) => handle(new Request(...call)),
  });
  expect(report).toMatch(/^passed/);
});

test("a server that is gone is named", async () => {
  const { url, close } = await listen();
  await close();
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

test("the releases are those of the stamp", () => {
  expect(listReleases(readFileSync("mplus/stamp.json", "utf8"))).toEqual(["48", "56"]);
});
`;

const compilerOptions = { target: "es2022", strict: true, types: ["node", "jest"] };
const json = JSON.stringify;

/** Ways to run Jest: import suffix, extra files and command. */
const ways = [
  {
    name: "TypeScript in CommonJS, by ts-jest",
    extension: "none",
    files: {
      "package.json": json({ jest: { preset: "ts-jest" } }),
      "tsconfig.json": json({
        compilerOptions: { ...compilerOptions, module: "commonjs", moduleResolution: "node10" },
      }),
    },
  },
  {
    name: "TypeScript in ES modules, by ts-jest",
    extension: "js",
    env: "NODE_OPTIONS=--experimental-vm-modules",
    files: {
      "package.json": json({
        type: "module",
        jest: {
          preset: "ts-jest/presets/default-esm",
          moduleNameMapper: { "^(\\.{1,2}/.*)\\.js$": "$1" },
        },
      }),
      "tsconfig.json": json({ compilerOptions: { ...compilerOptions, module: "nodenext" } }),
    },
  },
  {
    name: "JavaScript in CommonJS, by Babel",
    extension: "none",
    testFile: "till.test.js",
    files: {
      "package.json": json({}),
      "babel.config.js":
        'module.exports = { presets: [["@babel/env", { targets: { node: "current" } }], "@babel/typescript"] };',
    },
  },
];

describe.skipIf(isSkipped)(`in Jest, a till plays${reason}`, () => {
  it.each(ways)("$name", ({ extension, env = "", testFile = "till.test.ts", files }) =>
    inCopyOf("jest", async (project) => {
      const test = toTest(extension === "js" ? "/index.js" : "");
      // The prepared package.json links to a shared file, so write below it.
      writeFiles(join(project.cwd, "shop"), [...Object.entries(files), [testFile, test]]);
      const generate = "mplus-codegen --target fetch,node --versions 48,56 --out mplus";
      await type(project, `cd shop\n${generate} --import-extension ${extension}\n${env} jest`);
    }),
  );
});
