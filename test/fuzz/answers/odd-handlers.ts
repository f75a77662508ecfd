import type { Handler } from "../../conformance/stage.js";
import { dialog } from "../random-handlers.js";
import type { Odd } from "./odd-values.js";
import { throwMade } from "./throwing-options.js";

const throwingAt = (name: string, make: Odd): object =>
  Object.defineProperty({}, name, { get: () => throwMade(make), enumerable: true });

const afterAsking =
  (question: object) =>
  (make: Odd): Handler =>
  async ({ ask }) => {
    await ask.dialog(question).catch(() => throwMade(make));
  };

export const failing: Readonly<Record<string, (make: Odd) => Handler>> = {
  "at once": (make) => () => throwMade(make),
  "much later": (make) => async () => {
    await new Promise((resolve) => setTimeout(resolve, 1));
    throwMade(make);
  },
  "in a thenable": (make) => () => ({ then: () => throwMade(make) }),
  "by a thenable": (make) => () => ({
    then: (_: unknown, reject: (reason: unknown) => void) => reject(make()),
  }),
  "where its answer is asked whether it is thenable": (make) => () => throwingAt("then", make),
  "in a getter of its answer": (make) => () => throwingAt("scanCode", make),
  "in a getter deep in its answer": (make) => () => ({ scanCode: throwingAt("recognized", make) }),
  "in a proxy's get": (make) => () => new Proxy({ scanCode: {} }, { get: () => throwMade(make) }),
  "in a proxy's ownKeys": (make) => () => ({ scanCode: new Proxy({}, { ownKeys: () => throwMade(make) }) }),
  "in a proxy's getPrototypeOf": (make) => () => new Proxy({}, { getPrototypeOf: () => throwMade(make) }),
  "in a proxy of an array": (make) => () => ({ message: new Proxy([1], { get: () => throwMade(make) }) }),
  "when its question ends the round": afterAsking(dialog),
  "when its question cannot be put": afterAsking({}),
  "in a getter of its question":
    (make) =>
    async ({ ask }) => {
      await ask.dialog(throwingAt("dialogTitle", make));
    },
};
