import fc from "fast-check";
import { expect, it } from "vitest";
import { createReceiver } from "../../generated/receiver/index.js";
import { post } from "../conformance/requests.js";
import { createOptions } from "../conformance/setups.js";
import { signatureOf } from "../conformance/signature.js";
import { createStage } from "../conformance/stage.js";
import { toRawRequest } from "../conformance/targets/receiver.js";
import { hold } from "./run.js";

/** Any properties in a handler's answer, and those that only requests may have. */
const names = fc.constantFrom("message", "error", "scanCode", "event", "original", "sender", "session");
const parts = [
  { code: "X", message: "x" },
  [{ message: "x" }],
  { recognized: true },
  { eventCounter: 1 },
  {},
];
const answers = fc.dictionary(names, fc.constantFrom(...parts), { maxKeys: 3 });

it("no answer can be posted back as a request, whatever a handler answers", () =>
  hold({
    law: "reflections",
    values: answers,
    runs: 2000,
    leastDocuments: 300,
    async check(answer, count) {
      const [stage, mirror] = [createStage(), createStage()];
      stage.handler = () => answer;
      mirror.handler = () => expect.fail("an answer was handled");
      const { status, headers, body } = await send(stage, {});
      expect(headers["X-Mplus-Signature"]).toBe(signatureOf(body));
      expect(Object.keys(JSON.parse(body) as object)).not.toEqual(expect.arrayContaining(["event"]));
      for (const event of ["scanCode", "startSession", "backgroundPoll"])
        for (const invalidRequests of ["refuse", "report"] as const)
          expect((await send(mirror, { event, body }, { invalidRequests })).status).toBe(400);
      if (status !== 500) count.documents += 1;
    },
  }));

const send = (stage: ReturnType<typeof createStage>, ...[change, options = {}]: Args) =>
  createReceiver(createOptions(stage, options)).receive(toRawRequest(post(change)));
type Args = [change: Parameters<typeof post>[0], options?: Parameters<typeof createOptions>[1]];
