import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text as readText } from "node:stream/consumers";
import { isJsonType, isObject, parseJson, type JsonObject } from "../../base/json.js";
import { listen } from "../engine/listen.js";
import { maskSecret } from "../engine/signature.js";
import { TillError } from "../engine/till-error.js";
import type { EventStream } from "./event-stream.js";

export interface PageServerOptions {
  /** 0 for any free port. */
  readonly port: number;
  readonly files: ReadonlyMap<string, string>;
  /** The files of paths that do not have the file's name, such as `till` for `till.html`. */
  readonly aliases: ReadonlyMap<string, string>;
  readonly rooms: readonly PageRoom[];
}

/** What a page asks of the program. Paths have no slash at the start. May throw a TillError. */
export interface PageRoom {
  readonly streams: ReadonlyMap<string, EventStream>;
  /** Hides secrets in what `read` and the jobs return. */
  readonly hide: (text: string) => string;
  /** Undefined if the path is not the room's. */
  readonly read: (path: string) => string | undefined;
  /** The answer is sent as JSON; undefined as an empty answer. */
  readonly jobs: ReadonlyMap<string, PageJob>;
}

export type PageJob = (asked: JsonObject) => unknown;

/** Hides secrets in what a page gets: a server, or a sender that confuses its settings, may have sent one. */
export const createHide =
  (secrets: readonly (string | undefined)[]): PageRoom["hide"] =>
  (text) =>
    secrets.reduce<string>((all, secret = "") => maskSecret(all, secret), text);

/**
 * Serves pages, only to browsers on this machine.
 * @throws a system error if the port is unavailable
 */
export async function openPageServer(options: PageServerOptions) {
  const server = createServer((request, response) => {
    handleRequest(options, request, response).catch((error: unknown) => {
      if (error instanceof TillError) reply(response, 409, error.message);
      else reply(response, 500, describeInternalError(error));
    });
  });
  const { port, close } = await listen(server, options.port);
  return { url: `http://localhost:${port}`, close };
}

export const describeInternalError = (error: unknown): string =>
  `This is a bug in mplus-codegen; please report it: ${error instanceof Error ? error.message : String(error)}`;

async function handleRequest(
  options: PageServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = "", url = "/", headers, socket } = request;
  const { host = "" } = headers;
  for (const [name, value] of Object.entries(safety)) response.setHeader(name, value);
  const [path = ""] = url.slice(1).split("?");
  const names = ["127.0.0.1", "localhost", "[::1]"].map((name) => `${name}:${socket.localPort}`);
  const file = options.aliases.get(path) ?? path;
  const text = options.files.get(file);
  // Otherwise a page on a domain name that resolves to this machine would have the same origin.
  if (!names.includes(host.includes(":") ? host : `${host}:80`))
    reply(response, 421, "This page is served only as localhost.");
  else if (!["GET", "POST"].includes(method)) reply(response, 405, "Use GET or POST.");
  else if (method === "GET" && text !== undefined) reply(response, 200, text, file);
  else if (!isOwn(request)) reply(response, 403, "Only this program's own pages may request this.");
  else if (method === "POST") await handlePost(options, path, request, response);
  else readRoom(options, path, response);
}

/** Browsers say where a request comes from. */
function isOwn({ method, headers }: IncomingMessage): boolean {
  const { host = "", origin, "sec-fetch-site": site = "same-origin" } = headers;
  // An address that a user types in has `none`. A GET within the same origin has no Origin header.
  const isSameSite = site === "same-origin" || (site === "none" && method === "GET");
  return isSameSite && (origin ?? (method === "GET" && `http://${host}`)) === `http://${host}`;
}

function readRoom({ rooms }: PageServerOptions, path: string, response: ServerResponse): void {
  const stream = rooms.map(({ streams }) => streams.get(path)).find((found) => found);
  if (stream) {
    stream.connect(response);
    return;
  }
  for (const { read, hide } of rooms) {
    const text = read(path);
    if (text === undefined) continue;
    reply(response, 200, hide(text));
    return;
  }
  reply(response, 404, "Not found.");
}

const safety = {
  "Content-Security-Policy": [
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:",
    "form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
  ].join("; "),
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cache-Control": "no-store",
};

const maxBytes = 2 ** 18;

async function handlePost(
  { rooms }: PageServerOptions,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const { "content-type": type = "", "content-length": length } = request.headers;
  const isRead = isJsonType(type) && Number(length) <= maxBytes;
  const body = isRead ? parseJson(await readText(request)) : undefined;
  if (!isObject(body)) {
    reply(response, 400, "Expected a JSON object of at most 256 KiB, as application/json.");
    return;
  }
  const room = rooms.find(({ jobs }) => jobs.has(path));
  const job = room?.jobs.get(path);
  if (!room || !job) {
    reply(response, 404, "Not found.");
    return;
  }
  const answer = await job(body);
  if (answer === undefined) reply(response, 204, "");
  else reply(response, 200, room.hide(JSON.stringify(answer)), "answer.json");
}

const mediaTypes: Readonly<Record<string, string>> = {
  html: "text/html",
  css: "text/css",
  js: "text/javascript",
  json: "application/json",
  svg: "image/svg+xml",
};

function reply(response: ServerResponse, status: number, text: string, file = ""): void {
  const type = mediaTypes[file.split(".").at(-1) ?? ""] ?? "text/plain";
  response.writeHead(status, { "Content-Type": `${type}; charset=utf-8` }).end(text);
}
