import type { IncomingMessage } from "node:http";
import { expectTypeOf } from "vitest";
import type { RawRequest } from "../../../../templates/receiver/api/raw-message.js";
import type { ErrorRequest, Options, Requests, Responses } from "../fixture.js";

// `tsc` is the judge here, and nobody runs this: what may not compile has to be an error, or its directive is one.
type Handlers = Options["handlers"];

declare const isKnown: boolean;
const receiptFooter = { textBefore: "x" };

// Handlers: give each event its own request and name.
{
  ({
    scanCode: ({ request, eventName, version, signal }) => {
      expectTypeOf(request).toEqualTypeOf<Requests["scanCode"]>();
      expectTypeOf(eventName).toEqualTypeOf<"scanCode">();
      expectTypeOf(version).toEqualTypeOf<string | undefined>();
      expectTypeOf(signal).toEqualTypeOf<AbortSignal>();
    },
    completeSession: async ({ request: { completeSession } }) => {
      expectTypeOf(completeSession).toEqualTypeOf<{ payments: unknown[] } | undefined>();
      return Promise.resolve({ receiptFooter });
    },
  }) satisfies Handlers;
}

// Take a response, nothing, or either.
{
  const response: Responses["scanCode"] = { scanCode: { recognized: true } };
  ({ scanCode: () => response }) satisfies Handlers;
  ({ scanCode: () => undefined }) satisfies Handlers;
  ({ scanCode: () => ({}) }) satisfies Handlers;
  ({ scanCode: () => {} }) satisfies Handlers; // eslint-disable-line @typescript-eslint/no-empty-function
  ({ scanCode: () => Promise.reject(new Error()) }) satisfies Handlers;
  ({ scanCode: async () => await Promise.resolve(response) }) satisfies Handlers;
  ({ scanCode: async () => (isKnown ? await Promise.resolve(response) : undefined) }) satisfies Handlers;
  ({ scanCode: undefined }) satisfies Handlers;
  const early: Handlers = {
    scanCode: async ({ request }) => {
      if (request.scanCode.codeType === "rfid") return;
      return Promise.resolve({ scanCode: { recognized: true } });
    },
  };
  const mixed: Handlers = {
    async scanCode({ log }) {
      if (isKnown) return { scanCode: { recognized: await Promise.resolve(true) } };
      log.info({}, "not known");
    },
  };
  expectTypeOf([early, mixed]).toEqualTypeOf<Handlers[]>();
}

// Take an error from any event.
{
  ({
    scanCode: () => ({ error: { code: "X", message: "x" } }),
    backgroundPoll: () => ({ error: { code: "X", message: "x" } }),
  }) satisfies Handlers;
}

// Refuse another event's property, wherever it comes from.
{
  // @ts-expect-error -- not in a scanCode answer
  ({ scanCode: () => ({ receiptFooter }) }) satisfies Handlers;
  // @ts-expect-error -- nor later
  ({ scanCode: async () => Promise.resolve({ receiptFooter }) }) satisfies Handlers;
  const other = { message: [], receiptFooter };
  // @ts-expect-error -- nor sometimes
  ({ scanCode: () => (isKnown ? { message: [] } : other) }) satisfies Handlers;
  // @ts-expect-error -- nor sometimes, beside nothing
  ({ scanCode: () => (isKnown ? {} : { receiptFooter }) }) satisfies Handlers;
  // @ts-expect-error -- nor sometimes, beside undefined, later
  ({ scanCode: async () => Promise.resolve(isKnown ? undefined : { receiptFooter }) }) satisfies Handlers;
  ({
    // @ts-expect-error -- nor from one of several returns
    scanCode: () => {
      if (isKnown) return { scanCode: { recognized: true } };
      const answer = { receiptFooter };
      return answer;
    },
    // @ts-expect-error -- nor from one of several returns, later, beside nothing
    completeSession: async () => {
      await Promise.resolve();
      if (isKnown) return;
      const answer = { scanCode: { recognized: true } };
      return answer;
    },
  }) satisfies Handlers;
}

// Refuse a nested property that this fleet may not send.
{
  // @ts-expect-error -- label is never
  ({ scanCode: () => ({ scanCode: { recognized: true, label: "x" } }) }) satisfies Handlers;
  const scanCode = { recognized: true, label: "x" };
  // @ts-expect-error -- label is never, also in what was inferred before
  ({ scanCode: async () => Promise.resolve({ scanCode }) }) satisfies Handlers;
}

// Refuse an event that is not there, and a wrong type.
{
  // @ts-expect-error -- no such event
  ({ scancode: () => ({}) }) satisfies Handlers;
  // @ts-expect-error -- recognized is a boolean
  ({ scanCode: () => ({ scanCode: { recognized: "yes" } }) }) satisfies Handlers;
  // @ts-expect-error -- text is no answer
  ({ scanCode: () => "yes" }) satisfies Handlers;
}

// Give onError the report.
{
  const onError: Options["onError"] = ({ error, original }) => {
    expectTypeOf(error).toEqualTypeOf<ErrorRequest["error"]>();
    expectTypeOf(original).toEqualTypeOf<ErrorRequest["original"]>();
  };
  expectTypeOf(onError).toExtend<Options["onError"]>();
}

// Take a list of secrets, and a function of subscriptions.
{
  ({ "shop-12": { secret: ["a", "b"], version: "59" } }) satisfies Options["subscriptions"];
  ((id: string) => Promise.resolve(id === "x" ? { secret: "a" } : null)) satisfies Options["subscriptions"];
  // @ts-expect-error -- a secret is needed
  ({ "shop-12": { version: "59" } }) satisfies Options["subscriptions"];
}

// Take a Buffer and a stream for a body.
{
  expectTypeOf<Buffer>().toExtend<RawRequest["body"]>();
  expectTypeOf<IncomingMessage>().toExtend<RawRequest["body"]>();
}
