import { expect, it } from "vitest";
import { createEventNameReader } from "../../../../templates/copied/receiver/protocol/request.js";
import paths from "./event-paths.json" with { type: "json" };

it.each(paths)("below %j, the target %j names the event %j", (base, target, event) => {
  expect(createEventNameReader(base ?? undefined)(target ?? undefined) ?? null).toBe(event);
});
