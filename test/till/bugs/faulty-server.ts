import type { JsonObject } from "../../../generator/base/json.js";
import { signatureOf } from "../../conformance/signature.js";
import { http, type Incoming } from "../doctor/servers/serve.js";
import type { OpenShop } from "../proof/open-shop.js";
import type { Asked, Bug, WireReply } from "./bug.js";

/** Starts a proxy in front of the example that adds a bug to its responses. */
export async function startFaultyServer(bug: Pick<Bug, "at" | "answer" | "reply">, shop: OpenShop) {
  const seen = new Map<string, number>();
  const { host, close } = await http(async (incoming) => {
    const event = incoming.path.split("/").at(-1) ?? "";
    const before = seen.get(event) ?? 0;
    seen.set(event, before + 1);
    const reply = await passOn(shop, event, incoming);
    const asked = { event, request: JSON.parse(incoming.body.toString()) as JsonObject, before };
    // The till ignores the answer to an error report.
    const isSpoilt = (bug.at === undefined || bug.at === event) && !("original" in asked.request);
    const faulty = isSpoilt ? spoil(bug, reply, asked) : reply;
    return faulty ?? new Promise<never>(() => undefined);
  })();
  return { url: `http://${host}/mplus`, end: close };
}

async function passOn(shop: OpenShop, event: string, { headers, body }: Incoming): Promise<WireReply> {
  const names = ["content-type", "x-mplus-subscription-id", "x-mplus-signature"];
  const response = await (shop.fetch ?? fetch)(`${shop.url}/${event}`, {
    method: "POST",
    headers: Object.fromEntries(names.map((name) => [name, String(headers[name])])),
    body: new Uint8Array(body),
  });
  const text = await response.text();
  // A changed body may have another length.
  const kept = [...response.headers].filter(([name]) => name !== "content-length");
  return { status: response.status, headers: Object.fromEntries(kept), body: text };
}

function spoil(
  { answer, reply = keep }: Pick<Bug, "answer" | "reply">,
  good: WireReply,
  asked: Asked,
): WireReply | undefined {
  if (!answer) return reply(good, asked);
  const body = JSON.stringify(answer(JSON.parse(good.body) as JsonObject, asked));
  return reply(
    { ...good, headers: { ...good.headers, "x-mplus-signature": signatureOf(body) }, body },
    asked,
  );
}

const keep = (reply: WireReply): WireReply => reply;
