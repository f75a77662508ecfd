import type { ServerResponse } from "node:http";

/** Server-sent events for the browsers that have a page open. */
export interface EventStream {
  readonly connect: (response: ServerResponse) => void;
  /** Sends what has changed. Changes in quick succession are sent together. */
  readonly push: () => void;
  /** True if no browser is connected. */
  readonly isIdle: () => boolean;
  readonly close: () => void;
}

interface StreamOptions {
  /** Hides secrets in what a page gets. */
  readonly hide: (text: string) => string;
  /** The first message for a browser. */
  readonly readState: () => object;
  /** The next message for all browsers. Default: the state. */
  readonly readChange?: () => object;
}

/** In milliseconds. */
const pause = 20;

/** In bytes for one page: more than the largest state. */
const maxQueued = 32 * 2 ** 20;

export function createEventStream({ hide, readState, readChange = readState }: StreamOptions): EventStream {
  const listeners = new Set<ServerResponse>();
  let timer: NodeJS.Timeout | undefined;
  const format = (value: object): string => `data: ${hide(JSON.stringify(value))}\n\n`;
  const send = (): void => {
    timer = undefined;
    try {
      const change = readChange();
      if (listeners.size === 0) return;
      const text = format(change);
      for (const each of listeners) {
        // A page that does not read gets the state when it connects again.
        if (each.writableLength > maxQueued) each.destroy();
        else each.write(text);
      }
    } catch {
      // A bug of ours. The page shows that the program does not respond.
      for (const each of listeners) each.end();
    }
  };
  return {
    connect: (response) => {
      const state = format(readState());
      response.writeHead(200, { "Content-Type": "text/event-stream" }).write(state);
      response.on("close", () => listeners.delete(response));
      listeners.add(response);
    },
    push: () => {
      timer ??= setTimeout(send, pause);
    },
    isIdle: () => listeners.size === 0,
    close: () => clearTimeout(timer),
  };
}
