import { expect, it } from "vitest";
import { createTrace } from "../../../../templates/copied/receiver/protocol/observe.js";
import { createTestReceiver, goodBody, secret, signedHeaders } from "../fixture.js";

it.each([
  ["line breaks", goodBody.replace("{", '{\r\n"text": "x\\ny",\n')],
  ["a separator that JavaScript counts as a line break", goodBody.replace("{", '{"text":"\u2028",')],
  ["a long number", goodBody.replace("{", '{"number":9007199254740993,')],
])("a trace has each verified request and its answer in a line, without secrets: %s", async (_name, body) => {
  const lines: string[] = [];
  const handlers = { scanCode: () => ({ message: [] }) };
  const { send } = createTestReceiver({ handlers, ...createTrace((line) => lines.push(line)) });
  await send({ body });
  await send({ headers: { "x-mplus-signature": "x" } });
  const [line = "", ...others] = lines;
  expect([others, line]).toEqual([[], expect.stringMatching(/^[^\n\r]*\n$/)]);
  expect(line).toContain(`"request":${body.replace(/[\r\n]+/g, " ")},"answer":{"message":[]}}`);
  const time: unknown = expect.any(Number);
  const facts = { at: time, event: "scanCode", subscription: "shop-12", duration: time, status: 200 };
  expect(JSON.parse(line)).toMatchObject(facts);
  for (const hidden of [signedHeaders(body)["x-mplus-signature"], secret]) expect(line).not.toContain(hidden);
});

it("a trace has null in place of a missing answer", () => {
  const lines: string[] = [];
  const outcome = {
    status: 200,
    code: undefined,
    subscriptionId: "shop-12",
    duration: 5,
    handlerDuration: 1,
  };
  const readBodies = () => ({ request: "{}", answer: "" });
  createTrace((line) => lines.push(line)).onAnswered?.({ eventName: "scanCode" }, { ...outcome, readBodies });
  expect(lines[0]).toContain('"request":{},"answer":null}');
});
