import type { IncomingMessage, ServerResponse } from "node:http";
import { createEventNameReader, createUnreadableBody, type RawRequest, type Receiver } from "./http.js";
import { tryToRead } from "./values.js";

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
      const event = readEventName(request.url) ?? "";
      const { status, headers, body } = await receiver.receive(toRawRequest(request, event, response));
      if (response.headersSent) return;
      response.writeHead?.(status, { "Content-Length": Buffer.byteLength(body), ...headers });
      response.end?.(body);
    } catch {
      // Writing failed, so no answer is possible.
      response.destroy?.();
    }
  };
  const listen = (request: IncomingMessage, response: ServerResponse): void => void answer(request, response);
  return Object.assign(listen, { close: () => receiver.close() });
}

/**
 * Converts a request. A body that was already read is taken from the request or from `parsed`, the framework's own
 * request.
 */
export function toRawRequest(
  request: NodeRequest,
  event: string,
  response: NodeResponse,
  parsed: ParsedBody = request,
): RawRequest {
  return {
    method: request.method ?? "",
    event,
    // Express removes the path of the mount from `url`.
    path: request.originalUrl ?? request.url,
    header: (name) => getHeader(request, name),
    body: getBody(request, parsed),
    signal: watchClient(response),
    // A server keeps running after the answer.
    waitUntil: isFrozen ? undefined : () => undefined,
  };
}

/** Environment variables of platforms that freeze a process after its answer: AWS Lambda, Vercel and Cloud Run. */
const freezers = ["AWS_LAMBDA_FUNCTION_NAME", "VERCEL", "K_SERVICE"];
const isFrozen = freezers.some((name) => process.env[name]);

/** Node keeps only the first of several content types in `headers`. */
function getHeader({ headers, rawHeaders = [] }: NodeRequest, name: string): string | string[] | undefined {
  // Names and values alternate in `rawHeaders`.
  const isType = (index: number) => index % 2 === 1 && /^content-type$/i.test(String(rawHeaders[index - 1]));
  const types = name === "content-type" ? rawHeaders.filter((_value, index) => isType(index)) : [];
  return types.length > 1 ? types : headers?.[name];
}

function getBody(request: NodeRequest, parsed: ParsedBody): RawRequest["body"] {
  // Getters may throw: a mock can be a stream that was never set up, and some platforms parse lazily.
  const didRead = tryToRead(() => request.readableDidRead);
  const found = tryToRead(() => [parsed.rawBody, request.rawBody, parsed.body, request.body]) ?? [];
  // Imitations may lack `readableDidRead`.
  const wasRead = didRead ?? found.some((value) => value !== undefined);
  if (!wasRead && Symbol.asyncIterator in request && !request.readableEncoding)
    return request as AsyncIterable<Uint8Array>;
  const kept = found.find((value) => typeof value === "string" || ArrayBuffer.isView(value));
  if (kept === undefined) return createUnreadableBody(alreadyRead);
  return typeof kept === "string" ? Buffer.from(kept) : (kept as Uint8Array);
}

const alreadyRead =
  "the body was parsed before it reached the Mplus receiver, so its signature cannot be checked; " +
  "mount the receiver before express.json() and other body parsers, or exclude its path from them";

/** Aborts when the client disconnects before the answer is complete. */
function watchClient(response: NodeResponse): AbortSignal {
  const client = new AbortController();
  const stop = (): void => {
    if (response.writableEnded === false) client.abort();
  };
  if (response.closed) stop();
  else response.once?.("close", stop);
  return client.signal;
}
