import { execFile } from "node:child_process";
import { createHmac } from "node:crypto";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageRoot } from "../../../generator/package/package-files.js";
import { emit, collectFiles, realSpec } from "../../workbench/emit.js";
import { secret } from "../frameworks/express-server.js";
import {
  makeProjectFolder,
  makeRunFolder,
  removeFolder,
  transpile,
  writeFiles,
} from "../../workbench/folders.js";

const otherSecret = Buffer.alloc(32, 7).toString("base64");
const body = JSON.stringify({
  event: { eventBlocking: true, eventCounter: 1, eventTimestamp: "2026-11-20T10:15:00.000+01:00" },
  sender: { branchNumber: 1, workplaceNumber: 2 },
  session: { sessionId: "0f8fad5b-d9cb-469f-a165-70867728950e" },
  scanCode: { scannedCode: "Crème-0042", codeType: "barcode" },
});

const signatureWith = (key: string | Buffer, text: string): string =>
  createHmac("sha256", key).update(text).digest("base64");
const signed = (text: string, base64 = secret): string => signatureWith(Buffer.from(base64, "base64"), text);

/** A module that has an event stored, and handles it: as it was stored, and with each of its fields changed. */
const storing = `
import { createMplusHandler } from "./fetch/index.js";
import { createHandleStored } from "./receiver/index.js";
const [events, codes] = [[], []];
const options = {
  subscriptions: { "shop-12": { secret: ${JSON.stringify([otherSecret, secret])} } },
  handlers: {},
  queued: { scanCode: ({ request }) => void codes.push(request.scanCode.scannedCode) },
  inbox: { add: async (event) => (events.push(event), "kept") },
};
const headers = {
  "content-type": "application/json",
  "x-mplus-subscription-id": "shop-12",
  "x-mplus-signature": ${JSON.stringify(signed(body))},
};
const request = new Request("https://pos.example.com/scanCode", { method: "POST", headers, body: ${JSON.stringify(body)} });
const response = await createMplusHandler(options)(request);
const handle = createHandleStored(options);
const run = { signal: new AbortController().signal, attempt: 0, transaction: {} };
const [event] = events;
await handle(event, run);
const refused = [];
for (const [name, value] of Object.entries(event)) {
  await handle({ ...event, [name]: value + " " }, run).catch(() => refused.push(name));
}
console.log(JSON.stringify({ status: response.status, codes, refused }));
`;

/** A module that calls the emitted code, and prints what came of it. */
const program = (make: string, calls: readonly object[]): string => `
${make}
for (const { signature, body, ...rest } of ${JSON.stringify(calls)}) {
  const headers = { "content-type": "application/json", "x-mplus-subscription-id": "shop-12", ...rest };
  if (signature !== undefined) headers["x-mplus-signature"] = signature;
  const response = await handle(new Request("https://pos.example.com/mplus/scanCode", { method: "POST", headers, body }));
  const answer = { status: response.status, signature: response.headers.get("x-mplus-signature"), body: await response.text() };
  console.log(JSON.stringify({ ...answer, lines: lines.splice(0) }));
}
`;

const options = `{
  subscriptions: { "shop-12": { secret: ${JSON.stringify([secret, otherSecret])} } },
  handlers: { scanCode: ({ request }) => ({ scanCode: { recognized: request.scanCode.scannedCode === "Crème-0042" } }) },
  dedupe: {},
  log: Object.fromEntries(["debug", "info", "warn", "error"].map((level) => [level, (_, text) => lines.push(text)])),
}`;

const targets = [
  {
    target: "fetch",
    make: `import { createMplusHandler } from "./fetch/index.js";
const lines = [];
const handle = createMplusHandler({ basePath: "/mplus", ...${options} });`,
  },
  {
    target: "hono",
    make: `import { Hono } from "hono";
import { createMplusApp } from "./hono/index.js";
const lines = [];
const app = new Hono().route("/mplus", createMplusApp(${options}));
const handle = (request) => app.fetch(request);`,
  },
];

const good = { status: 200, body: '{"scanCode":{"recognized":true}}' };
const refused = (code: string, message: string) => ({
  status: 400,
  body: JSON.stringify({ error: { code, message } }),
});
const wrong = refused("INVALID_SIGNATURE", "The signature does not belong to this body.");
const wrongLine = "a request was refused: The signature does not belong to this body.";

const cases = [
  { name: "a signature that holds", given: { signature: signed(body), body }, want: { ...good, lines: [] } },
  {
    name: "the signature of an older secret",
    given: { signature: signed(body, otherSecret), body },
    want: { ...good, lines: ["the POS still signs with secret 2 of 2"] },
  },
  {
    name: "another body's",
    given: { signature: signed("{}"), body },
    want: { ...wrong, lines: [wrongLine] },
  },
  {
    name: "one made with the text of the secret",
    given: { signature: signatureWith(secret, body), body },
    want: {
      ...wrong,
      lines: [
        "the sender used the text of the secret as its key; the key is the secret, base64-decoded",
        wrongLine,
      ],
    },
  },
  {
    name: "another spelling of the right one",
    given: { signature: signed(body).slice(0, -1), body },
    want: { ...wrong, lines: [wrongLine] },
  },
  {
    name: "none",
    given: { body },
    want: {
      ...refused("NO_SIGNATURE", "The header X-Mplus-Signature is missing."),
      lines: ["a request was refused: The header X-Mplus-Signature is missing."],
    },
  },
];

/** Runs a module without anything of node's. Gives what it prints. */
async function runBare(path: string): Promise<string> {
  const runner = ["--experimental-vm-modules", join(import.meta.dirname, "bare-platform.mjs")];
  return (await promisify(execFile)(process.execPath, [...runner, path])).stdout;
}

describe.each(targets)("web crypto, for $target", ({ target, make }) => {
  const folder = makeRunFolder();
  let answers: readonly Record<string, unknown>[];

  beforeAll(async () => {
    const output = await emit(realSpec(), "48..", { targets: [target], crypto: "web" });
    const script = program(
      make,
      cases.map(({ given }) => given),
    );
    writeFiles(folder, [...transpile(collectFiles(output)), ["main.js", script]]);
    const stdout = await runBare(join(folder, "main.js"));
    answers = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  });
  afterAll(() => removeFolder(folder));

  it.each(cases.map((each, index) => ({ ...each, index })))(
    "answers $name as node's own does, without anything of node's",
    ({ index, want }) => {
      // Only what answers a proved request is signed.
      const signature = want.status === 200 ? signed(want.body) : null;
      expect(answers[index]).toEqual({ ...want, signature });
    },
  );

  it("names nothing of node's", async () => {
    const output = await emit(realSpec(), "48..", { targets: [target], crypto: "web" });
    const holders = [...collectFiles(output)].filter(
      ([path, text]) => path.endsWith(".ts") && /\bBuffer\.|["']node:|\bprocess\.\w|\brequire\(/.test(text),
    );
    expect(holders.map(([path]) => path)).toEqual([]);
    const names = [...collectFiles(output).keys()].filter((path) => path.startsWith("receiver/"));
    expect(names).toContain("receiver/auth/signature.ts");
    expect(names).not.toContain("receiver/auth/signature-web.ts");
    expect(names).not.toContain("receiver/http/node-http.ts");
  });
});

describe("web crypto", () => {
  it("seals what an inbox stores, and refuses it with any field changed, without anything of node's", async () => {
    const folder = makeRunFolder();
    try {
      const output = await emit(realSpec(), "48..", { targets: ["fetch"], crypto: "web" });
      writeFiles(folder, [...transpile(collectFiles(output)), ["main.js", storing]]);
      expect(JSON.parse(await runBare(join(folder, "main.js")))).toEqual({
        status: 200,
        codes: ["Crème-0042"],
        refused: ["id", "key", "event", "subscriptionId", "about", "body", "seal"],
      });
    } finally {
      removeFolder(folder);
    }
  });

  it("leaves what does not sign as it is", async () => {
    const [web, node] = await Promise.all(
      (["web", "node"] as const).map((crypto) => emit(realSpec(), "48..", { targets: ["fetch"], crypto })),
    );
    const [webFiles, nodeFiles] = [web, node].map((output) =>
      output ? collectFiles(output) : new Map<string, string>(),
    );
    const differing = [...(nodeFiles ?? [])].filter(([path, text]) => webFiles?.get(path) !== text);
    expect(differing.map(([path]) => path)).toEqual([
      "receiver/auth/signature.ts",
      "receiver/http/node-http.ts",
    ]);
  });

  const platforms = [
    { name: "a worker", lib: ["ES2022", "WebWorker"] },
    { name: "a page, as deno and bun have it", lib: ["ES2022", "DOM"] },
  ];
  const compilers = ["typescript-5.9", "typescript", "typescript-7"];
  const runs = platforms.flatMap((platform) => compilers.map((compiler) => ({ ...platform, compiler })));

  it.each(runs)("compiles for $name without node's types, by $compiler", async ({ lib, compiler }) => {
    const folder = makeProjectFolder();
    try {
      const output = await emit(realSpec(), "48..", { targets: ["fetch", "hono"], crypto: "web" });
      const compilerOptions = {
        ...{ target: "ES2022", module: "ESNext", moduleResolution: "bundler", types: [], lib, noEmit: true },
        ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true },
        ...{ verbatimModuleSyntax: true, isolatedModules: true, erasableSyntaxOnly: true },
        ...{ noUnusedLocals: true, noUnusedParameters: true, noPropertyAccessFromIndexSignature: true },
        skipLibCheck: compiler !== "typescript-7",
      };
      writeFiles(folder, [
        ...[...collectFiles(output)]
          .filter(([path]) => path.endsWith(".ts"))
          .map(([path, text]) => [`src/${path}`, text] as const),
        ["src/app.ts", app],
        ["tsconfig.json", JSON.stringify({ compilerOptions, include: ["src"] })],
      ]);
      const tsc = join(packageRoot, "node_modules", compiler, "bin/tsc");
      const child = promisify(execFile)(process.execPath, [tsc, "--pretty", "false"], { cwd: folder });
      const { stdout } = await child.catch((error: unknown) => error as Awaited<typeof child>);
      expect(stdout.split("\n").slice(0, 20).join("\n")).toBe("");
    } finally {
      removeFolder(folder);
    }
  });
});

/** What a user writes; signing takes its time here. */
const app = `import { createMplusHandler } from "./fetch/index.js";
import { sign, verify } from "./receiver/index.js";

const mplus = createMplusHandler({
  subscriptions: { "shop-12": { secret: "eFc5HrxwLbONJ+EYXrbHB+a9HueYIQzotgKRLRVAfx0=" } },
  handlers: { scanCode: () => ({ scanCode: { recognized: false } }) },
});
export const signature: Promise<string> = sign("test", "eFc5HrxwLbONJ+EYXrbHB+a9HueYIQzotgKRLRVAfx0=");
export const holds: Promise<boolean> = verify(new Uint8Array(), await signature, []);
export default { fetch: (request: Request) => mplus(request) };
`;
