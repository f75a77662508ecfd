import { Agent, request as sendRequest, type IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";
import type { WireAnswer, WireRequest } from "./wire-message.js";

/** Sends what `fetch` would normalize: any header, in any spelling, any number of times. */
export interface WireClient {
  send(request: WireRequest): Promise<WireAnswer>;
  close(): void;
}

/**
 * A till. It keeps a connection as long as the server allows, so that a misaligned answer breaks the next case. Only simultaneous requests
 * open further connections; without `keepAlive`, each request does.
 */
export function createWireClient(port: number, maxSockets = 8, keepAlive = true): WireClient {
  const agent = new Agent({ keepAlive, maxSockets });
  return { send: (request) => send(port, agent, request), close: () => agent.destroy() };
}

async function send(port: number, agent: Agent, request: WireRequest): Promise<WireAnswer> {
  const { method, path, body, framing } = request;
  const headers = [
    ["Host", `127.0.0.1:${port}`],
    ["Connection", "keep-alive"],
    ...toHeaderLines(request),
  ].flat();
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const client = sendRequest({ port, host: "127.0.0.1", method, path, agent, headers });
    client.on("response", resolve).on("error", reject);
    if (framing === "withheld") client.flushHeaders();
    else if (framing === "length") client.end(body);
    else {
      for (const piece of toPieces(body)) client.write(piece);
      client.end();
    }
  });
  const bytes = await buffer(response);
  if (framing === "withheld") response.destroy();
  return readAnswer(response.statusCode ?? 0, toPairs(response.rawHeaders), bytes);
}

/** A request's headers with those that frame its body. Values are UTF-8 bytes. */
export function toHeaderLines({ headers, body, framing }: WireRequest): [name: string, value: string][] {
  const own = headers.map(([name, value]): [string, string] => [name, Buffer.from(value).toString("latin1")]);
  if (framing === "chunked") return [...own, ["Transfer-Encoding", "chunked"]];
  const isFramed = own.some(([name]) => name.toLowerCase() === "content-length");
  return isFramed || body.length === 0 ? own : [...own, ["Content-Length", String(body.length)]];
}

/** A piece may end within a character. */
export function toPieces(body: Uint8Array): Uint8Array[] {
  const third = Math.ceil(body.length / 3);
  return [0, 1, 2]
    .map((index) => body.subarray(index * third, (index + 1) * third))
    .filter(({ length }) => length > 0);
}

const protocolHeaders = ["content-type", "cache-control", "x-mplus-signature", "allow"];

/**
 * Reads what the suite compares. Repeated headers stay visible. `connection` is included only if it ends the
 * connection, because HTTP has several ways to keep a connection open.
 */
export function readAnswer(
  status: number,
  headers: Iterable<readonly [name: string, value: string]>,
  body: Uint8Array,
): WireAnswer {
  const found: Record<string, string> = {};
  for (const [spelling, value] of headers) {
    const name = spelling.toLowerCase();
    const isOurs = protocolHeaders.includes(name) || (name === "connection" && value === "close");
    if (isOurs) found[name] = name in found ? `${found[name] ?? ""} and ${value}` : value;
  }
  return {
    status,
    headers: found,
    body: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body),
  };
}

function toPairs(raw: readonly string[]): [string, string][] {
  return raw.flatMap((name, index) =>
    index % 2 === 0 ? [[name, raw[index + 1] ?? ""] as [string, string]] : [],
  );
}
