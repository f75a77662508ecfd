import type { IncomingMessage, ServerResponse } from "node:http";
import { expect, it, vi } from "vitest";
import { post, scan } from "../../conformance/requests.js";
import { createShop } from "./shop.js";

it.each(["AWS_LAMBDA_FUNCTION_NAME", "VERCEL", "K_SERVICE"])(
  "handles an event that the POS does not wait for before it answers, if %s is set",
  async (name) => {
    vi.stubEnv(name, "shop");
    vi.resetModules();
    const { createMplusListener } = await import("../../../generated/node/index.js");
    const order: unknown[] = [];
    const scanCode = () => new Promise(setImmediate).then(() => void order.push("handled"));
    const listener = createMplusListener(createShop({ handlers: { scanCode } }).options);
    const { headers, body } = post({ body: scan({}, { eventBlocking: false }) });
    const named = Object.fromEntries(headers.map(([each, value]) => [each.toLowerCase(), value]));
    const request = { method: "POST", url: "/scanCode", headers: named, body };
    const status = new Promise((writeHead) => {
      listener(
        request as object as IncomingMessage,
        { writeHead, end: () => undefined } as unknown as ServerResponse,
      );
    });
    order.push(await status);
    expect(order).toEqual(["handled", 200]);
  },
);
