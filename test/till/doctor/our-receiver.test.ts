import { createServer, type RequestListener } from "node:http";
import express, { type Express, type RequestHandler } from "express";
import { expect, it } from "vitest";
import { createMplusRouter } from "../../../generated/express/index.js";
import { mountExpress5 } from "../../conformance/targets/express.js";
import { onServer } from "../../conformance/targets/target.js";
import { examineServer } from "./examination.js";
import { examineTarget, expectAllWell } from "./our-shops.js";
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

it("the doctor finds nothing wrong with a generated receiver, and says which answers need Blocking", async () => {
  const { findings, lines } = await examineRouter();
  expect(findings.filter(({ state, probe }) => state !== "well" && probe.id !== "pace")).toEqual([]);
  expect(findings.find(({ probe }) => probe.id === "non-blocking")?.saw).toBe(
    'Yes, but without "scanCode", because the POS does not wait. To make it wait, turn on Blocking for scanCode in the webhook settings of the back office.',
  );
  const unsent = "the answer of the scanCode handler was not sent (scanCode)";
  expect(lines).toContainEqual(expect.stringContaining(unsent));
});

it("each probe of the doctor is content with a generated receiver of two shops", async () => {
  const { findings } = await examineTarget(onServer("express 5", mountExpress5));
  expectAllWell(findings);
});

it("the doctor and the log blame a body parser before the router", async () => {
  const { wrong, lines } = await examineRouter(express.json());
  const saw =
    'The receiver reports an error (status 500, "INTERNAL_ERROR: The receiver failed to handle this event.").';
  expect(wrong.map((finding) => [finding.probe.id, finding.saw])).toEqual([["event", saw]]);
  expect(lines).toContainEqual(expect.stringContaining("before express.json()"));
});
