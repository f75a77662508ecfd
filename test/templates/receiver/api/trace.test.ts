import { expect, it } from "vitest";
import { createTrace } from "../../../../templates/copied/receiver/log.js";
import { createRequest, createTestReceiver, goodBody, secret } from "../fixture.js";

it("a trace has each verified request with its answer, one line each, and no signature or secret", async () => {
  const lines: string[] = [];
  const { receiver, send } = createTestReceiver({
    handlers: { scanCode: () => ({ message: [] }) },
    ...createTrace((line) => lines.push(line)),
  });
  const request = createRequest();
  await receiver.receive(request);
  await send({ headers: { "x-mplus-signature": "x" } });
  expect(lines).toEqual([expect.stringMatching(/^[^\n]*\n$/)]);
  expect(JSON.parse(lines.join(""))).toEqual({
    at: expect.any(Number) as unknown,
    event: "scanCode",
    subscription: "shop-12",
    duration: expect.any(Number) as unknown,
    status: 200,
    request: JSON.parse(goodBody) as unknown,
    answer: { message: [] },
  });
  for (const hidden of [String(request.header("x-mplus-signature")), secret])
    expect(lines.join("")).not.toContain(hidden);
});

it.each<[request: string, answer: string, line: string]>([
  ['{\r\n "a": "x\\ny"\n}', "{}", '"request":{  "a": "x\\ny" },"answer":{}}'],
  ['{"a":"\u2028"}', "{}", '{"a":"\u2028"}'],
  ['{"a":9007199254740993}', "", '{"a":9007199254740993},"answer":null}'],
])("a trace has %j on one line, to the last digit", (request, answer, want) => {
  const lines: string[] = [];
  const { onAnswered } = createTrace((line) => lines.push(line));
  const outcome = {
    status: 200,
    code: undefined,
    subscriptionId: "shop-12",
    duration: 5,
    handlerDuration: 1,
  };
  onAnswered?.({ eventName: "scanCode" }, { ...outcome, readBodies: () => ({ request, answer }) });
  expect(lines).toEqual([expect.stringMatching(/^[^\n]*\n$/)]);
  expect(lines[0]).toContain(want);
});
