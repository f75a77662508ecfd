import { expect, it, vi } from "vitest";
import { scan } from "../../conformance/requests.js";
import { call, createShop, toParts } from "./shop.js";

it.each(["AWS_LAMBDA_FUNCTION_NAME", "VERCEL", "K_SERVICE"])(
  "handles an event that the POS does not wait for before it answers, if %s is set",
  async (name) => {
    vi.stubEnv(name, "shop");
    vi.resetModules();
    const { createMplusListener } = await import("../../../generated/node/index.js");
    const order: unknown[] = [];
    const scanCode = () => new Promise(setImmediate).then(() => void order.push("handled"));
    const listener = createMplusListener(createShop({ handlers: { scanCode } }).options);
    order.push(await call(toParts(scan({}, { eventBlocking: false })), listener));
    expect(order).toEqual(["handled", 200]);
  },
);
