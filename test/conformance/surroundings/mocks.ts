import { EventEmitter, once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createRequest, createResponse, type RequestOptions } from "node-mocks-http";
import type { WireRequest } from "../wire-message.js";
import { readAnswer, toHeaderLines } from "../wire.js";
import { mounts, openWithout, type MountName, type Surrounded } from "./surrounding.js";

/** The request is not a stream, and has its body's bytes. */
const libraryMocks: readonly Surrounded[] = (
  ["node", "express 5", "express 4", "nest", "koa"] satisfies MountName[]
).map((name) => ({
  name: `${name} with mocks of node-mocks-http`,
  like: [name, "lambda v1"],
  open: openWithout(mounts[name], ({ listen }) => async (request) => {
    const mock = createRequest(toMock(request) as RequestOptions);
    const response = createResponse({ eventEmitter: EventEmitter, req: mock });
    const ended = once(response, "end");
    listen(mock, response);
    await ended;
    const headers = Object.entries(response.getHeaders()).map(
      ([key, value]) => [key, String(value)] as const,
    );
    const body = request.method === "HEAD" ? "" : (response._getData() as string);
    return readAnswer(response.statusCode, headers, Buffer.from(body));
  }),
}));

/** Only the required fields, and headers in the caller's spelling. */
const bare: Surrounded = {
  name: "node with plain objects",
  like: ["node", "lambda v1"],
  open: openWithout(
    mounts.node,
    ({ listen }) =>
      (request) =>
        new Promise((resolve) => {
          const answer = { status: 0, headers: {} as Record<string, string> };
          const response = {
            writeHead: (status: number, headers: Record<string, string>) =>
              Object.assign(answer, { status, headers }),
            end: (body: string) => {
              const sent = request.method === "HEAD" ? "" : body;
              resolve(readAnswer(answer.status, Object.entries(answer.headers), Buffer.from(sent)));
            },
          };
          listen(toMock(request) as unknown as IncomingMessage, response as unknown as ServerResponse);
        }),
  ),
};

export const mocks: readonly Surrounded[] = [...libraryMocks, bare];

/** With lists of values, and a numeric length. */
function toMock(request: WireRequest) {
  const { method, path, body, framing } = request;
  const headers: Record<string, string | string[] | number> = {};
  for (const [spelling, value] of toHeaderLines(request)) {
    const name = spelling.toLowerCase();
    const values = [headers[name] ?? []].flat().map(String);
    headers[name] = name === "content-length" ? Number(value) : [...values, value.trim()];
  }
  const bytes = framing === "withheld" ? Buffer.alloc(0) : Buffer.from(body);
  return { method, url: path, headers, body: bytes };
}
