import { readPageFiles } from "../../../generator/contract/package/package-files.js";
import { readBuiltInScenarios } from "../../../generator/cli/inputs/scenarios.js";
import type { LiveTillOptions } from "../../../generator/till/page/live-till.js";
import { openTillPage, type TillPage } from "../../../generator/till/page/till-page.js";
import { openTrafficPage } from "../../../generator/till/page/traffic-page.js";
import type { SeenDetail, TrafficState } from "../../../generator/till/page/live-traffic.js";
import { noConsequences } from "../../../generator/till/engine/consequences.js";
import { reportExchange } from "../../../generator/till/report/exchange-report.js";
import type { PageState } from "../../../generator/till/page/till-state.js";
import type { JsonObject } from "../../../generator/base/json.js";
import type { TillContract } from "../../../generator/till/engine/till-set-up.js";
import type { TillOptions } from "../../../generator/till/engine/till-types.js";
import { createObserver } from "../../../generator/till/traffic/observe.js";
import { createResend } from "../../../generator/till/traffic/resend.js";
import type { SeenExchange } from "../../../generator/till/engine/seen-exchange.js";
import { carryTo, reader, secret, withReceiver, withShop, type Handlers } from "../desk.js";
import { ownContract } from "../own-spec.js";

export interface OpenTill extends Pick<TillPage, "url"> {
  readonly shop: string;
  /** Waits for a state. By default, returns the current one. */
  readonly see: (isWanted?: (state: PageState) => boolean) => Promise<PageState>;
  /** Calls the server as the page does. Returns its error message, or "" if it succeeded. */
  readonly post: (path: "step" | "change" | "again" | "scenario", asked: JsonObject) => Promise<string>;
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

/** Opens a till at a receiver that knows two shops. */
export const withTwoShops = (
  use: (till: OpenTill) => Promise<void>,
  handlers: Handlers = {},
): Promise<void> =>
  withReceiver(
    carryTo(handlers, { subscriptions: { "shop-12": { secret }, "shop-13": { secret: otherSecret } } }),
    async (shop) => {
      const resend = toResend(shop, otherSecret);
      const otherShop = {
        subscription: "shop-13",
        secret: otherSecret,
        secretEnv: "MPLUS_OTHER_SECRET",
        resend,
      };
      const page = await openAt(shop, {}, ownContract(), { otherShop });
      await use(toOpenTill(page, shop)).finally(page.close);
    },
  );

export const otherSecret = Buffer.alloc(32, 7).toString("base64");

const toResend = (url: string, key: string, contract = ownContract()) =>
  createResend({
    url,
    secret: key,
    deadline: 10_000,
    observe: createObserver({ contract, secret: key, findRelease: () => undefined }),
  });

export const toOpenTill = ({ url }: Pick<TillPage, "url">, shop: string): OpenTill => ({
  url,
  shop,
  post: toPost(url),
  see: (isWanted = () => true) => see<PageState>(`${url}/state`, isWanted),
});

const toLiveTill = (url: string, options: Partial<TillOptions>, contract: TillContract): LiveTillOptions => ({
  contract,
  reader: reader(),
  till: { url, subscription: "shop-12", secret, seed: 1, settings: { pollEvery: 1 }, ...options },
  secretEnv: "MPLUS_SECRET",
  resend: toResend(url, secret, contract),
  scenarios: readBuiltInScenarios(),
});

export const openAt = (
  url: string,
  options: Partial<TillOptions> = {},
  contract = ownContract(),
  others: Partial<LiveTillOptions> = {},
): Promise<TillPage> =>
  openTillPage({ ...toLiveTill(url, options, contract), ...others, port: 0, files: readPageFiles() });

export interface OpenTraffic extends Pick<OpenTill, "url" | "shop"> {
  readonly show: (seen: SeenExchange) => void;
  /** Waits for the rows. By default, returns the current ones, newest first. */
  readonly see: (isWanted?: (rows: TrafficState["added"]) => boolean) => Promise<TrafficState["added"]>;
  readonly open: (id: number) => Promise<SeenDetail>;
  readonly post: (path: "again" | "clear" | "scenario", asked: JsonObject) => Promise<string>;
}

/** Opens the page of live traffic at a receiver while `use` runs. */
export const withTraffic = (
  handlers: Handlers,
  use: (traffic: OpenTraffic) => Promise<void>,
): Promise<void> =>
  withShop(handlers, async (shop) => {
    const page = await openTrafficAt(shop);
    await use(toOpenTraffic(page, shop)).finally(page.close);
  });

export function openTrafficAt(shop: string) {
  const contract = ownContract();
  const till = { ...toLiveTill(shop, {}, contract), isBesideShops: true };
  const traffic = {
    contract,
    url: shop,
    secret,
    secretEnv: "MPLUS_SECRET",
    reader: reader(),
    findRelease: () => undefined,
    resend: till.resend,
  };
  return openTrafficPage({ port: 0, files: readPageFiles(), traffic, till });
}

export const toOpenTraffic = (
  { url, show }: Awaited<ReturnType<typeof openTrafficAt>>,
  shop: string,
): OpenTraffic => ({
  url,
  shop,
  show: (seen) => show(seen, reportExchange(seen, { contract: ownContract(), secret })),
  see: async (isWanted = () => true) => {
    const isSeen = ({ added }: TrafficState) => isWanted(added.toReversed());
    return (await see<TrafficState>(`${url}/traffic`, isSeen, true)).added.toReversed();
  },
  open: async (id) => (await (await fetch(`${url}/traffic/${id}`)).json()) as SeenDetail,
  post: (path, asked) => toPost(`${url}/traffic`, url)(path, asked),
});

/** Reads a stream, or with `isFirst` only its first message, again and again. */
async function see<State>(url: string, isWanted: (state: State) => boolean, isFirst = false): Promise<State> {
  const reply = await fetch(url);
  let text = "";
  for await (const piece of (reply.body ?? []) as AsyncIterable<Uint8Array>) {
    text += Buffer.from(piece).toString();
    const last = text.split("\n\n").at(-2)?.replace("data: ", "");
    const state = last === undefined ? undefined : (JSON.parse(last) as State);
    if (state && isWanted(state)) return state;
    if (state && isFirst) return see(url, isWanted, isFirst);
  }
  throw new Error("The page ended before its state was as wanted.");
}

const toPost =
  (url: string, origin = url) =>
  async (path: string, asked: JsonObject): Promise<string> => {
    const headers = { "Content-Type": "application/json", Origin: origin };
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
  isEcho: false,
  isVerified: true,
  isAnswerVerified: true,
  runs: "v57 or later",
  unknown: [{ path: "/x", message: "No release has `x`." }],
  consequences: noConsequences,
  ...changes,
});
