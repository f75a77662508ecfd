import { createServer, type RequestListener } from "node:http";
import { expect, onTestFinished } from "vitest";
import type { MplusOptions } from "../../../generated/receiver/index.js";
import { createOptions } from "../../conformance/setups.js";
import { createStage } from "../../conformance/stage.js";
import { drive, type Opened } from "../../conformance/targets/target.js";

/** A shop that recognizes every scan, and its log. */
export function createShop(changes: Partial<MplusOptions> = {}) {
  const stage = createStage();
  return { options: createOptions(stage, changes), lines: stage.lines };
}

/** Serves an app until the test ends. */
export async function serve(listen: RequestListener): Promise<Opened> {
  const opened = await drive(createServer(listen), () => Promise.resolve());
  onTestFinished(opened.end);
  return opened;
}

/** What the log says of a body that something else has read. */
export const readBefore = [
  { level: "error", message: expect.stringContaining("before it reached") as string },
];
