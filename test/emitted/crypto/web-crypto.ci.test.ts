import { describe, expect, it } from "vitest";
import { isFuzzing } from "../../workbench/amount.js";
import { compile, compilers, strict } from "../../workbench/compile.js";
import { madeFiles } from "../../workbench/made-output.js";

const asked = { targets: ["fetch", "hono"] };
const withWeb = { ...asked, crypto: "web" } as const;

describe("web crypto", () => {
  it("leaves files that do not sign as they are", async () => {
    const [web, node] = await Promise.all([madeFiles("48..", withWeb), madeFiles("48..", asked)]);
    for (const made of [web, node]) expect([...made.keys()]).not.toContain("receiver/base/signature-web.ts");
    const differing = [...node].filter(([path, text]) => web.get(path) !== text);
    expect(differing.map(([path]) => path)).toEqual([
      "receiver/base/signature.ts",
      "receiver/protocol/node.ts",
    ]);
  });

  const platforms = [
    { name: "a worker", lib: ["ES2022", "WebWorker"] },
    { name: "a page, Deno or Bun", lib: ["ES2022", "DOM"] },
  ];
  const runs = platforms.flatMap((platform) =>
    (isFuzzing ? compilers : (["typescript-7"] as const)).map((compiler) => ({ ...platform, compiler })),
  );

  it.each(runs)("compiles for $name without Node's types, with $compiler", async ({ lib, compiler }) => {
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
