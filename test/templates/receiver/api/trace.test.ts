import { expect, it } from "vitest";
import { createTrace } from "../../../../templates/copied/receiver/log.js";
import type { ExchangeBodies } from "../../../../templates/copied/receiver/log.js";
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

it.each<[string, ExchangeBodies, line: string]>([
  [
    "has line ends of a body on one line",
    { request: '{\r\n "a": "x\\ny"\n}', answer: "{}" },
    '"request":{  "a": "x\\ny" }',
  ],
  [
    "has what ends lines in JavaScript on one line",
    { request: '{"a":"\u2028"}', answer: "{}" },
    '{"a":"\u2028"}',
  ],
  [
    "loses no digit of a long number",
    { request: '{"a":9007199254740993}', answer: "" },
    '{"a":9007199254740993},"answer":null}',
  ],
])("a trace %s", (_name, bodies, want) => {
  const lines: string[] = [];
  const { onAnswered } = createTrace((line) => lines.push(line));
  const outcome = {
    status: 200,
    code: undefined,
    subscriptionId: "shop-12",
    duration: 5,
    handlerDuration: 1,
  };
  onAnswered?.({ eventName: "scanCode" }, { ...outcome, readBodies: () => bodies });
  expect(lines).toEqual([expect.stringMatching(/^[^\n]*\n$/)]);
  expect(lines[0]?.replaceAll("\r", "")).toContain(want);
});
