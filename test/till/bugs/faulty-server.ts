import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import type { JsonObject } from "../../../generator/json.js";
import { signatureOf } from "../../conformance/signature.js";
import type { OpenShop } from "../proof/open-shop.js";
import type { Asked, Bug, WireReply } from "./bug.js";

/** A server that passes everything on to the example, and sends back what the example would with a bug in it. */
export async function startFaultyServer(bug: Bug, shop: OpenShop) {
  const seen = new Map<string, number>();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const event = request.url?.split("/").at(-1) ?? "";
    const before = seen.get(event) ?? 0;
    seen.set(event, before + 1);
    const body = await buffer(request);
    const reply = await passOn(shop, event, request, body);
    const asked = { request: JSON.parse(body.toString()) as JsonObject, before };
    // The answer to a report is not used, whatever is in it.
    const isSpoilt = (bug.at === undefined || bug.at === event) && !("original" in asked.request);
    const faulty = isSpoilt ? spoil(bug, reply, asked) : reply;
    if (faulty === undefined) return;
    response.writeHead(faulty.status, faulty.headers).end(faulty.body);
  }

  const server = createServer(
    (request, response) => void answer(request, response).catch(() => response.destroy()),
  );
  await once(server.listen(0, "127.0.0.1"), "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/mplus`,
    end: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

async function passOn(
  shop: OpenShop,
  event: string,
  { headers }: IncomingMessage,
  body: Uint8Array<ArrayBuffer>,
): Promise<WireReply> {
  const names = ["content-type", "x-mplus-subscription-id", "x-mplus-signature"];
  const response = await (shop.fetch ?? fetch)(`${shop.url}/${event}`, {
    method: "POST",
    headers: Object.fromEntries(names.map((name) => [name, String(headers[name])])),
    body,
  });
  const text = await response.text();
  return { status: response.status, headers: Object.fromEntries(response.headers), body: text };
}

function spoil({ answer, reply = keep }: Bug, good: WireReply, asked: Asked): WireReply | undefined {
  if (!answer) return reply(good, asked);
  const body = JSON.stringify(answer(JSON.parse(good.body) as JsonObject, asked));
  return reply(
    { ...good, headers: { ...good.headers, "x-mplus-signature": signatureOf(body) }, body },
    asked,
  );
}

const keep = (reply: WireReply): WireReply => reply;
