import { expect, it } from "vitest";
import { createTrace } from "../../../../templates/receiver/api/trace.js";
import type { ExchangeBodies } from "../../../../templates/receiver/api/observer.js";
import { createRequest, createTestReceiver, secret } from "../fixture.js";

const note = (bodies: ExchangeBodies | undefined) => {
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
  return lines;
};

it("a trace has each verified request with its answer, one line each", async () => {
  const lines: string[] = [];
  const { receiver } = createTestReceiver({
    handlers: { scanCode: () => ({ message: [] }) },
    ...createTrace((line) => lines.push(line)),
  });
  const request = createRequest();
  await receiver.receive(request);
  await receiver.receive(createRequest({ headers: { "x-mplus-signature": "x" } }));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^[^\n]*\n$/);
  expect(JSON.parse(lines[0] ?? "")).toEqual({
    at: expect.any(Number) as unknown,
    event: "scanCode",
    subscription: "shop-12",
    status: 200,
    request: JSON.parse(Buffer.from(request.body as Uint8Array).toString()) as unknown,
    answer: { message: [] },
  });
});

it("a trace has no signature and no secret", async () => {
  const lines: string[] = [];
  const { receiver } = createTestReceiver(createTrace((line) => lines.push(line)));
  const request = createRequest();
  await receiver.receive(request);
  const signature = request.header("x-mplus-signature");
  expect(signature).toMatch(/=$/);
  expect(lines.join("")).not.toContain(signature);
  expect(lines.join("")).not.toContain(secret);
});

it.each([
  ["a body with line ends", '{\r\n  "a": "x\\ny"\n}', { a: "x\ny" }],
  ["a body with what ends lines in JavaScript", '{"a":"\u2028"}', { a: "\u2028" }],
])("a trace has on one line %s", (_name, request, want) => {
  const [line = "", ...others] = note({ request, answer: "{}" });
  expect(others).toEqual([]);
  expect(line.indexOf("\n")).toBe(line.length - 1);
  expect(JSON.parse(line)).toMatchObject({ request: want });
});

it("a trace loses no digit of a long number", () => {
  expect(note({ request: '{"articleNumber":9007199254740993}', answer: "" })[0]).toContain(
    '"request":{"articleNumber":9007199254740993},"answer":null}',
  );
});
