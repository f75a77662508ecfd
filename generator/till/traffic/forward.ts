import { once } from "node:events";
import { createServer, request as requestHttp, type IncomingMessage, type ServerResponse } from "node:http";
import { request as requestHttps } from "node:https";
import type { AddressInfo } from "node:net";
import { toHost } from "../doctor/diagnose.js";
import { stopWith, toPostFailure, type PostResult } from "../engine/post.js";

/** A request that was forwarded, and what came back. Names of headers are in lower case. */
export interface Forwarded {
  readonly method: string;
  /** The path with its query, as it came. */
  readonly path: string;
  /** When the request came, in milliseconds since 1970. */
  readonly at: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Whether it went to the server: its path is that of the target, or below it. */
  readonly isBelow: boolean;
  /** Empty if there are too many. */
  readonly bytes: Uint8Array;
  readonly result: PostResult;
}

/** The options of {@link openForwarder}. */
interface ForwarderOptions {
  /** The server that requests go to. Those for other paths than this and those below it go nowhere. */
  readonly target: URL;
  /** 0: any that is free. */
  readonly port: number;
  /** Hears of each request when it was answered. */
  readonly onForwarded: (forwarded: Forwarded) => void;
}

/** For a request or an answer, in bytes. */
const maxBytes = 4 * 2 ** 20;

/** In milliseconds, for a whole request. How long it waits for an answer is for whoever asks to say. */
const limits = { requestTimeout: 15_000, headersTimeout: 5000, connectionsCheckingInterval: 1000 };

/** More of them are hung up on. */
const maxConnections = 500;

/**
 * Listens on this machine, and forwards method, path, headers and bytes as they come, and so the answer. Both are read wholly before
 * they go on.
 * @throws an error of the system if the port cannot be had
 */
export async function openForwarder({ target, port, onForwarded }: ForwarderOptions) {
  const server = createServer(limits, (request, response) => {
    // What fails here is that whoever asked has hung up.
    passOn(request, response, target).then(onForwarded, () => response.destroy());
  });
  server.maxConnections = maxConnections;
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    close: (): void => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function passOn(request: IncomingMessage, response: ServerResponse, target: URL): Promise<Forwarded> {
  const [at, started] = [Date.now(), performance.now()];
  const ending = new AbortController();
  response.on("close", () => ending.abort(stopWith("ended", "whoever asked hung up")));
  const bytes = await readBytes(request);
  const isBelow = isBelowPath(request.url, target);
  const went = isBelow ? send(request, bytes, target, ending.signal) : Promise.reject(outside);
  const came = await went.catch(toPostFailure);
  const duration = Math.round(performance.now() - started);
  response.sendDate = false;
  if ("body" in came) response.writeHead(came.status, came.statusMessage, came.rawHeaders).end(came.body);
  // Strangers are not told what is wrong behind the tunnel.
  else
    response
      .writeHead(!isBelow ? 404 : bytes ? 502 : 413, { Connection: "close" })
      .end(isBelow ? "There is no answer.\n" : "Nothing is forwarded from here.\n");
  const { method = "", url: path = "" } = request;
  const result: PostResult =
    "body" in came ? { ...came, kind: "reply", duration } : { kind: "none", cause: came, duration };
  return {
    method,
    path,
    at,
    isBelow,
    bytes: bytes ?? new Uint8Array(),
    headers: joinHeaders(request),
    result,
  };
}

const outside = stopWith("other", "the path is not that of --forward");

/** Whether a path leads to a URL or below it, however it is written. */
function isBelowPath(path = "", { href, origin, pathname }: URL): boolean {
  if (!URL.canParse(path, href)) return false;
  const wanted = new URL(path, href);
  const base = pathname.replace(/\/$/, "");
  return path.startsWith("/") && wanted.origin === origin && `${wanted.pathname}/`.startsWith(`${base}/`);
}

async function send(request: IncomingMessage, bytes: Buffer | undefined, target: URL, signal: AbortSignal) {
  if (!bytes) throw stopWith("too-long", `the request has more than ${maxBytes} bytes`);
  const { method, url: path, rawHeaders: headers } = request;
  const [isTls, host] = [target.protocol === "https:", toHost(target)];
  const port = target.port || (isTls ? 443 : 80);
  const address = { host, port, method, path, headers, setHost: false, agent: false as const, signal };
  const outgoing = isTls ? requestHttps({ ...address, servername: host }) : requestHttp(address);
  const reply = await new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.on("response", resolve).on("error", reject).end(bytes);
    outgoing.on("upgrade", (_, socket) => {
      socket.destroy();
      reject(stopWith("not-http", "it changes the protocol"));
    });
  });
  const body = await readBytes(reply);
  if (!body) throw stopWith("too-long", `the answer has more than ${maxBytes} bytes`);
  const { statusCode: status = 0, statusMessage, rawHeaders } = reply;
  return { status, statusMessage, rawHeaders, headers: joinHeaders(reply), body };
}

/** The bytes of a body; undefined if there are too many. */
async function readBytes(message: IncomingMessage): Promise<Buffer | undefined> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  // What is left of a long one stays unread, so that it can be answered.
  for await (const piece of message.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>) {
    length += piece.length;
    if (length > maxBytes) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

const joinHeaders = ({ headers }: IncomingMessage): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat().join(", ")]));
