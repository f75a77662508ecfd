import {
  Agent as HttpAgent,
  createServer,
  request as requestHttp,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import { lookup, type LookupAddress } from "node:dns";
import type { LookupFunction } from "node:net";
import { Agent as HttpsAgent, request as requestHttps } from "node:https";
import { toHost } from "../doctor/connection-hint.js";
import { toAgentOptions } from "../engine/agent-options.js";
import { listen } from "../engine/listen.js";
import { stopWith, toPostFailure, type PostResult } from "../engine/post.js";
import { createBodyBudget, type BodyBudget, type HeldBytes } from "./body-budget.js";
import { collectBody } from "./collect-body.js";
import { isForwardedPath } from "./forwarded-path.js";

/** Header names are in lower case. */
export interface Forwarded {
  readonly method: string;
  /** As received, with its query. */
  readonly path: string;
  /** Time of arrival, in milliseconds since 1970. */
  readonly at: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Why `listen` itself answered; undefined if the server was asked. */
  readonly rejection: Rejection | undefined;
  /** Empty if the request was rejected. */
  readonly bytes: Uint8Array;
  readonly result: PostResult;
}

export type Rejection = keyof typeof rejections;

interface ForwarderOptions {
  /** Only requests for this path and those below it are forwarded. */
  readonly target: URL;
  /** 0 for any free port. */
  readonly port: number;
  /** True for a subscription that has sent a valid signature. Its requests are dropped last. */
  readonly isKnown?: (subscription: string) => boolean;
  readonly onForwarded: (forwarded: Forwarded) => void;
}

/** In bytes, for a request or an answer. */
const maxBytes = 4 * 2 ** 20;

/** In bytes, for all requests and answers at once. */
const maxTotal = 64 * 2 ** 20;

/** In milliseconds, for receiving a request. The client decides how long to wait for an answer. */
const limits = { requestTimeout: 15_000, headersTimeout: 5000, connectionsCheckingInterval: 1000 };

/** Further connections are closed. */
const maxConnections = 500;

/** Answers to requests that are not forwarded. Strangers learn nothing about this machine from them. */
const rejections = {
  path: { status: 404, text: "This path is not forwarded.\n" },
  length: { status: 413, text: "The body is too long.\n" },
  memory: { status: 503, text: "Too many requests at once.\n" },
} as const;

const noAnswer = { status: 502, text: "No answer.\n" };

/**
 * Listens on this machine and forwards requests and answers byte for byte. Reads each completely before sending it
 * on.
 * @throws a system error if the port is unavailable
 */
export async function openForwarder({ target, port, isKnown = () => false, onForwarded }: ForwarderOptions) {
  const budget = createBodyBudget(maxTotal);
  const agent = createAgent(target);
  const server = createServer(limits, (request, response) => {
    // Only a client that hung up makes this fail.
    passOn(request, response, { target, agent, budget, isKnown }).then(onForwarded, () => response.destroy());
  });
  server.maxConnections = maxConnections;
  return listen(server, port);
}

interface ForwarderContext extends Required<Pick<ForwarderOptions, "target" | "isKnown">> {
  readonly agent: HttpAgent;
  readonly budget: BodyBudget;
}

/**
 * Keeps no connections. Node's own agent, which reads `NODE_USE_ENV_PROXY`, would keep them. Without TLS there is no
 * proxy: Node refuses a Host header that is not the target's, and ours is the one that the shop sent.
 */
function createAgent({ protocol }: URL): HttpAgent {
  if (protocol === "https:") return new HttpsAgent(toAgentOptions(false));
  return new HttpAgent({ keepAlive: false, lookup: createLookup() });
}

/** Remembers the addresses of a host for a while. Otherwise, asking for them takes a fifth of a request's time. */
function createLookup(): LookupFunction {
  const known = new Map<string, { readonly addresses: LookupAddress[]; readonly until: number }>();
  return (host, options, callback) => {
    const found = known.get(host);
    if (found && options.all === true && found.until > performance.now()) {
      process.nextTick(callback, null, found.addresses);
      return;
    }
    lookup(host, options, (error, addresses, family) => {
      if (!error && Array.isArray(addresses))
        known.set(host, { addresses, until: performance.now() + lookupTime });
      callback(error, addresses, family);
    });
  };
}

/** In milliseconds. */
const lookupTime = 5000;

async function passOn(
  request: IncomingMessage,
  response: ServerResponse,
  { target, agent, budget, isKnown }: ForwarderContext,
): Promise<Forwarded> {
  const [at, started] = [Date.now(), performance.now()];
  const getDuration = () => Math.round(performance.now() - started);
  const { method = "", url: path = "" } = request;
  const seen = { method, path, at, headers: joinHeaders(request) };
  const ending = new AbortController();
  const { signal } = ending;
  const held = budget.open(isKnown(seen.headers["x-mplus-subscription-id"] ?? ""), () => {
    ending.abort(new RejectedRequest("memory"));
    if (response.headersSent) response.destroy();
  });
  response.on("close", () => {
    held.release();
    // An abort after the answer would only cost time.
    if (!response.writableFinished) ending.abort(stopWith("ended", "the client hung up"));
  });
  response.sendDate = false;
  let bytes: Uint8Array = noBytes;
  try {
    bytes = await readRequest(request, target, { held, signal });
    const reply = await send(request, bytes, target, { agent, held, signal });
    response.writeHead(reply.status, reply.statusMessage, reply.rawHeaders).end(reply.body);
    return {
      ...seen,
      rejection: undefined,
      bytes,
      result: { ...reply, kind: "reply", duration: getDuration() },
    };
  } catch (error) {
    const reason: unknown = signal.reason ?? error;
    const rejection = reason instanceof RejectedRequest ? reason.rejection : undefined;
    const { status, text } = rejection ? rejections[rejection] : noAnswer;
    response.writeHead(status, { Connection: "close" }).end(text);
    const result = { kind: "none" as const, cause: toPostFailure(reason), duration: getDuration() };
    return { ...seen, rejection, bytes: rejection ? noBytes : bytes, result };
  }
}

const noBytes = new Uint8Array();

class RejectedRequest extends Error {
  readonly rejection: Rejection;

  constructor(rejection: Rejection) {
    super(rejections[rejection].text.trim());
    this.rejection = rejection;
  }
}

interface ReadContext {
  readonly held: HeldBytes;
  readonly signal: AbortSignal;
}

/** Rejects as much as possible before reading the body. */
async function readRequest(
  request: IncomingMessage,
  { pathname }: URL,
  { held, signal }: ReadContext,
): Promise<Uint8Array> {
  if (!isForwardedPath(request.url ?? "", pathname)) throw new RejectedRequest("path");
  if (Number(request.headers["content-length"] ?? 0) > maxBytes) throw new RejectedRequest("length");
  const bytes = await collectBody(request, { maxBytes, held, signal });
  if (!bytes) throw new RejectedRequest("length");
  return bytes;
}

async function send(
  request: IncomingMessage,
  bytes: Uint8Array,
  target: URL,
  { agent, held, signal }: ReadContext & Pick<ForwarderContext, "agent">,
) {
  const { method, url: path } = request;
  const headers = toClosing(request.rawHeaders);
  const [isTls, host] = [target.protocol === "https:", toHost(target)];
  const port = target.port || (isTls ? 443 : 80);
  const address = { host, port, method, path, headers, setHost: false, agent, signal };
  const outgoing = isTls ? requestHttps({ ...address, servername: host }) : requestHttp(address);
  const reply = await new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.on("response", resolve).on("error", reject).end(bytes);
    outgoing.on("upgrade", (_, socket) => {
      socket.destroy();
      reject(stopWith("not-http", "it switches protocols"));
    });
  });
  const body = await collectBody(reply, { maxBytes, held, signal });
  if (!body) throw stopWith("too-long", `the answer has more than ${maxBytes} bytes`);
  const { statusCode: status = 0, statusMessage = "", rawHeaders } = reply;
  // Node reads such a status line, but cannot write it.
  if (status < 200 || /[^\t -~\x80-\xff]/.test(statusMessage))
    throw stopWith("not-http", "its status line is not valid");
  return { status, statusMessage, rawHeaders, headers: joinHeaders(reply), body };
}

/**
 * Ends the connection with the answer. A server that does not read the body of a GET would read it as the next request,
 * to any path.
 */
const toClosing = (rawHeaders: readonly string[]): string[] =>
  rawHeaders.flatMap((name, index) => {
    if (index % 2 === 1 || /^(?:keep-alive|proxy-connection)$/i.test(name)) return [];
    return [name, /^connection$/i.test(name) ? "close" : (rawHeaders[index + 1] ?? "")];
  });

const joinHeaders = ({ headers }: IncomingMessage): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat().join(", ")]));
