import { readTillPage } from "../../../generator/contract/package/package-files.js";
import { openPage, type OpenPage } from "../../../generator/till/page/page-server.js";
import type { PageState } from "../../../generator/till/page/till-state.js";
import type { JsonObject } from "../../../generator/base/json.js";
import type { TillOptions } from "../../../generator/till/engine/till.js";
import { createObserver } from "../../../generator/till/traffic/observe.js";
import { createResend } from "../../../generator/till/traffic/resend.js";
import { reader } from "../scenario/reader.js";
import { secret, withShop, type Handlers } from "../scenario/shop.js";
import { ownContract } from "../own-spec.js";

/** A till whose page is open, as a browser sees it. */
export interface OpenTill extends Pick<OpenPage, "url" | "show"> {
  /** The URL of its receiver. */
  readonly shop: string;
  /** The state once it is as wanted; at once where nothing is. */
  readonly see: (isWanted?: (state: PageState) => boolean) => Promise<PageState>;
  /** What the server says to something that the page asks for; empty: it was done. */
  readonly post: (path: "step" | "change" | "again", asked: JsonObject) => Promise<string>;
}

/** Opens a till at a receiver while it is used; it polls at once. */
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

/** A page as a browser sees it. */
export const toOpenTill = ({ url, show }: OpenPage, shop: string): OpenTill => ({
  url,
  show,
  shop,
  post: toPost(url),
  see: (isWanted = () => true) => see(url, isWanted),
});

/** Opens the page of a till at a receiver. */
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
    makeDocs: () => Promise.resolve(new Map([["events/scanCode.html", "<title>scanCode</title>"]])),
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
