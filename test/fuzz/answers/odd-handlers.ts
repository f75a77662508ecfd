import type { Handler } from "../../conformance/stage.js";
import { dialog } from "../random-handlers.js";
import type { Odd } from "./odd-values.js";
import { throwMade } from "./throwing-options.js";

/** Handlers that fail, each in a way of its own. */
export const failing: Readonly<Record<string, (make: Odd) => Handler>> = {
  "at once": (make) => () => throwMade(make),
  later: (make) => async () => Promise.resolve().then(() => throwMade(make)),
  "much later": (make) => async () => {
    await new Promise((resolve) => setTimeout(resolve, 1));
    throwMade(make);
  },
  "in a thenable": (make) => () => ({ then: () => throwMade(make) }),
  "by a thenable": (make) => () => ({
    then: (_: unknown, reject: (reason: unknown) => void) => reject(make()),
  }),
  "where its answer is asked whether it is thenable": (make) => () => ({
    get then(): never {
      return throwMade(make);
    },
  }),
  "in a getter of its answer": (make) => () => ({
    get scanCode(): never {
      return throwMade(make);
    },
  }),
  "in a getter deep in its answer": (make) => () => ({
    scanCode: {
      get recognized(): never {
        return throwMade(make);
      },
    },
  }),
  "in a proxy's get": (make) => () => new Proxy({ scanCode: {} }, { get: () => throwMade(make) }),
  "in a proxy's has": (make) => () => new Proxy({ scanCode: {} }, { has: () => throwMade(make) }),
  "in a proxy's ownKeys": (make) => () => ({ scanCode: new Proxy({}, { ownKeys: () => throwMade(make) }) }),
  "in a proxy's getPrototypeOf": (make) => () => new Proxy({}, { getPrototypeOf: () => throwMade(make) }),
  "in a proxy of an array": (make) => () => ({ message: new Proxy([1], { get: () => throwMade(make) }) }),
  "when its question ends the round":
    (make) =>
    async ({ ask }) => {
      try {
        await ask.dialog(dialog);
      } catch {
        throwMade(make);
      }
    },
  "when its question cannot be put":
    (make) =>
    async ({ ask }) => {
      try {
        await ask.dialog({});
      } catch {
        throwMade(make);
      }
    },
  "in a getter of its question":
    (make) =>
    async ({ ask }) => {
      await ask.dialog({
        get dialogTitle(): never {
          return throwMade(make);
        },
      });
    },
};

/**
 * What is thrown when a question has ended the round counts for as little as the question's own error, where that is what
 * it is made to look like.
 */
export const looksLikeEndOfRound: ReadonlySet<string> = new Set(["an error with the code of a round"]);
