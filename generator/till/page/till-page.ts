import { createEventStream } from "./event-stream.js";
import type { JsonObject } from "../../base/json.js";
import { makeOfferSample } from "./event-offers.js";
import { changeScenario } from "./live-scenario.js";
import {
  changeLiveTill,
  closeLiveTill,
  doStep,
  openLiveTill,
  readExchangeText,
  sendAgain,
  type LiveTillOptions,
} from "./live-till.js";
import { formatSale } from "./saved-sale.js";
import { createHide, openPageServer, type PageRoom, type PageServerOptions } from "./page-server.js";
import { describePageState, type Drawings } from "./till-state.js";

export interface TillPageOptions extends LiveTillOptions, Pick<PageServerOptions, "port" | "files"> {}

export type TillPage = Awaited<ReturnType<typeof openTillPage>>;

/**
 * Serves a till as a page.
 * @throws TillError if an option is invalid, or a system error if the port is unavailable
 */
export async function openTillPage({ port, files, ...options }: TillPageOptions) {
  const till = openTillRoom(options);
  const aliases = new Map([["", "till.html"]]);
  const { url, close } = await openPageServer({ port, files, aliases, rooms: [till.room] });
  return {
    url,
    release: till.release,
    close: async (): Promise<void> => {
      await close();
      await till.close();
    },
  };
}

/** What the page of a till asks of the program. */
export function openTillRoom(options: LiveTillOptions) {
  const drawings: Drawings = new Map();
  const hide = createHide([options.till.secret, options.otherShop?.secret]);
  const stream = createEventStream({ hide, readState: () => describePageState(liveTill, drawings) });
  const liveTill = openLiveTill(options, stream.push);
  const room: PageRoom = {
    streams: new Map([["state", stream]]),
    hide,
    read: (path) => {
      if (path === "sale.yaml") return formatSale(liveTill.run, liveTill);
      const [, event] = /^sample\/(\w+)$/.exec(path) ?? [];
      if (event !== undefined) return formatSample(makeOfferSample(event, liveTill.run, liveTill.contract));
      const [, id, part] = /^exchange\/(\d+)\/(request|answer|curl)$/.exec(path) ?? [];
      return part === undefined ? undefined : readExchangeText(liveTill, Number(id), part);
    },
    jobs: new Map([
      ["step", (asked) => doStep(liveTill, asked)],
      ["change", (asked) => changeLiveTill(liveTill, asked)],
      ["again", (asked) => sendAgain(liveTill, asked)],
      ["scenario", (asked) => changeScenario(liveTill, asked)],
    ]),
  };
  return {
    room,
    release: liveTill.run.till.release,
    close: async (): Promise<void> => {
      stream.close();
      await closeLiveTill(liveTill);
    },
  };
}

/** Empty if there is nothing to fill in. */
const formatSample = (parts: JsonObject): string =>
  Object.keys(parts).length > 0 ? JSON.stringify(parts, undefined, 2) : "";
