import { join } from "node:path";
import type { Command } from "../../cli/running.js";
import { findNewNode } from "../../workbench/new-node.js";
import { toolPath } from "../../workbench/tools.js";

export interface RunTime {
  readonly name: string;
  /** Code that serves the module `./app.js`, whose default export has a `fetch`, on the port in the environment. */
  readonly server: string;
  readonly start: (file: string) => Command;
  /** True if the runtime repeats or omits the header that ends a connection. */
  readonly ownsConnection?: true;
  /** True if it closes a connection silently after answering a request whose body was not read. */
  readonly dropsConnections?: true;
  /** Cases that the runtime changes before they reach the handler, with reasons. */
  readonly not: Readonly<Record<string, string>>;
}

const denoProgram = toolPath(`@deno/${process.platform}-${process.arch}-glibc/deno`);
const bunProgram = toolPath(`@oven/bun-${process.platform}-${process.arch}/bin/bun`);

export const deno = (...args: string[]): Command => [denoProgram, ...args];

export const bun = (...args: string[]): Command => [bunProgram, ...args];

/** Its launcher, miniflare, needs Node 22. */
export const workers = (file: string, ...flags: string[]): Command => {
  const host = join(import.meta.dirname, "worker-host.mjs");
  return [findNewNode(), host, toolPath("miniflare/dist/src/index.js"), file, ...flags];
};

export const runTimes: readonly RunTime[] = [
  {
    name: "deno",
    server: `import app from "./app.js";
Deno.serve({ hostname: "127.0.0.1", port: Number(Deno.env.get("PORT")) }, (request) => app.fetch(request));
`,
    start: (file) => deno("run", "--quiet", "--allow-net", "--allow-env", file),
    ownsConnection: true,
    not: {},
  },
  {
    name: "bun",
    server: `import app from "./app.js";
export default { hostname: "127.0.0.1", port: Number(process.env.PORT), fetch: app.fetch };
`,
    start: (file) => bun(file),
    not: {
      "a body that is announced beyond counting is refused before it comes": "Bun ends the connection itself",
    },
  },
  {
    name: "workers",
    server: `export { default } from "./app.js";
`,
    start: (file) => workers(file, "nodejs_compat"),
    ownsConnection: true,
    dropsConnections: true,
    not: {
      "an answer is not compressed, since its signature is over its bytes":
        "miniflare compresses whatever an answer says, as Cloudflare itself does not; what was signed is what comes out",
      "the path may come with a host before it": "miniflare answers that with a fault of its own",
      "white space around a header is no part of it, so HTTP says": "workerd leaves a tab where it was",
    },
  },
];
