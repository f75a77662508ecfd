import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Till, TillOptions } from "../../../generator/till/api/till.js";
import { startTill } from "../../../generator/till/running/start.js";
import type { JsonObject } from "../../../generator/json.js";
import { ownContract } from "../own-spec.js";

export const secret = "eFc5HrxwLbONJ+EYXrbHB+a9HueYIQzotgKRLRVAfx0=";

/** What a server of these tests answers; reports of the till are in `reports`. */
export type Answerer = (event: string, request: JsonObject) => JsonObject | Raw | Promise<JsonObject | Raw>;

/** An answer that is written down byte by byte. */
export interface Raw {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly text: string;
  readonly isUnsigned?: true;
}

export interface Got {
  readonly event: string;
  readonly request: JsonObject;
  readonly message: IncomingMessage;
}

/** A till and a server on loopback that answers it. */
export interface Desk {
  readonly till: Till;
  readonly url: string;
  readonly got: Got[];
  readonly reports: Got[];
  readonly end: () => Promise<void>;
}

export async function setUpDesk(answer: Answerer, options: Partial<TillOptions> = {}): Promise<Desk> {
  const [got, reports]: Got[][] = [[], []];
  const server = createServer((message, response) => {
    void read(message)
      .then(async (text) => {
        const request = JSON.parse(text) as JsonObject;
        const event = message.url?.split("/").at(-1) ?? "";
        (request["error"] ? reports : got)?.push({ event, request, message });
        const answered = request["error"] ? {} : await answer(event, request);
        const raw: Raw = isRaw(answered) ? answered : { text: JSON.stringify(answered) };
        const { status = 200, headers, text: body, isUnsigned } = raw;
        response.writeHead(status, {
          "Content-Type": "application/json",
          ...(!isUnsigned && { "X-Mplus-Signature": sign(body) }),
          ...headers,
        });
        response.end(body);
      })
      .catch(() => response.destroy());
  });
  const url = await listen(server);
  const till = startTill(ownContract(), {
    url,
    subscription: "shop-12",
    secret,
    clock: "virtual",
    seed: 1,
    ...options,
  });
  const end = async (): Promise<void> => {
    await till.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { till, url, got: got ?? [], reports: reports ?? [], end };
}

const sign = (body: string): string =>
  createHmac("sha256", Buffer.from(secret, "base64")).update(body).digest("base64");

const isRaw = (answer: JsonObject | Raw): answer is Raw => typeof (answer as Raw).text === "string";

async function read(message: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of message) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString();
}

async function listen(server: Server): Promise<string> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/mplus`;
}
