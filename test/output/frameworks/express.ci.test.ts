import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { ExampleModel } from "../../../generator/model/example-model.js";
import { formatRelease } from "../../../generator/time/release.js";
import type { View } from "../../../generator/view/view.js";
import { loadRealModel } from "../../workbench/real-spec.js";
import { open, post, createSignature, type Endpoint, type Reply } from "./express-server.js";
import { makeRunFolder, removeFolder } from "../../workbench/folders.js";

/** The emitted router in a real server: what the POS posts gets to its handler, and the answer comes back signed. */
const { examples } = loadRealModel();
const releases = [...new Set(examples.map(({ release }) => formatRelease(release)))];
const requestsOf = (release: string) =>
  examples.filter((example) => formatRelease(example.release) === release && example.request !== undefined);

describe.each(releases)("an express server for %s", (release) => {
  const folder = makeRunFolder();
  let endpoint: Endpoint;

  beforeAll(async () => {
    endpoint = await open(release, folder);
  });
  afterAll(() => {
    endpoint.close();
    removeFolder(folder);
  });

  const cases = requestsOf(release).map((example) => [example.path, example] as const);

  it.each(cases)("hands %s to its handler, and signs the answer", async (_path, example) => {
    endpoint.calls.length = 0;
    endpoint.answer = example.response;
    const reply = await post(`${endpoint.url}/${example.event}`, toText(example.request));
    // A POS that does not wait gets its answer first; its event comes to the handler all the same.
    await vi.waitFor(
      () => {
        expect(endpoint.calls).toHaveLength(1);
      },
      { timeout: 60_000 },
    );
    expect(endpoint.calls).toMatchObject([
      {
        request: example.request,
        requestProblems: [],
        eventName: example.event,
        subscriptionId: "shop-12",
        version: release,
        hasLog: true,
        isAborted: false,
      },
    ]);
    expect(reply).toEqual({ ...expectedReply(example, endpoint.view), isSigned: true });
  });

  it.each(cases)("refuses %s with a signature over other bytes, or without any", async (_path, example) => {
    endpoint.calls.length = 0;
    const text = toText(example.request);
    const url = `${endpoint.url}/${example.event}`;
    const replies = [
      await post(url, text, createSignature(JSON.stringify(example.request))),
      await post(url, text, "x".repeat(44)),
      await post(url, text, ""),
    ];
    const codes = replies.map(({ body }) => (body as { error?: { code: string } }).error?.code);
    expect(codes).toEqual(["INVALID_SIGNATURE", "INVALID_SIGNATURE", "NO_SIGNATURE"]);
    expect(replies.map(({ status, isSigned }) => ({ status, isSigned }))).toEqual(
      replies.map(() => ({ status: 400, isSigned: false })),
    );
    expect(endpoint.calls).toEqual([]);
  });
});

/** Another body than JSON.stringify would make of it: only the raw bytes have the right signature. */
const toText = (body: unknown): string => `${JSON.stringify(body, null, 1)}\n`;

/**
 * The example's own answer; a POS that polls is told to stop where that says nothing of it, and one that does not
 * wait is answered before the handler; the id of a payment comes back.
 */
function expectedReply({ event, request, response }: ExampleModel, view: View): Omit<Reply, "isSigned"> {
  const { eventPolling, eventBlocking } = (
    request as { event: { eventPolling?: boolean; eventBlocking?: boolean } }
  ).event;
  const answer = (eventBlocking === false ? {} : (response ?? {})) as { error?: unknown; polling?: unknown };
  const { externalPayment } = request as { externalPayment?: { externalPaymentId: string } };
  const echoed =
    externalPayment && "externalPayment" in answer
      ? {
          ...answer,
          externalPayment: {
            externalPaymentId: externalPayment.externalPaymentId,
            ...(answer.externalPayment as object),
          },
        }
      : answer;
  const isOptional = view.events.find(({ name }) => name === event)?.pollingOptional;
  const isAdded = eventPolling === true && isOptional !== true && answer.polling === undefined;
  return {
    status: answer.error === undefined ? 200 : 400,
    body: isAdded ? { ...echoed, polling: { finished: true } } : echoed,
  };
}

describe("the error requests of the examples", () => {
  const reports = examples.filter(({ errorRequest }) => errorRequest !== undefined);
  const folder = makeRunFolder();
  afterAll(() => removeFolder(folder));

  it("are some", () => expect(reports.length).toBeGreaterThan(0));

  it.each(reports.map((example) => [example.path, example] as const))(
    "%s gets to onError",
    async (_path, example) => {
      const endpoint = await open(formatRelease(example.release), folder);
      const reply = await post(`${endpoint.url}/${example.event}`, toText(example.errorRequest));
      endpoint.close();
      expect(reply).toEqual({ status: 200, body: {}, isSigned: true });
      const { error, original } = example.errorRequest as { error: unknown; original: unknown };
      expect(endpoint.calls).toMatchObject([
        { error, original, eventName: example.event, subscriptionId: "shop-12" },
      ]);
    },
  );
});
