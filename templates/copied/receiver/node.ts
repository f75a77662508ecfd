import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { createUnreadableBody } from "./body.js";
import { createEventNameReader, type RawRequest, type RawResponse, type Receiver } from "./http.js";

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
  /** The bytes as sent. */
  readonly rawBody?: unknown;
}

/** Creates a listener that answers every request, with events below a path. */
export function toNodeListener(receiver: Receiver, basePath?: string): NodeListener {
  const readEventName = createEventNameReader(basePath);
  const listen = (request: IncomingMessage & ParsedBody, response: ServerResponse): void => {
    receiver
      .receive(new NodeRawRequest(request, readEventName(request.url) ?? "", response, request))
      .then((answer) => {
        if (!response.headersSent) write(response, answer);
      })
      // Writing failed: there is no other way to answer.
      .catch(() => response.destroy());
  };
  return Object.assign(listen, { close: () => receiver.close() });
}

/**
 * A request whose body nobody has read, or whose bytes were kept. It reads few properties, and each once: express gives every
 * request a hidden class of its own, which makes each property slow to read.
 */
export class NodeRawRequest implements RawRequest {
  readonly method: string;
  readonly event: string;
  readonly body: RawRequest["body"];
  private readonly headers: IncomingHttpHeaders;
  private readonly rawHeaders: readonly string[];
  private readonly response: ServerResponse;
  private client: AbortSignal | undefined = undefined;

  constructor(request: IncomingMessage, event: string, response: ServerResponse, parsed: ParsedBody) {
    this.method = request.method ?? "";
    this.event = event;
    this.body = getBody(request, parsed);
    this.headers = request.headers;
    this.rawHeaders = request.rawHeaders;
    this.response = response;
  }

  header(name: string): string | readonly string[] | undefined {
    return name === "content-type" ? getContentType(this.headers, this.rawHeaders) : this.headers[name];
  }

  get signal(): AbortSignal {
    return (this.client ??= watchClient(this.response));
  }

  /** A server keeps running by itself. */
  waitUntil(): void {
    // Nothing to do.
  }
}

/** Aborts when the client disconnects before it has its answer, or at once if it has. */
function watchClient(response: ServerResponse): AbortSignal {
  const client = new AbortController();
  const stop = (): void => {
    if (!response.writableFinished) client.abort();
  };
  if (response.closed) stop();
  else response.once("close", stop);
  return client.signal;
}

/** Node keeps the first of several content types; the receiver has to see them all. */
function getContentType(
  headers: IncomingHttpHeaders,
  rawHeaders: readonly string[],
): string | readonly string[] | undefined {
  const all: string[] = [];
  // Names and values alternate in Node's raw headers.
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const key = rawHeaders[i] ?? "";
    if (key.length === contentType.length && key.toLowerCase() === contentType)
      all.push(rawHeaders[i + 1] ?? "");
  }
  return all.length > 1 ? all : headers[contentType];
}

const contentType = "content-type";

function getBody(request: IncomingMessage, parsed: ParsedBody): RawRequest["body"] {
  const wasRead = request.readableDidRead || request.readableEncoding !== null;
  if (!wasRead) return request;
  const { body, rawBody } = parsed;
  if (Buffer.isBuffer(rawBody)) return rawBody;
  return Buffer.isBuffer(body) ? body : createUnreadableBody(alreadyRead);
}

const alreadyRead =
  "the body was parsed before it reached the Mplus receiver, so that its signature cannot be checked; " +
  "mount the receiver before express.json() or whatever else parses bodies, or keep its path out of that";

/** Writes an answer with its length. The headers are not copied: V8 would make a hidden class for each copy. */
function write(response: ServerResponse, { status, headers, body }: RawResponse): void {
  headers["Content-Length"] = String(Buffer.byteLength(body));
  response.writeHead(status, headers);
  response.end(body);
}
