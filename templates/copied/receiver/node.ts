import type { IncomingMessage, ServerResponse } from "node:http";
import { createEventNameReader, createUnreadableBody, type RawRequest, type Receiver } from "./http.js";
import { tryToRead } from "./values.js";

/** The listener that `http.createServer` and similar servers call. */
export interface NodeListener {
  (request: IncomingMessage, response: ServerResponse): void;
  /** Refuses new requests with status 503; resolves when those in flight are answered. */
  close(): Promise<void>;
}

/** The properties in which parsers and platforms leave a body that they have read. */
export interface ParsedBody {
  readonly body?: unknown;
  /** The bytes as sent, or their text. */
  readonly rawBody?: unknown;
}

/** Node's request, or the imitation of a serverless adapter or a mock, which may lack any part. */
type NodeRequest = Partial<IncomingMessage> & ParsedBody;
type NodeResponse = Partial<ServerResponse>;

/** Creates a listener that answers every request, with events below a path. */
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
      // Writing failed, and there is no other way to answer.
      response.destroy?.();
    }
  };
  const listen = (request: IncomingMessage, response: ServerResponse): void => void answer(request, response);
  return Object.assign(listen, { close: () => receiver.close() });
}

/** Converts a request. If its body was read, the bytes must be in it or in `parsed`, the framework's own request. */
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
    waitUntil: isFrozen ? undefined : () => undefined,
  };
}

/** The variables of platforms that freeze a process once it has answered: AWS Lambda, Vercel and Cloud Run. */
const freezers = ["AWS_LAMBDA_FUNCTION_NAME", "VERCEL", "K_SERVICE"];
const isFrozen = freezers.some((name) => process.env[name]);

/** Of several content types Node keeps only the first in `headers`. */
function getHeader({ headers, rawHeaders = [] }: NodeRequest, name: string): string | string[] | undefined {
  // Names and values alternate.
  const isType = (index: number) => index % 2 === 1 && /^content-type$/i.test(String(rawHeaders[index - 1]));
  const types = name === "content-type" ? rawHeaders.filter((_value, index) => isType(index)) : [];
  return types.length > 1 ? types : headers?.[name];
}

function getBody(request: NodeRequest, parsed: ParsedBody): RawRequest["body"] {
  // Reading may throw: a mock can be a stream that was never set up, and some platforms parse a body only now.
  const didRead = tryToRead(() => request.readableDidRead);
  const found = tryToRead(() => [parsed.rawBody, request.rawBody, parsed.body, request.body]) ?? [];
  // An imitation may not know whether it was read.
  const wasRead = didRead ?? found.some((value) => value !== undefined);
  if (!wasRead && Symbol.asyncIterator in request && !request.readableEncoding)
    return request as AsyncIterable<Uint8Array>;
  const kept = found.find((value) => typeof value === "string" || ArrayBuffer.isView(value));
  if (kept === undefined) return createUnreadableBody(alreadyRead);
  return typeof kept === "string" ? Buffer.from(kept) : (kept as Uint8Array);
}

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
