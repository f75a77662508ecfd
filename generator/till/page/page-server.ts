import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text as readText } from "node:stream/consumers";
import { isJsonType, isObject, parseJson } from "../../base/json.js";
import { listen } from "../engine/listen.js";
import { TillError } from "../engine/till.js";
import {
  changeLiveTill,
  closeLiveTill,
  describeInternalError,
  doStep,
  openLiveTill,
  readExchangeText,
  sendAgain,
  showExchange,
} from "./live-till.js";
import type { LiveTill, LiveTillOptions } from "./live-till.js";
import type { SeenExchange } from "../traffic/seen-exchange.js";
import { describePageState, type Drawings } from "./till-state.js";

export interface PageOptions extends LiveTillOptions {
  /** 0 for any free port. */
  readonly port: number;
  readonly files: ReadonlyMap<string, string>;
}

export type OpenPage = Awaited<ReturnType<typeof openPage>>;

/**
 * Serves a till as a page, only to browsers on this machine.
 * @throws TillError if an option is invalid, or a system error if the port is unavailable
 */
export async function openPage(options: PageOptions) {
  const listeners = new Set<ServerResponse>();
  const drawings: Drawings = new Map();
  let timer: NodeJS.Timeout | undefined;
  const writeState = (): string => `data: ${JSON.stringify(describePageState(liveTill, drawings))}\n\n`;
  // Send changes in quick succession together.
  const liveTill = openLiveTill(options, () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      try {
        const state = writeState();
        for (const each of listeners) each.write(state);
      } catch {
        // A bug of ours. The page shows that the till does not respond.
        for (const each of listeners) each.end();
      }
    }, 20);
  });
  const server = createServer((request, response) => {
    handleRequest({ ...options, liveTill, listeners, writeState }, request, response).catch(
      (error: unknown) => {
        if (error instanceof TillError) reply(response, 409, error.message);
        else reply(response, 500, describeInternalError(error));
      },
    );
  });
  const { port, close } = await listen(server, options.port);
  return {
    url: `http://localhost:${port}`,
    release: liveTill.run.till.release,
    show: (seen: SeenExchange): void => showExchange(liveTill, seen),
    close: async (): Promise<void> => {
      clearTimeout(timer);
      await close();
      await closeLiveTill(liveTill);
    },
  };
}

interface ServerContext extends PageOptions {
  readonly liveTill: LiveTill;
  readonly listeners: Set<ServerResponse>;
  readonly writeState: () => string;
}

async function handleRequest(
  serving: ServerContext,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { liveTill, listeners, writeState, files } = serving;
  const { method = "", socket, url = "/", headers } = request;
  const { host = "", origin, "sec-fetch-site": site = "same-origin" } = headers;
  for (const [name, value] of Object.entries(safety)) response.setHeader(name, value);
  const [path = ""] = url.slice(1).split("?");
  const [, id, part] = /^exchange\/(\d+)\/(request|answer|curl)$/.exec(path) ?? [];
  const names = ["127.0.0.1", "localhost", "[::1]"].map((name) => `${name}:${socket.localPort}`);
  // Browsers say where a request comes from. A GET within the same origin has no Origin header.
  // An address that a user types in has `none`.
  const isOwn =
    (site === "same-origin" || (site === "none" && method === "GET")) &&
    (origin ?? (method === "GET" && `http://${host}`)) === `http://${host}`;
  // Otherwise a page on a domain name that resolves to this machine would have the same origin.
  if (!names.includes(host.includes(":") ? host : `${host}:80`))
    reply(response, 421, "This till is served only as localhost.");
  else if (!["GET", "POST"].includes(method)) reply(response, 405, "Use GET or POST.");
  else if (!isOwn && (method === "POST" || ownPaths.test(path)))
    reply(response, 403, "Only the till's own page may request this.");
  else if (method === "POST") await handlePost(liveTill, path, request, response);
  else if (id && part) reply(response, 200, readExchangeText(liveTill, Number(id), part));
  else if (path === "state") {
    const state = writeState();
    response.writeHead(200, { "Content-Type": "text/event-stream" }).write(state);
    response.on("close", () => listeners.delete(response));
    listeners.add(response);
  } else {
    const name = path === "" ? "index.html" : path;
    const text = files.get(name);
    if (text === undefined) reply(response, 404, "Not found.");
    else reply(response, 200, text, name);
  }
}

/** Paths with the till's data. */
const ownPaths = /^(?:state$|exchange\/)/;

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
  liveTill: LiveTill,
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
  const job = jobs.get(path);
  await job?.(liveTill, body);
  if (job) reply(response, 204, "");
  else reply(response, 404, "Not found.");
}

const jobs = new Map([
  ["step", doStep],
  ["change", changeLiveTill],
  ["again", sendAgain],
]);

const mediaTypes: Readonly<Record<string, string>> = {
  html: "text/html",
  css: "text/css",
  js: "text/javascript",
  svg: "image/svg+xml",
};

function reply(response: ServerResponse, status: number, text: string, file = ""): void {
  const type = mediaTypes[file.split(".").at(-1) ?? ""] ?? "text/plain";
  response.writeHead(status, { "Content-Type": `${type}; charset=utf-8` }).end(text);
}
