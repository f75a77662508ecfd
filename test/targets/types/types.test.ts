import { describe, expect, it } from "vitest";
import { once } from "../../../generator/base/once.js";
import { types } from "../../../generator/targets/types/types.js";
import { createTargetContext } from "../../laws/judges/emitted.js";
import { layOutFiles } from "../../workbench/emit.js";
import { output } from "../../workbench/outputs.js";
import { readContract } from "../contracts.js";

/** The name of the type that a text declares. */
const nameOf = (declaration: string) => /^export (?:interface|type) (\w+)/m.exec(declaration)?.[1] ?? "";

/** The declarations of a contract by name, as written, with their comments. */
async function declare({ model, viewIn, responses }: ReturnType<typeof readContract>) {
  const files = await types.emit(viewIn(responses[0] ?? "safe"), createTargetContext(model()));
  const texts = await layOutFiles(new Map(files.map(({ path, content }) => [path, content])));
  const declarations = [...texts.values()].flatMap((text) => text.split(/\n\n(?=\/\*\*|export )/));
  return new Map(declarations.map((text) => [nameOf(text), `${text.trimEnd()}\n`]));
}

describe.each(["values", "gated"])("the types of %s.yaml", (file) => {
  const contract = readContract<string>(`${file}.yaml`, import.meta);
  const declarations = once(() => declare(contract));

  it.each(Object.entries(contract.cases))("%s", async (_name, want) => {
    expect((await declarations()).get(nameOf(want))).toBe(want);
  });
});

it("the handler of an event says how well each answer is known to work", async () => {
  const declarations = await declare(readContract("../validators/cases/standings.yaml", import.meta));
  const text = (declarations.get("WebhookRequests") ?? "").replaceAll(/[\s*]+/g, " ");
  const sentences = [...text.matchAll(/Answer: (.*?) See .*?\/ (\w+): /g)].map(
    ([, answer = "", event = ""]) => `${event}: ${answer}`,
  );
  expect(sentences.sort()).toEqual([
    "cancel: `CancelResponse`. Documented for this event: `pay`. Documented for webhooks in general: `error` and `note`. All others: not known for this event.",
    "ping: `PingResponse`. Documented for this event: `pong` and `note`. All others: documented for webhooks in general.",
    "poll: `PollResponse`. Documented for this event: `pay`. All others: not known for this event.",
    "start: `StartResponse`. Documented for this event: `pay`. All others: documented for webhooks in general.",
  ]);
});

it("an answer lists what it lacks, but not what all answers lack", async () => {
  const declarations = await declare(readContract("common.yaml", import.meta));
  expect(declarations.get("CommonResponse")).toContain("late?: undefined;");
  expect(declarations.get("PingResponse")).toContain("own?: undefined;");
  expect(declarations.get("PingResponse")).not.toContain("late");
});

it("the types change in one line where only the oldest release differs", async () => {
  const [older, newer] = await Promise.all(
    (["48..", "50.."] as const).map(async (range) =>
      [...(await layOutFiles(await output(range, { targets: ["types"] }))).values()].join("\n"),
    ),
  );
  const lines = new Set(newer?.split("\n"));
  expect(older?.split("\n").filter((line) => !lines.has(line))).toEqual([
    'export type OldestShop = "your oldest shop runs v48";',
  ]);
});
