import { afterEach, expect, it } from "vitest";
import { createReceiver } from "../../generated/receiver/index.js";
import { post } from "../conformance/requests.js";
import { createOptions } from "../conformance/setups.js";
import { createStage, type Handler } from "../conformance/stage.js";
import { toRawRequest } from "../conformance/targets/receiver.js";

/** Properties that a library or an attack may give to all objects while a handler runs. */
const pollutions: Readonly<Record<string, unknown>> = {
  0: 1,
  event: {},
  original: {},
  message: "x",
  polling: { finished: true },
  scanCode: {},
  version: "59",
  status: 1,
  headers: { "X-Colour": "red" },
  body: {},
  text: '{"event":{}}',
  error: 1,
  value: { status: 200, body: { event: {} } },
  refusal: { status: 200, body: {} },
  toJSON: () => ({}),
};

const restore = (): void => {
  for (const name of Object.keys(pollutions)) Reflect.deleteProperty(Object.prototype, name);
};
afterEach(restore);

const fail: Handler = () => {
  throw new Error("x");
};
const answer: Handler = () => ({ scanCode: { recognized: true } });

async function receive(handler: Handler, pollute = () => undefined) {
  const stage = createStage();
  stage.handler = (context) => {
    pollute();
    return handler(context);
  };
  const receiver = createReceiver(createOptions(stage, {}));
  const answered = await receiver.receive(toRawRequest(post()));
  restore();
  return answered;
}

it.each(Object.entries(pollutions))(
  "the answer is the same if all objects have a property %s",
  async (name, value) => {
    for (const handler of [answer, fail]) {
      const pollute = () =>
        void Object.defineProperty(Object.prototype, name, {
          value,
          enumerable: true,
          configurable: true,
          writable: true,
        });
      // An answer with a toJSON is refused.
      expect(await receive(handler, pollute)).toEqual(await receive(name === "toJSON" ? fail : handler));
    }
  },
);
