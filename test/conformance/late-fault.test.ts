import { once } from "node:events";
import { expect, it } from "vitest";
import { createReceiver } from "../../generated/receiver/index.js";
import { throwUnreadable } from "./cases/handlers.js";
import { post } from "./requests.js";
import { createOptions } from "./setups.js";
import { createStage } from "./stage.js";
import { toRawRequest } from "./targets/receiver.js";

it("logs an error that cannot be read, even if the answer has gone", async () => {
  const stage = createStage();
  stage.handler = async ({ signal }) => {
    await once(signal, "abort");
    throwUnreadable();
  };
  const receiver = createReceiver(createOptions(stage, { handlerTimeout: 5 }));
  expect(await receiver.receive(toRawRequest(post()))).toMatchObject({ status: 500 });
  await receiver.close();
  const messages = stage.lines.filter(({ level }) => level === "error").map(({ message }) => message);
  expect(messages).toEqual([
    "the scanCode handler took more than 5 ms",
    "the scanCode handler failed after the answer was sent: the message of the thrown error cannot be read",
  ]);
});
