import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { runProgram } from "../../cli/running.js";
import { isFuzzing } from "../../fuzz/amount.js";
import { compile, compilers, strict } from "../../workbench/compile.js";
import { makeRunFolder, removeFolder, writeFiles } from "../../workbench/folders.js";
import { madeFiles, madeOutput } from "../../workbench/made-output.js";
import { scan } from "../../conformance/requests.js";
import { otherSecret, secret, signatureOf } from "../../conformance/signature.js";

const body = JSON.stringify(scan({ scanCode: { scannedCode: "Crème-0042", codeType: "barcode" } }));

const storing = `
import { createMplusHandler } from "./fetch/index.js";
import { createHandleStored } from "./receiver/index.js";
const [events, codes] = [[], []];
const options = {
  subscriptions: { "shop-12": { secret: ${JSON.stringify([otherSecret, secret])} } },
  handlers: {},
  queued: { scanCode: ({ request }) => void codes.push(request.scanCode.scannedCode) },
  inbox: { add: async (event) => void events.push(event) },
};
const headers = {
  "content-type": "application/json",
  "x-mplus-subscription-id": "shop-12",
  "x-mplus-signature": ${JSON.stringify(signatureOf(body))},
};
const request = new Request("https://pos.example.com/scanCode", { method: "POST", headers, body: ${JSON.stringify(body)} });
const response = await createMplusHandler(options)(request);
const handle = createHandleStored(options);
const run = { signal: new AbortController().signal, attempt: 0, transaction: {} };
const [event] = events;
await handle(event, run);
const refused = await handle({ ...event, body: event.body + " " }, run).catch(() => "refused");
console.log(JSON.stringify({ status: response.status, codes, refused }));
`;

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

const wrong = { code: "INVALID_SIGNATURE", message: "The signature does not match the body." };

/** The conformance suite covers all signatures; these calls reach both crypto implementations. */
const cases = [
  {
    given: { signature: signatureOf(body, otherSecret), body },
    want: {
      status: 200,
      body: '{"scanCode":{"recognized":true}}',
      lines: ["the POS still signs with secret 2 of 2"],
    },
  },
  {
    given: { signature: signatureOf("{}"), body },
    want: {
      status: 400,
      body: JSON.stringify({ error: wrong }),
      lines: ["request rejected: the signature does not match the body"],
    },
  },
];

const asked = { targets: ["fetch", "hono"] };
const withWeb = { ...asked, crypto: "web" } as const;

async function runBeside(module: string): Promise<Record<string, unknown>[]> {
  const { folder } = await madeOutput("48..", withWeb);
  const home = makeRunFolder();
  try {
    writeFiles(home, [["main.js", module.replaceAll('from "./', `from "${pathToFileURL(folder).href}/`)]]);
    const runner = ["--experimental-vm-modules", join(import.meta.dirname, "bare-platform.mjs")];
    const command = [process.execPath, ...runner, join(home, "main.js")] as const;
    const { code, stdout, stderr } = await runProgram(home, command);
    if (code !== 0) throw new Error(stderr);
    const lines = stdout.trim().split("\n");
    return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  } finally {
    removeFolder(home);
  }
}

it.each(targets)(
  "web crypto, for $target, answers as node's own does, without anything of node's",
  async ({ make }) => {
    const answers = await runBeside(
      program(
        make,
        cases.map(({ given }) => given),
      ),
    );
    // Only answers to verified requests are signed.
    const toSignature = ({ status, body }: { status: number; body: string }) =>
      status === 200 ? signatureOf(body) : null;
    expect(answers).toEqual(cases.map(({ want }) => ({ ...want, signature: toSignature(want) })));
  },
);

describe("web crypto", () => {
  it("seals what an inbox stores, and refuses it changed, without anything of node's", async () => {
    expect(await runBeside(storing)).toEqual([{ status: 200, codes: ["Crème-0042"], refused: "refused" }]);
  });

  it("names nothing of node's, and leaves what does not sign as it is", async () => {
    const [web, node] = await Promise.all([madeFiles("48..", withWeb), madeFiles("48..", asked)]);
    const holders = [...web].filter(
      ([path, text]) => path.endsWith(".ts") && /\bBuffer\.|["']node:|\bprocess\.\w|\brequire\(/.test(text),
    );
    expect(holders.map(([path]) => path)).toEqual([]);
    for (const made of [web, node]) expect([...made.keys()]).not.toContain("receiver/signature-web.ts");
    const differing = [...node].filter(([path, text]) => web.get(path) !== text);
    expect(differing.map(([path]) => path)).toEqual(["receiver/node.ts", "receiver/signature.ts"]);
  });

  const platforms = [
    { name: "a worker", lib: ["ES2022", "WebWorker"] },
    { name: "a page, as deno and bun have it", lib: ["ES2022", "DOM"] },
  ];
  const runs = platforms.flatMap((platform) =>
    (isFuzzing ? compilers : (["typescript-7"] as const)).map((compiler) => ({ ...platform, compiler })),
  );

  it.each(runs)("compiles for $name without node's types, by $compiler", async ({ lib, compiler }) => {
    const files = [...(await madeFiles("48..", withWeb)), ["app.ts", app] as const];
    const options = {
      ...strict,
      module: "ESNext",
      moduleResolution: "bundler",
      verbatimModuleSyntax: true,
      noEmit: true,
      types: [],
      lib,
      skipLibCheck: compiler !== "typescript-7",
    };
    expect(await compile(files, { compiler, options })).toEqual(new Map());
  });
});

/** Web Crypto signs asynchronously. */
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
