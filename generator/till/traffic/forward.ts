import { createServer, request as requestHttp, type IncomingMessage, type ServerResponse } from "node:http";
import { request as requestHttps } from "node:https";
import { toHost } from "../doctor/diagnose.js";
import { listen } from "../engine/listen.js";
import { readBytes, stopWith, toPostFailure, type PostResult } from "../engine/post.js";
import { isForwardedPath } from "./forwarded-path.js";

/** Header names are in lower case. */
export interface Forwarded {
  readonly method: string;
  /** As received, with its query. */
  readonly path: string;
  /** Time of arrival, in milliseconds since 1970. */
  readonly at: number;
  readonly headers: Readonly<Record<string, string>>;
  /** True if the path is the target's, or a plain one below it. Only such requests are forwarded. */
  readonly isBelow: boolean;
  /** Empty if the body is too long. */
  readonly bytes: Uint8Array;
  readonly result: PostResult;
}

interface ForwarderOptions {
  /** Only requests for this path and those below it are forwarded. */
  readonly target: URL;
  /** 0 for any free port. */
  readonly port: number;
  readonly onForwarded: (forwarded: Forwarded) => void;
}

/** In bytes, for a request or an answer. */
const maxBytes = 4 * 2 ** 20;

/** In milliseconds, for receiving a request. The client decides how long to wait for an answer. */
const limits = { requestTimeout: 15_000, headersTimeout: 5000, connectionsCheckingInterval: 1000 };

/** Further connections are closed. */
const maxConnections = 500;

/**
 * Listens on this machine and forwards requests and answers byte for byte. Reads each completely before sending it
 * on.
 * @throws a system error if the port is unavailable
 */
export async function openForwarder({ target, port, onForwarded }: ForwarderOptions) {
  const server = createServer(limits, (request, response) => {
    // Only a client that hung up makes this fail.
    passOn(request, response, target).then(onForwarded, () => response.destroy());
  });
  server.maxConnections = maxConnections;
  return listen(server, port);
}

async function passOn(request: IncomingMessage, response: ServerResponse, target: URL): Promise<Forwarded> {
  const [at, started] = [Date.now(), performance.now()];
  const ending = new AbortController();
  response.on("close", () => ending.abort(stopWith("ended", "the client hung up")));
  const bytes = await readBody(request);
  const isBelow = isForwardedPath(request.url ?? "", target.pathname);
  const went = isBelow ? send(request, bytes, target, ending.signal) : Promise.reject(outside);
  const came = await went.catch(toPostFailure);
  const duration = Math.round(performance.now() - started);
  response.sendDate = false;
  if ("body" in came) response.writeHead(came.status, came.statusMessage, came.rawHeaders).end(came.body);
  // Do not tell strangers what is wrong behind the tunnel.
  else
    response
      .writeHead(!isBelow ? 404 : bytes ? 502 : 413, { Connection: "close" })
      .end(isBelow ? "No answer.\n" : "This path is not forwarded.\n");
  const { method = "", url: path = "" } = request;
  const result: PostResult =
    "body" in came ? { ...came, kind: "reply", duration } : { kind: "none", cause: came, duration };
  const headers = joinHeaders(request);
  return { method, path, at, isBelow, bytes: bytes ?? new Uint8Array(), headers, result };
}

const outside = stopWith("other", "the path is not a plain path below that of --forward");

async function send(
  request: IncomingMessage,
  bytes: Uint8Array | undefined,
  target: URL,
  signal: AbortSignal,
) {
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
      reject(stopWith("not-http", "it switches protocols"));
    });
  });
  const body = await readBody(reply);
  if (!body) throw stopWith("too-long", `the answer has more than ${maxBytes} bytes`);
  const { statusCode: status = 0, statusMessage = "", rawHeaders } = reply;
  // Node reads such a status line, but cannot write it.
  if (status < 200 || /[^\t -~\x80-\xff]/.test(statusMessage))
    throw stopWith("not-http", "its status line is not valid");
  return { status, statusMessage, rawHeaders, headers: joinHeaders(reply), body };
}

/** The rest of a body that is too long stays unread so that we can still answer. */
const readBody = (message: IncomingMessage): Promise<Uint8Array | undefined> =>
  readBytes(message.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>, maxBytes);

const joinHeaders = ({ headers }: IncomingMessage): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat().join(", ")]));
