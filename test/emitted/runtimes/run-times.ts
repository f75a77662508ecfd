import { join } from "node:path";
import type { Command } from "../../cli/running.js";
import { findNewNode } from "../../workbench/new-node.js";
import { toolPath } from "../../workbench/tools.js";

const denoProgram = toolPath(`@deno/${process.platform}-${process.arch}-glibc/deno`);
const bunProgram = toolPath(`@oven/bun-${process.platform}-${process.arch}/bin/bun`);

export const deno = (...args: string[]): Command => [denoProgram, ...args];

export const bun = (...args: string[]): Command => [bunProgram, ...args];

/** Its launcher, miniflare, needs Node 22. */
export const workers = (file: string, ...flags: string[]): Command => {
  const host = join(import.meta.dirname, "worker-host.mjs");
  return [findNewNode(), host, toolPath("miniflare/dist/src/index.js"), file, ...flags];
};
