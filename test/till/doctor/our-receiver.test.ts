import { createServer, type RequestListener } from "node:http";
import express, { type Express, type RequestHandler } from "express";
import { describe, expect, it } from "vitest";
import { createMplusRouter } from "../../../generated/express/index.js";
import { examineServer } from "./examination.js";
import { secret, subscription } from "./servers/receiver.js";
import { listen } from "./servers/serve.js";

/** Runs the doctor on the generated router behind other middleware. Returns its findings, and the receiver's log. */
async function examineRouter(...before: readonly RequestHandler[]) {
  const lines: string[] = [];
  const note = (_about: object, message: string): void => void lines.push(message);
  const router = createMplusRouter({
    subscriptions: { [subscription]: { secret } },
    handlers: { scanCode: () => ({ scanCode: { recognized: false } }) },
    log: { debug: note, info: note, warn: note, error: note },
  });
  const app = before.reduce<Express>((all, handler) => all.use(handler), express());
  const server = createServer(app.use("/mplus", router) as RequestListener);
  const found = await examineServer(() => listen(server)).finally(() => router.close());
  return { ...found, lines };
}

describe("of a generated receiver, the doctor says", () => {
  it("that nothing is wrong", async () => {
    const { findings } = await examineRouter();
    expect(findings.filter(({ state, probe }) => state !== "well" && probe.id !== "pace")).toEqual([]);
    expect(findings.length).toBeGreaterThan(15);
  });

  it("which answers a till gets only while it waits", async () => {
    const { findings, lines } = await examineRouter();
    expect(findings.find(({ probe }) => probe.id === "non-blocking")?.saw).toBe(
      'Yes, but without "scanCode", because the POS does not wait. To make it wait, turn on Blocking for scanCode in the webhook settings of the back office.',
    );
    expect(lines).toContainEqual(
      expect.stringContaining("the answer of the scanCode handler was not sent (scanCode)"),
    );
  });

  it("that a body parser before it is in its way", async () => {
    const { wrong, lines } = await examineRouter(express.json());
    expect(wrong.map(({ probe, saw }) => [probe.id, saw])).toEqual([
      [
        "event",
        'The receiver reports an error (status 500, "INTERNAL_ERROR: The receiver failed to handle this event.").',
      ],
    ]);
    expect(lines).toContainEqual(expect.stringContaining("before express.json()"));
  });
});
