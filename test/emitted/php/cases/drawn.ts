import { createEventNameReader } from "../../../../generated/receiver/protocol/request.js";
import { toHeaderLines } from "../../../conformance/wire.js";
import { drawRequest } from "../../../fuzz/requests/requests.js";
import type { Draw } from "../../../workbench/draw.js";
import type { Exchange } from "../pair.js";

const readEventName = createEventNameReader("/mplus");

/** Requests that differ from those of a POS in several ways, as servers give them to a receiver. */
export function drawRaw(draw: Draw, amount: number): readonly Exchange[] {
  return Array.from({ length: amount }, (_, index) => {
    const request = drawRequest(draw);
    const { method, path, body } = request;
    const lines = toHeaderLines({ ...request, framing: "chunked" });
    const headers: Record<string, string | string[] | null> = {
      "x-mplus-subscription-id": null,
      "x-mplus-signature": null,
      "content-type": null,
    };
    for (const [name, value] of lines) {
      const values = [headers[name.toLowerCase()] ?? [], value.trim()].flat();
      headers[name.toLowerCase()] = values.length > 1 ? values : (values[0] ?? "");
    }
    const event = readEventName(path) ?? "";
    return { name: `request ${index}: ${method} ${path.slice(0, 60)}`, method, event, path, headers, body };
  });
}
