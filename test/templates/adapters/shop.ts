import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { expect, onTestFinished } from "vitest";
import type { MplusOptions } from "../../../generated/receiver/index.js";
import { post, scan } from "../../conformance/requests.js";
import { createOptions } from "../../conformance/setups.js";
import { createStage } from "../../conformance/stage.js";
import { drive, type Opened } from "../../conformance/targets/target.js";

/** A shop that recognizes every scan, and its log. */
export function createShop(changes: Partial<MplusOptions> = {}) {
  const stage = createStage();
  return { options: createOptions(stage, changes), lines: stage.lines };
}

/** Serves an app until the test ends. */
export async function serve(listen: RequestListener): Promise<Opened> {
  const opened = await drive(createServer(listen), () => Promise.resolve());
  onTestFinished(opened.end);
  return opened;
}

/** A signed request as Node has it, with its body as a text. */
export function toParts(body: object = scan()) {
  const request = post({ body });
  const headers = Object.fromEntries(request.headers.map(([name, value]) => [name.toLowerCase(), value]));
  return { method: "POST", url: "/scanCode", headers, body: String(Buffer.from(request.body)) };
}

type Listener = (request: IncomingMessage, response: ServerResponse) => unknown;

/** Passes an imitated request to a listener, and resolves to the status. */
export const call = (request: object, listener: Listener): Promise<number> =>
  new Promise((resolve) => {
    const response = { writeHead: resolve, end: () => undefined };
    void listener(request as IncomingMessage, response as unknown as ServerResponse);
  });

/** What the log says of a body that something else has read. */
export const readBefore = [
  { level: "error", message: expect.stringContaining("before it reached") as string },
];
