import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { createUnreadableBody } from "./body.js";
import { withSignal } from "./lazy-signal.js";
import type { RawRequest, RawResponse } from "./raw-message.js";
import type { Receiver } from "./receiver.js";

/** What `http.createServer` and whatever is built like it call. */
export interface NodeListener {
  (request: NodeRequest, response: ServerResponse): void;
  /** Refuses new requests with status 503; resolves when those under way are answered. */
  close(): Promise<void>;
}

/** A request of node's, with what came before us may have left on it. */
export interface NodeRequest extends IncomingMessage, Leftovers {}

/** What body parsers and platforms leave of a body that they have read. */
export interface Leftovers {
  /** What a parser made of it. */
  readonly body?: unknown;
  /** The bytes as sent. */
  readonly rawBody?: unknown;
}

/** What a framework knows of a request beyond node's own. */
export interface Arrival {
  readonly event: string;
  readonly response: ServerResponse;
  readonly leftovers: Leftovers;
}

/** Makes a receiver into a listener that answers whatever comes to it. */
export function toNodeListener(
  receiver: Receiver,
  eventOf: (request: IncomingMessage) => string | undefined,
): NodeListener {
  const listen = (request: NodeRequest, response: ServerResponse): void => {
    const arrival = { event: eventOf(request) ?? "", response, leftovers: request };
    receiver
      .receive(toRawRequest(request, arrival))
      .then((answer) => {
        if (!response.headersSent) write(response, answer);
      })
      // Only a log that throws gets here, and then there is nothing left to say.
      .catch(() => response.destroy());
  };
  return Object.assign(listen, { close: () => receiver.close() });
}

/**
 * Hands over a request whose body nobody has read, or of which the bytes were kept. It asks for little, and once:
 * express gives each request a hidden class of its own, so that the engine searches for all that is asked of it.
 */
export function toRawRequest(request: IncomingMessage, { event, response, leftovers }: Arrival): RawRequest {
  const { method = "", headers, rawHeaders } = request;
  const raw = {
    method,
    event,
    header: (name: string) => (name === "content-type" ? getContentType(headers, rawHeaders) : headers[name]),
    body: getBody(request, leftovers),
    // A server goes on running by itself.
    waitUntil: () => undefined,
  };
  return withSignal(raw, () => watchClient(response));
}

/** Aborts when the client goes before it has its answer, or has gone. */
function watchClient(response: ServerResponse): AbortSignal {
  const client = new AbortController();
  const stop = (): void => {
    if (!response.writableFinished) client.abort();
  };
  if (response.closed) stop();
  else response.once("close", stop);
  return client.signal;
}

/** Of several content types node keeps the first; the receiver has to know of the others. */
function getContentType(
  headers: IncomingHttpHeaders,
  rawHeaders: readonly string[],
): string | readonly string[] | undefined {
  const all = readAll(rawHeaders, "content-type");
  return all.length > 1 ? all : headers["content-type"];
}

/** Names and values take turns in what node calls raw headers. */
function readAll(rawHeaders: readonly string[], name: string): readonly string[] {
  const values: string[] = [];
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const key = rawHeaders[i] ?? "";
    if (key.length === name.length && key.toLowerCase() === name) values.push(rawHeaders[i + 1] ?? "");
  }
  return values;
}

function getBody(request: IncomingMessage, leftovers: Leftovers): RawRequest["body"] {
  const isTouched = request.readableDidRead || request.readableEncoding !== null;
  if (!isTouched) return request;
  const { body, rawBody } = leftovers;
  if (Buffer.isBuffer(rawBody)) return rawBody;
  return Buffer.isBuffer(body) ? body : createUnreadableBody(alreadyRead);
}

const alreadyRead =
  "the body was parsed before it reached the Mplus receiver, so that its signature cannot be checked; " +
  "mount the receiver before express.json() or whatever else parses bodies, or keep its path out of that";

/** Writes an answer at once, with its length. Headers are not copied: V8 makes a hidden class for what a copy is given. */
function write(response: ServerResponse, { status, headers, body }: RawResponse): void {
  headers["Content-Length"] = String(Buffer.byteLength(body));
  response.writeHead(status, headers);
  response.end(body);
}
