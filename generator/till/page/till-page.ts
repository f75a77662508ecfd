import { createEventStream } from "./event-stream.js";
import { readText, textParts } from "./exchange-log.js";
import {
  changeLiveTill,
  closeLiveTill,
  doStep,
  openLiveTill,
  sendAgain,
  type LiveTillOptions,
} from "./live-till.js";
import { openPageServer, type PageRoom, type PageServerOptions } from "./page-server.js";
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
  const stream = createEventStream({ readState: () => describePageState(liveTill, drawings) });
  const liveTill = openLiveTill(options, stream.push);
  const exchangePath = new RegExp(`^exchange/(\\d+)/(${textParts.join("|")})$`);
  const room: PageRoom = {
    streams: new Map([["state", stream]]),
    read: (path) => {
      const [, id, part] = exchangePath.exec(path) ?? [];
      if (part === undefined) return undefined;
      const { url } = liveTill.till;
      return readText(liveTill.wire.find(Number(id)), part, { url, secretEnv: liveTill.secretEnv });
    },
    jobs: new Map([
      ["step", (asked) => doStep(liveTill, asked)],
      ["change", (asked) => changeLiveTill(liveTill, asked)],
      ["again", (asked) => sendAgain(liveTill, asked)],
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
