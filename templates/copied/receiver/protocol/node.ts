import type { IncomingMessage, ServerResponse } from "node:http";
import type { RawRequest, Receiver } from "../base/options.js";
import { tryToRead } from "../base/values.js";
import { createUnreadableBody, NodeBody } from "./body.js";
import { createEventNameReader } from "./request.js";

export interface NodeListener {
  (request: IncomingMessage, response: ServerResponse): void;
  /** Rejects new requests with status 503. Resolves when those in flight are answered. */
  close(): Promise<void>;
}

/** Properties where body parsers and platforms leave a body. */
export interface ParsedBody {
  readonly body?: unknown;
  /** The body as sent, as bytes or as a string. */
  readonly rawBody?: unknown;
}

/** Node's request, or the imitation of a serverless adapter or mock, which may lack any property. */
type NodeRequest = Partial<IncomingMessage> & ParsedBody & { readonly originalUrl?: string };
type NodeResponse = Partial<ServerResponse>;

/** Creates a listener that answers every request. Events are below `basePath`. */
export function toNodeListener(receiver: Receiver, basePath?: string): NodeListener {
  const readEventName = createEventNameReader(basePath);
  const answer = async (request: NodeRequest, response: NodeResponse): Promise<void> => {
    try {
      const event = readEventName(tryToRead(() => request.url)) ?? "";
      const { status, headers, body } = await receiver.receive(toRawRequest(request, event, response));
      if (response.headersSent) return;
      const sent = { "Content-Length": Buffer.byteLength(body), ...headers };
      if (response.writeHead) response.writeHead(status, sent);
      else setHead(response, status, sent);
      response.end?.(body);
    } catch {
      // Writing failed, so no answer is possible.
      tryToRead(() => response.destroy?.());
    }
  };
  const listen = (request: IncomingMessage, response: ServerResponse): void => void answer(request, response);
  return Object.assign(listen, { close: () => receiver.close() });
}

/** For imitations without `writeHead`. */
function setHead(
  response: NodeResponse,
  status: number,
  headers: Readonly<Record<string, string | number>>,
): void {
  response.statusCode = status;
  for (const [name, value] of Object.entries(headers)) response.setHeader?.(name, value);
}

/**
 * Converts a request. A body that was already read is taken from the request or from `parsed`, the framework's own
 * request.
 */
export const toRawRequest = (
  request: NodeRequest,
  event: string,
  response: NodeResponse,
  parsed: ParsedBody = request,
): RawRequest => new RawNodeRequest(request, event, response, parsed);

class RawNodeRequest implements RawRequest {
  readonly method: string;
  readonly event: string;
  readonly path: string | undefined;
  readonly body: RawRequest["body"];
  readonly waitUntil = waitUntil;
  readonly #request: NodeRequest;
  readonly #response: NodeResponse;
  #signal: AbortSignal | undefined;

  constructor(request: NodeRequest, event: string, response: NodeResponse, parsed: ParsedBody) {
    this.method = tryToRead(() => request.method) ?? "";
    this.event = event;
    // Express removes the path of the mount from `url`.
    this.path = tryToRead(() => request.originalUrl ?? request.url);
    this.body = getBody(request, parsed);
    this.#request = request;
    this.#response = response;
  }

  header(name: string): string | string[] | undefined {
    return tryToRead(() => getHeader(this.#request, name));
  }

  /** Made at its first use, because few requests need it. */
  get signal(): AbortSignal {
    this.#signal ??= watchClient(this.#response);
    return this.#signal;
  }
}

/** Environment variables of platforms that freeze a process after its answer: AWS Lambda, Vercel and Cloud Run. */
const freezers = ["AWS_LAMBDA_FUNCTION_NAME", "VERCEL", "K_SERVICE"];
const isFrozen = freezers.some((name) => process.env[name]);

/** A server keeps running after the answer. */
const waitUntil = isFrozen ? undefined : (): void => undefined;

/** Node keeps only the first of several content types in `headers`. */
function getHeader({ headers, rawHeaders }: NodeRequest, name: string): string | string[] | undefined {
  const types = name === "content-type" ? listContentTypes(rawHeaders ?? []) : [];
  return types.length > 1 ? types : headers?.[name];
}

/** Names and values alternate. */
const listContentTypes = (rawHeaders: readonly string[]): string[] =>
  rawHeaders.filter(
    (_value, index) => index % 2 === 1 && /^content-type$/i.test(String(rawHeaders[index - 1])),
  );

function getBody(request: NodeRequest, parsed: ParsedBody): RawRequest["body"] {
  // Getters may throw: a mock can be a stream that was never set up, and some platforms parse lazily.
  const didRead = tryToRead(() => request.readableDidRead);
  const found = tryToRead(() => [parsed.rawBody, request.rawBody, parsed.body, request.body]) ?? [];
  // Imitations may lack `readableDidRead`.
  const wasRead = didRead ?? found.some((value) => value !== undefined);
  const stream = wasRead ? undefined : tryToRead(() => getStream(request));
  if (stream !== undefined) return stream;
  const kept = found.find((value) => typeof value === "string" || ArrayBuffer.isView(value));
  if (kept === undefined) return createUnreadableBody(alreadyRead);
  return typeof kept === "string" ? Buffer.from(kept) : (kept as Uint8Array);
}

/** Undefined if the request is no stream, or yields decoded text. */
function getStream(request: NodeRequest): AsyncIterable<Uint8Array> | undefined {
  const { on, off, pause, resume, readableEncoding } = request;
  if (readableEncoding || !(Symbol.asyncIterator in request)) return undefined;
  const stream = request as IncomingMessage;
  return on && off && pause && resume ? new NodeBody(stream) : stream;
}

const alreadyRead =
  "the body was parsed before it reached the Mplus receiver, so its signature cannot be checked; " +
  "mount the receiver before express.json() and other body parsers, or exclude its path from them";

/** Aborts when the client disconnects before the answer is complete. */
function watchClient(response: NodeResponse): AbortSignal {
  const client = new AbortController();
  const stop = (): void => {
    if (tryToRead(() => response.writableEnded) === false) client.abort();
  };
  // An imitation may refuse: without a signal, the answer would be lost.
  if (tryToRead(() => response.closed)) stop();
  else tryToRead(() => response.once?.("close", stop));
  return client.signal;
}
