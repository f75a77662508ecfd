import { statSync } from "node:fs";
import type { Output } from "../../config.js";
import { success, type Outcome } from "../../problem/problem.js";
import type { Args, Given } from "../options/args.js";
import { findConfig, listCandidates } from "./find-config.js";
import { listOutputs } from "./list-outputs.js";
import { loadConfig, type LoadedConfig } from "./load-config.js";

/** What a call asks for, and the config that it has from, if there is one. */
export interface AskedOutputs {
  readonly outputs: Outcome<readonly Output[]>;
  readonly config?: LoadedConfig;
}

/** Reads the config that a call names, or the one of the working folder, and lists the outputs that are asked for. */
export async function readOutputs(args: Args<"generate">, given: Given): Promise<AskedOutputs> {
  const found = args.config === undefined ? findConfig("") : success(args.config);
  if (!found.ok) return { outputs: found };
  if (found.value === undefined) return { outputs: listOutputs(args, given) };
  const config = await loadConfig(found.value);
  return { outputs: listOutputs(args, given, config), config };
}

/**
 * Reads the outputs again and again. As long as no file of the config has changed, nor one that could hold a config, what
 * was read before is still right: to run a config in TypeScript takes longer than all the rest.
 */
export function createOutputsReader(args: Args<"generate">, given: Given): () => Promise<AskedOutputs> {
  let last:
    { readonly asked: AskedOutputs; readonly state: string | undefined; readonly from: number } | undefined;
  return async () => {
    const from = Date.now();
    if (last?.state !== undefined && describeFiles(last.asked, last.from) === last.state) return last.asked;
    const asked = await readOutputs(args, given);
    // What is amiss may be mended in a file that nobody knows of: an import that was not there.
    last = { asked, state: asked.outputs.ok ? describeFiles(asked, Infinity) : undefined, from };
    return asked;
  };
}

/** How coarse the times of files may be, in milliseconds. */
const coarse = 50;

/** The files that a config may be in, and when each last changed; nothing certain if one changed after this moment. */
function describeFiles({ config }: AskedOutputs, before: number): string | undefined {
  const paths = [...listCandidates(""), ...(config?.files ?? [])];
  const times = paths.map((path) => statSync(path, { throwIfNoEntry: false })?.ctimeMs);
  const isCertain = times.every((time) => time === undefined || time < before - coarse);
  return isCertain ? times.join() : undefined;
}
