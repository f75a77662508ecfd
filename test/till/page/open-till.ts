import { readTillPage } from "../../../generator/contract/package/package-files.js";
import { openPage, type OpenPage } from "../../../generator/till/page/page-server.js";
import type { PageState } from "../../../generator/till/page/till-state.js";
import type { JsonObject } from "../../../generator/base/json.js";
import type { TillOptions } from "../../../generator/till/engine/till.js";
import { createObserver } from "../../../generator/till/traffic/observe.js";
import { createResend } from "../../../generator/till/traffic/resend.js";
import type { SeenExchange } from "../../../generator/till/traffic/seen-exchange.js";
import { reader, secret, withShop, type Handlers } from "../desk.js";
import { ownContract } from "../own-spec.js";

export interface OpenTill extends Pick<OpenPage, "url" | "show"> {
  readonly shop: string;
  /** Waits for a state. By default, returns the current one. */
  readonly see: (isWanted?: (state: PageState) => boolean) => Promise<PageState>;
  /** Calls the server as the page does. Returns its error message, or "" if it succeeded. */
  readonly post: (path: "step" | "change" | "again", asked: JsonObject) => Promise<string>;
}

/** Opens a till at a receiver while `use` runs. The till polls without delay. */
export const withTill = (
  handlers: Handlers,
  use: (till: OpenTill) => Promise<void>,
  options: Partial<TillOptions> = {},
  contract = ownContract(),
): Promise<void> =>
  withShop(handlers, async (shop) => {
    const page = await openAt(shop, options, contract);
    await use(toOpenTill(page, shop)).finally(page.close);
  });

export const toOpenTill = ({ url, show }: OpenPage, shop: string): OpenTill => ({
  url,
  show,
  shop,
  post: toPost(url),
  see: (isWanted = () => true) => see(url, isWanted),
});

export const openAt = (
  url: string,
  options: Partial<TillOptions> = {},
  contract = ownContract(),
): Promise<OpenPage> =>
  openPage({
    contract,
    reader: reader(),
    till: { url, subscription: "shop-12", secret, seed: 1, settings: { pollEvery: 1 }, ...options },
    secretEnv: "MPLUS_SECRET",
    resend: createResend({
      ...{ url, secret, deadline: 10_000 },
      observe: createObserver({ contract, secret, findRelease: () => undefined }),
    }),
    port: 0,
    files: readTillPage(),
  });

async function see(url: string, isWanted: (state: PageState) => boolean): Promise<PageState> {
  const reply = await fetch(`${url}/state`);
  let text = "";
  for await (const piece of (reply.body ?? []) as AsyncIterable<Uint8Array>) {
    text += Buffer.from(piece).toString();
    const last = text.split("\n\n").at(-2)?.replace("data: ", "");
    const state = last === undefined ? undefined : (JSON.parse(last) as PageState);
    if (state && isWanted(state)) return state;
  }
  throw new Error("The till ended before its state was as wanted.");
}

const toPost =
  (url: string): OpenTill["post"] =>
  async (path, asked) => {
    const headers = { "Content-Type": "application/json", Origin: url };
    const reply = await fetch(`${url}/${path}`, { method: "POST", headers, body: JSON.stringify(asked) });
    return reply.text();
  };

/** A request of a shop. */
const request = { event: { eventBlocking: true }, session: { sessionId: "sale-of-a-shop" }, scanCode: {} };

/** An exchange of a shop, as an observer reports it. */
export const toSeen = (changes: Partial<SeenExchange> = {}): SeenExchange => ({
  event: "scanCode",
  at: 0,
  url: "https://tunnel.example/mplus/scanCode",
  headers: { "x-mplus-signature": "c2lnbmF0dXJl" },
  body: JSON.stringify(request),
  request,
  leftOut: [],
  reply: { status: 200, headers: { "content-type": "application/json" }, body: "{}" },
  verdict: { kind: "taken", answer: {} },
  unused: [],
  notes: [{ path: "", message: "Odd, but taken." }],
  subscription: "shop-77",
  source: "shop",
  isVerified: true,
  isAnswerVerified: true,
  runs: "v57 or later",
  unknown: [{ path: "/x", message: "No release has `x`." }],
  ...changes,
});
