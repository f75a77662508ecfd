import type { IncomingMessage, ServerResponse } from "node:http";
import { createEventNameReader, createUnreadableBody, type RawRequest, type Receiver } from "./http.js";
import { tryToRead } from "./values.js";

/** The listener that `http.createServer` and similar servers call. */
export interface NodeListener {
  (request: IncomingMessage, response: ServerResponse): void;
  /** Refuses new requests with status 503; resolves when those in flight are answered. */
  close(): Promise<void>;
}

/** What body parsers and platforms leave of a body that they have read. */
export interface ParsedBody {
  /** The parsed body. */
  readonly body?: unknown;
  /** The bytes as sent, or their text. */
  readonly rawBody?: unknown;
}

/** Node's request, or the imitation of a serverless adapter or a mock, which may lack any part. */
export type NodeRequest = Partial<IncomingMessage> & ParsedBody;
export type NodeResponse = Partial<ServerResponse>;

/** Creates a listener that answers every request, with events below a path. */
export function toNodeListener(receiver: Receiver, basePath?: string): NodeListener {
  const readEventName = createEventNameReader(basePath);
  const answer = async (request: NodeRequest, response: NodeResponse): Promise<void> => {
    try {
      const event = readEventName(request.url) ?? "";
      const { status, headers, body } = await receiver.receive(toRawRequest(request, event, response));
      if (response.headersSent) return;
      response.writeHead?.(status, { ...headers, "Content-Length": Buffer.byteLength(body) });
      response.end?.(body);
    } catch {
      // Writing failed: there is no other way to answer.
      response.destroy?.();
    }
  };
  const listen = (request: IncomingMessage, response: ServerResponse): void => void answer(request, response);
  return Object.assign(listen, { close: () => receiver.close() });
}

/** Converts a request whose body nobody has read, or whose bytes were kept, here or in the framework's own request. */
export function toRawRequest(
  request: NodeRequest,
  event: string,
  response: NodeResponse,
  parsed: ParsedBody = request,
): RawRequest {
  return {
    method: request.method ?? "",
    event,
    header: (name) => getHeader(request, name),
    body: getBody(request, parsed),
    signal: watchClient(response),
    // A server keeps running by itself.
    waitUntil: () => undefined,
  };
}

/** All values of a header. Node keeps the first of several content types in `headers`; the receiver has to see them all. */
function getHeader({ headers, rawHeaders = [] }: NodeRequest, name: string): readonly string[] {
  // Names and values alternate.
  const isType = (index: number) => index % 2 === 1 && /^content-type$/i.test(String(rawHeaders[index - 1]));
  const types = name === "content-type" ? rawHeaders.filter((_value, index) => isType(index)) : [];
  return [types.length > 1 ? types : (headers?.[name] ?? [])].flat().map(String);
}

function getBody(request: NodeRequest, parsed: ParsedBody): RawRequest["body"] {
  // Any of these may throw: a mock can be a stream that was never set up, and some platforms parse a body only now.
  const didRead = tryToRead(() => request.readableDidRead);
  const found = tryToRead(() => [parsed.rawBody, request.rawBody, parsed.body, request.body]) ?? [];
  // An imitation may not know whether it was read.
  const isUnread =
    didRead === false || (didRead === undefined && found.every((value) => value === undefined));
  if (isUnread && isIterable(request) && !request.readableEncoding) return request;
  const kept = found.find((value) => typeof value === "string" || ArrayBuffer.isView(value));
  if (kept === undefined) return createUnreadableBody(alreadyRead);
  return typeof kept === "string" ? Buffer.from(kept) : (kept as Uint8Array);
}

const isIterable = (request: object): request is AsyncIterable<Uint8Array> => Symbol.asyncIterator in request;

const alreadyRead =
  "the body was parsed before it reached the Mplus receiver, so that its signature cannot be checked; " +
  "mount the receiver before express.json() or whatever else parses bodies, or keep its path out of that";

/** Aborts when the client disconnects before it has its answer, or at once if it has. */
function watchClient(response: NodeResponse): AbortSignal {
  const client = new AbortController();
  const stop = (): void => {
    if (response.writableEnded === false) client.abort();
  };
  if (response.closed) stop();
  else response.once?.("close", stop);
  return client.signal;
}
