import { createServer, type RequestListener } from "node:http";
import express, { type RequestHandler } from "express";
import { afterEach, describe, expect, it } from "vitest";
import { createMplusRouter, type MplusRouter } from "../../generated/express/index.js";
import { examine } from "../../generator/doctor/examine.js";
import { secret, subscription } from "./servers/receiver.js";
import { listen, type Running } from "./servers/serve.js";
import { patientAt } from "./patient.js";

const open: (() => Promise<unknown>)[] = [];

const lines: string[] = [];

const note = (_about: object, message: string): void => void lines.push(message);

afterEach(async () => {
  lines.splice(0);
  for (const close of open.splice(0)) await close();
});

/** The generated router, behind what stands before it in an app. */
async function start(...before: readonly RequestHandler[]): Promise<Running> {
  const router: MplusRouter = createMplusRouter({
    subscriptions: { [subscription]: { secret } },
    handlers: { scanCode: () => ({ scanCode: { recognized: false } }) },
    log: { debug: note, info: note, warn: note, error: note },
  });
  const app = express();
  for (const handler of before) app.use(handler);
  const running = await listen(createServer(app.use("/mplus", router) as RequestListener));
  open.push(running.close, () => router.close());
  return running;
}

const examineAt = ({ host }: Running) => examine(patientAt(`http://${host}/mplus`));

describe("of a generated receiver, the doctor says", () => {
  it("that nothing is wrong", async () => {
    const findings = await examineAt(await start());
    expect(findings.filter(({ state, probe }) => state !== "well" && probe.id !== "pace")).toEqual([]);
    expect(findings.length).toBeGreaterThan(15);
  });

  it("that a body parser before it is in its way", async () => {
    const findings = await examineAt(await start(express.json()));
    const wrong = findings.filter(({ state }) => state === "wrong");
    expect(wrong.map(({ probe, saw }) => [probe.id, saw])).toEqual([
      [
        "event",
        'The receiver says that it failed (status 500, "INTERNAL_ERROR: The receiver failed to handle this event.").',
      ],
    ]);
    expect(lines).toContainEqual(expect.stringContaining("before express.json()"));
  });
});
