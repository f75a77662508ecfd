import { expect, it } from "vitest";
import { createReceiver } from "../../generated/receiver/index.js";
import { loadRealModel } from "../workbench/real-spec.js";
import { contractCases, wireCases } from "./cases/all.js";
import { post } from "./requests.js";
import { createOptions } from "./setups.js";
import { createStage } from "./stage.js";
import { toRawRequest } from "./targets/receiver.js";

const isSigned = (headers: object) => "x-mplus-signature" in headers;
const signed = [...wireCases, ...contractCases].filter(({ answer }) => isSigned(answer.headers));
const texts = [...new Set(signed.map(({ answer }) => answer.body))];

it.each(["refuse", "report"] as const)(
  "takes no signed answer for a request, at any event, with invalidRequests: %s",
  async (invalidRequests) => {
    const events = loadRealModel().events.map(({ name }) => name);
    const stage = createStage();
    stage.handler = () => expect.fail("something of the user's was called");
    const receiver = createReceiver(createOptions(stage, { invalidRequests }));
    const taken: string[] = [];
    for (const body of texts) {
      for (const event of events) {
        const { status } = await receiver.receive(toRawRequest(post({ event, body })));
        if (status !== 400) taken.push(`${event} ${body}`);
      }
    }
    expect(texts.length).toBeGreaterThan(30);
    expect(taken).toEqual([]);
  },
);
