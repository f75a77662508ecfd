import type { SeenExchange } from "../engine/seen-exchange.js";
import type { ExchangeReport } from "../report/exchange-report.js";
import { createEventStream } from "./event-stream.js";
import { readText } from "./exchange-log.js";
import type { LiveTillOptions } from "./live-till.js";
import {
  clearTraffic,
  describeChange,
  describeSeen,
  describeTraffic,
  openLiveTraffic,
  sendSeenAgain,
  showSeen,
  type LiveTrafficOptions,
  type TrafficChange,
} from "./live-traffic.js";
import {
  createHide,
  openPageServer,
  type PageJob,
  type PageRoom,
  type PageServerOptions,
} from "./page-server.js";
import { saveAsScenario } from "./save-exchange.js";
import { openTillRoom } from "./till-page.js";

export interface TrafficPageOptions extends Pick<PageServerOptions, "port" | "files"> {
  readonly traffic: LiveTrafficOptions;
  /** A till at the same server, on a page of its own. */
  readonly till: LiveTillOptions;
}

export type TrafficPage = Awaited<ReturnType<typeof openTrafficPage>>;

/**
 * Serves live traffic as a page, and beside it the page of a till.
 * @throws TillError if an option is invalid, or a system error if the port is unavailable
 */
export async function openTrafficPage({ port, files, ...options }: TrafficPageOptions) {
  const till = openTillRoom(options.till);
  const traffic = openTrafficRoom(options.traffic);
  const aliases = new Map([
    ["", "traffic.html"],
    ["till", "till.html"],
  ]);
  const rooms = [traffic.room, till.room];
  const { url, close } = await openPageServer({ port, files, aliases, rooms });
  return {
    url,
    show: traffic.show,
    close: async (): Promise<void> => {
      await close();
      traffic.close();
      await till.close();
    },
  };
}

function openTrafficRoom(options: LiveTrafficOptions) {
  let change: TrafficChange = noChange;
  const hide = createHide([options.secret]);
  const stream = createEventStream({
    hide,
    readState: () => describeTraffic(traffic),
    readChange: () => {
      const latest = describeChange(change);
      change = noChange;
      return latest;
    },
  });
  const traffic = openLiveTraffic(options, ({ added, removed }) => {
    // A browser that connects later gets the state.
    if (stream.isIdle()) return;
    change = { added: [...change.added, ...added], removed: [...change.removed, ...removed] };
    stream.push();
  });
  const room: PageRoom = {
    streams: new Map([["traffic", stream]]),
    hide,
    read: (path) => {
      const [, detail] = /^traffic\/(\d+)$/.exec(path) ?? [];
      if (detail !== undefined) return JSON.stringify(describeSeen(traffic, Number(detail)));
      const [, id, part] = /^traffic\/(\d+)\/(request|answer|curl)$/.exec(path) ?? [];
      return part === undefined ? undefined : readText(traffic.log.find(Number(id)), part, traffic);
    },
    jobs: new Map<string, PageJob>([
      ["traffic/again", async (asked) => ({ id: await sendSeenAgain(traffic, asked) })],
      ["traffic/scenario", (asked) => saveAsScenario(traffic, asked)],
      ["traffic/clear", () => clearTraffic(traffic)],
    ]),
  };
  return {
    room,
    show: (seen: SeenExchange, report: ExchangeReport): void => void showSeen(traffic, seen, report),
    close: stream.close,
  };
}

const noChange: TrafficChange = { added: [], removed: [] };
