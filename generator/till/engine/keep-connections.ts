import {
  Agent as HttpAgent,
  request as requestHttp,
  type ClientRequest,
  type IncomingMessage,
} from "node:http";
import { Agent as HttpsAgent, request as requestHttps } from "node:https";
import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync } from "node:zlib";
import { getErrorCode } from "../../base/problem/problem.js";
import { toAgentOptions } from "./agent-options.js";
import { maxAnswer, readBytes, stopWith, type Fetch } from "./post.js";

/**
 * A `fetch` that keeps connections open for later requests. A body in pieces still gets a connection of its own.
 *
 * A server may close an idle connection while a request is on its way. That is not the server's fault, so the request
 * is sent once more, on a new connection. A server that crashes looks the same, and may have processed the request: it
 * then gets the event twice, as any till may send it, and a second failure is reported.
 */
export function keepConnections(): { readonly fetch: Fetch; readonly close: () => void } {
  const [kept, single] = [createAgents(true), createAgents(false)];
  const fetchKept: Fetch = async (input, init = {}) => {
    const { body } = init;
    if (!(body instanceof Uint8Array)) return fetch(input, init);
    const outgoing = { ...init, body, url: new URL(input instanceof Request ? input.url : input) };
    const message = await send(outgoing, kept).catch((error: unknown) => {
      if (error instanceof StaleConnectionError) return send(outgoing, single);
      throw error;
    });
    return readResponse(message);
  };
  const close = (): void => [...kept, ...single].forEach((agent) => agent.destroy());
  return { fetch: fetchKept, close };
}

type Agents = readonly [http: HttpAgent, https: HttpsAgent];

function createAgents(keepAlive: boolean): Agents {
  const options = toAgentOptions(keepAlive);
  return [new HttpAgent(options), new HttpsAgent(options)];
}

interface OutgoingRequest extends RequestInit {
  readonly url: URL;
  readonly body: Uint8Array;
}

async function send(outgoing: OutgoingRequest, [http, https]: Agents): Promise<IncomingMessage> {
  const { url, body, method = "GET", signal } = outgoing;
  const headers = new Headers(outgoing.headers);
  headers.delete("connection");
  const options = { method, headers: Object.fromEntries(headers), signal: signal ?? undefined };
  const request =
    url.protocol === "https:"
      ? requestHttps(url, { ...options, agent: https })
      : requestHttp(url, { ...options, agent: http });
  return receive(request, body);
}

/** Its server may have closed the connection before the request arrived. */
class StaleConnectionError extends Error {}

function receive(request: ClientRequest, body: Uint8Array): Promise<IncomingMessage> {
  let read = 0;
  const isUnanswered = () => request.reusedSocket && request.socket?.bytesRead === read;
  return new Promise((resolve, reject) => {
    request.on("socket", ({ bytesRead }) => (read = bytesRead));
    request.on("response", resolve);
    request.on("upgrade", (_, socket) => {
      socket.destroy();
      reject(stopWith("not-http", "it switches protocols"));
    });
    request.on("error", (error) => {
      const isClosed = ["ECONNRESET", "EPIPE"].includes(getErrorCode(error));
      reject(isClosed && isUnanswered() ? new StaleConnectionError() : error);
    });
    request.end(body);
  });
}

async function readResponse(message: IncomingMessage): Promise<Response> {
  const received = await readBytes(message, maxAnswer);
  if (!received) throw stopWith("too-long", `more than ${maxAnswer} bytes`);
  const { statusCode: status = 0, headers } = message;
  if (status < 200 || status > 599) throw stopWith("not-http", `the status is ${status}`);
  const pairs = Object.entries(headers).map(([name, value]) => [name, [value].flat().join(", ")] as const);
  const body = [204, 205, 304].includes(status)
    ? null
    : decompress(received, headers["content-encoding"] ?? "");
  return new Response(body, { status, headers: pairs as [string, string][] });
}

/** As `fetch` does: a body in an encoding that it does not know stays as it is. */
function decompress(body: Uint8Array, encoding: string): Uint8Array<ArrayBuffer> {
  const named = encoding.split(",").map((name) => decoders[name.trim().toLowerCase()]);
  const decode = named.includes(undefined) || body.length === 0 ? [] : named.toReversed();
  return new Uint8Array(decode.reduce((packed, next) => next?.(packed) ?? packed, body));
}

/** A body may end early, because nothing in it says how long it is. */
const limits = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: maxAnswer };
const brotliLimits = { ...limits, finishFlush: constants.BROTLI_OPERATION_FLUSH };

const decoders: Readonly<Record<string, (body: Uint8Array) => Uint8Array>> = {
  gzip: (body) => gunzipSync(body, limits),
  "x-gzip": (body) => gunzipSync(body, limits),
  // Some servers leave out the header of zlib.
  deflate: (body) => ((body[0] ?? 0) % 16 === 8 ? inflateSync(body, limits) : inflateRawSync(body, limits)),
  br: (body) => brotliDecompressSync(body, brotliLimits),
};
