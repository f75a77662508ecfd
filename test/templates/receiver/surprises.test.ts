import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createReceiver, sign, type Log } from "../../../generated/receiver/index.js";
import { fencedBlocks } from "../../cli/running.js";

const guide = readFileSync(join(import.meta.dirname, "../../../docs/receiver.md"), "utf8");
const section = /^## When a shop surprises you$.*/ms.exec(guide)?.[0] ?? "";
const [shown = ""] = fencedBlocks(section, "json");
const [handled = "", refused = ""] = fencedBlocks(section, "text");

const secret = "eFc5HrxwLbONJ+EYXrbHB+a9HueYIQzotgKRLRVAfx0=";

async function send(body: string) {
  const told: string[] = [];
  const tell = (who: string, what: string): void => void told.push(`${who.padEnd(10)} ${what}\n`);
  const seen: unknown[] = [];
  const write =
    (level: keyof Log) =>
    (_: unknown, message: string): void =>
      tell(level, message);
  const receiver = createReceiver({
    subscriptions: { "shop-12": { secret } },
    handlers: { scanCode: ({ request }) => void seen.push(request) },
    log: { debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") },
    onUnknown: ({ path, message }) => tell("onUnknown", `${path}: ${message}`),
  });
  const headers = new Map([
    ["x-mplus-subscription-id", "shop-12"],
    ["x-mplus-signature", sign(body, secret)],
    ["content-type", "application/json"],
  ]);
  const { status, body: answer } = await receiver.receive({
    method: "POST",
    event: "scanCode",
    header: (name) => headers.get(name),
    body: Buffer.from(body),
  });
  if (status !== 200) tell("answer", `${status} ${answer}`);
  return { seen, told: told.join("") };
}

describe("the page on the receiver shows what really comes of a surprise:", () => {
  it("what nobody documents is left out and reported", async () => {
    const { seen, told } = await send(shown);
    expect(told).toBe(handled);
    const { sender, ...others } = JSON.parse(shown) as Record<string, object>;
    expect(seen).toEqual([{ ...others, sender: { branchNumber: 1, workplaceNumber: 2, mood: "good" } }]);
    expect(sender).toMatchObject({ employeeNumber: "Anna", instanceId: null });
  });

  it("what is documented is refused", async () => {
    const { seen, told } = await send(shown.replace('"LOYAL-42"', "42"));
    expect(told).toBe(refused);
    expect(seen).toEqual([]);
  });
});
