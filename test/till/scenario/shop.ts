import { createServer } from "node:http";
import { toFetchHandler } from "../../../generated/fetch/index.js";
import { createMplusListener } from "../../../generated/node/index.js";
import { createReceiver, type MplusOptions } from "../../../generated/receiver/index.js";
import { secret, signatureOf } from "../../conformance/signature.js";
import { listen } from "../doctor/servers/serve.js";

export { secret };

export type Handlers = MplusOptions["handlers"];

/** A small café. It asks for a size, knows a card, waits for an approval, and says thanks. */
export function createCafe(): Handlers {
  let polls = 0;
  return {
    addSessionLine: ({ request: { addSessionLine, dialog: chosen } }) => {
      const { lineId } = addSessionLine.line;
      if (!chosen) {
        const dialogOptions = ["Small", "Large"].map((optionName, optionId) => ({ optionId, optionName }));
        const dialog = { dialogTitle: "Which size?", dialogOptions };
        return { dialog: { ...dialog, required: true, allowMultipleOptions: false } };
      }
      if (chosen.selectedDialogOptionIds[0] !== 1) return {};
      const discountId = "0b6c3b0e-94c3-4d4e-8cb7-3a3a1f0f7a10";
      const externalDiscount = { discountId, discountAmount: 0.5, discountDescription: "Large" };
      return { lineChanges: [{ lineId, externalDiscount }] };
    },
    scanCode: ({ request: { scanCode } }) =>
      scanCode.scannedCode === "2900004815168"
        ? { scanCode: { recognized: true, relationNumber: 12 } }
        : { scanCode: { recognized: false } },
    startPayment: ({ request: { event } }) => {
      polls = event.eventPolling === true ? polls + 1 : 0;
      return { polling: { finished: polls > 300 } };
    },
    completeSession: () => ({ receiptFooter: { textBefore: "Thank you" } }),
  };
}

export function carryTo(handlers: Handlers, options: Partial<MplusOptions> = {}): typeof fetch {
  const receiver = createReceiver({ subscriptions: { "shop-12": { secret } }, handlers, ...options });
  const handle = toFetchHandler(receiver, "/mplus");
  return (input, init) => handle(new Request(input, init));
}

export async function withShop(handlers: Handlers, use: (url: string) => Promise<void>): Promise<void> {
  const listener = createMplusListener({
    subscriptions: { "shop-12": { secret } },
    handlers,
    basePath: "/mplus",
  });
  const { host, close } = await listen(createServer(listener));
  await use(`http://${host}/mplus`).finally(close);
}

/** A receiver that gives every request the same answer. The signature is correct, unless `headers` replace it. */
export const answerWith =
  (body: string, headers: Readonly<Record<string, string>> = {}): typeof fetch =>
  () => {
    const signature = { "X-Mplus-Signature": signatureOf(body) };
    const all = { "Content-Type": "application/json", ...signature, ...headers };
    return Promise.resolve(new Response(body, { headers: all }));
  };
