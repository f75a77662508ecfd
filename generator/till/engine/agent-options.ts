import type { AgentOptions } from "node:http";

/** For an agent of its own. Unlike `fetch`, such an agent reads `NODE_USE_ENV_PROXY` only if it is told to. */
export function toAgentOptions(keepAlive: boolean): AgentOptions {
  const usesProxy = process.env["NODE_USE_ENV_PROXY"] === "1";
  const options: AgentOptions & { readonly proxyEnv: object | undefined } = {
    keepAlive,
    proxyEnv: usesProxy ? process.env : undefined,
  };
  return options;
}
