import { join } from "node:path";
import express, { type RequestHandler } from "express";
import type { BodyJson } from "../../../templates/receiver/http/json-body.js";
import type { Result } from "../../../templates/validators/result.js";
import { emit, collectFiles, realSpec } from "../../workbench/emit.js";
import { secret, createSignature } from "../frameworks/express-server.js";
import { importFrom, transpile, writeFiles } from "../../workbench/folders.js";

export const modes = ["number", "bigint", "string"] as const;
export type Mode = (typeof modes)[number];

/** An output of one mode, to a caller that does not know its types. */
export interface Output {
  readonly createMplusRouter: (options: object) => RequestHandler;
  readonly losslessJson?: BodyJson;
  readonly validateRequest: (event: string, body: unknown) => Result<unknown>;
  readonly validateResponse: (event: string, body: unknown) => Result<unknown>;
}

/** Emits an output with its 64-bit integers held in this way, below a folder of `makeRunFolder`, and imports it. */
export async function loadOutput(mode: Mode, folder: string): Promise<Output> {
  const place = join(folder, mode);
  writeFiles(place, transpile(collectFiles(await emit(realSpec(), "48..", { int64: mode }))));
  const [router, receiver, validators] = await Promise.all(
    ["express", "receiver", "validators"].map((name) => importFrom<Output>(place, `${name}/index.js`)),
  );
  return { ...router, ...receiver, ...validators } as Output;
}

/** The text of an answer. */
export interface Reply {
  readonly status: number;
  readonly text: string;
  readonly isSigned: boolean;
}

/** Posts scans, one after the other, to a server with the router of an output. */
export async function postAll(
  { createMplusRouter }: Output,
  bodies: readonly string[],
  options: object,
): Promise<Reply[]> {
  const log = Object.fromEntries(["debug", "info", "warn", "error"].map((level) => [level, () => undefined]));
  const router = createMplusRouter({
    subscriptions: { "shop-12": { secret } },
    handlers: {},
    log,
    ...options,
  });
  const server = express().use("/mplus", router).listen(0, "127.0.0.1");
  server.keepAliveTimeout = 0;
  await new Promise((resolve) => server.once("listening", resolve));
  const url = `http://127.0.0.1:${(server.address() as { port: number }).port}/mplus/scanCode`;
  const replies: Reply[] = [];
  for (const body of bodies) replies.push(await post(url, body));
  server.closeAllConnections();
  server.close();
  return replies;
}

async function post(url: string, body: string): Promise<Reply> {
  const headers = {
    "content-type": "application/json",
    "x-mplus-subscription-id": "shop-12",
    "x-mplus-signature": createSignature(body),
  };
  const response = await fetch(url, { method: "POST", body, headers });
  const text = await response.text();
  const isSigned = response.headers.get("x-mplus-signature") === createSignature(text);
  return { status: response.status, text, isSigned };
}
