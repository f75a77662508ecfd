import { createHmac } from "node:crypto";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import express, { type RequestHandler } from "express";
import type { View } from "../../../generator/view/view.js";
import { emit, exactly, collectFiles, realSpec } from "../../workbench/emit.js";
import { importFrom, transpile, writeFiles } from "../../workbench/folders.js";

export const secret = "eFc5HrxwLbONJ+EYXrbHB+a9HueYIQzotgKRLRVAfx0=";

/** The protocol: base64 of HMAC-SHA256 over the raw bytes, keyed with the decoded secret. */
export const createSignature = (bytes: string | Buffer): string =>
  createHmac("sha256", Buffer.from(secret, "base64")).update(bytes).digest("base64");

interface ExpressOutput {
  readonly createMplusRouter: (options: object) => RequestHandler;
}
/** What handlers and `onError` were given, and what a handler is to answer. */
interface Shop {
  readonly calls: object[];
  answer: unknown;
}

/** A server with the output for one release, and what its shop does. */
export interface Endpoint extends Shop {
  readonly view: View;
  readonly url: string;
  close(): void;
}

export interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly isSigned: boolean;
}

/** Emits below a folder of {@link makeRunFolder}, and starts a server on loopback. */
export async function open(release: string, folder: string): Promise<Endpoint> {
  const generation = await emit(realSpec(), exactly(release));
  const output = join(folder, release);
  writeFiles(output, transpile(collectFiles(generation)));
  const { createMplusRouter } = await importFrom<ExpressOutput>(output, "express/index.js");
  const shop: Shop = { calls: [], answer: undefined };
  const server = await listen(createMplusRouter(optionsOf(generation.view, release, shop)));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/mplus`;
  return Object.assign(shop, { view: generation.view, url, close: () => close(server) });
}

function optionsOf({ events }: View, version: string, shop: Shop): object {
  const silent = {
    debug: () => undefined,
    info: () => undefined,
    warn: () => undefined,
    error: () => undefined,
  };
  const record = ({ log, signal, ...call }: { log?: unknown; signal?: AbortSignal }) => {
    shop.calls.push({ ...call, hasLog: log === silent, isAborted: signal?.aborted });
    return Promise.resolve(shop.answer);
  };
  return {
    subscriptions: { "shop-12": { secret, version } },
    handlers: Object.fromEntries(events.map(({ name }) => [name, record])),
    onError: record,
    log: silent,
  };
}

const listen = (router: RequestHandler): Promise<Server> =>
  new Promise((resolve) => {
    const server = express()
      .use("/mplus", router)
      .listen(0, "127.0.0.1", () => resolve(server));
    server.keepAliveTimeout = 0;
  });

function close(server: Server): void {
  server.closeAllConnections();
  server.close();
}

/** Posts a body as the POS does, signed unless told otherwise. */
export async function post(
  url: string,
  body: string,
  signature: string | undefined = createSignature(body),
): Promise<Reply> {
  const headers = new Headers({ "content-type": "application/json", "x-mplus-subscription-id": "shop-12" });
  if (signature !== "") headers.set("x-mplus-signature", signature);
  const response = await fetch(url, { method: "POST", body, headers });
  const bytes = Buffer.from(await response.arrayBuffer());
  return {
    status: response.status,
    body: JSON.parse(bytes.toString()) as unknown,
    isSigned: response.headers.get("x-mplus-signature") === createSignature(bytes),
  };
}
