import { receiver, type Ways } from "./receiver.js";
import { http, type Outgoing, type Start } from "./serve.js";

/** A server that is not as it should be, and the sentence that names it. */
export interface WrongServer {
  readonly name: string;
  readonly start: Start;
  /** What comes before and after the host in the URL. Default: `http://` and `/mplus`. */
  readonly scheme?: string;
  readonly path?: string;
  /** The complaint, with `HOST` for the host. */
  readonly says: string;
  /** What the doctor says, where that is another sentence; `PORT` for "Port" and its number. */
  readonly doctor?: string;
  readonly id: string;
}

/** Everything right but for what goes out. */
export const sends = (change: (outgoing: Outgoing) => Outgoing): Start => http(receiver({ send: change }));

/** Takes everything, and signs in its own way. */
export const signs = (sign: Ways["sign"]): Start => http(receiver({ refuse: () => undefined, sign }));

/** Sets a header of what goes out. */
export const withHeader = (name: string, value: string) => (outgoing: Outgoing) => ({
  ...outgoing,
  headers: { ...outgoing.headers, [name]: value },
});

/** The same to every request. */
export const fixed = (status: number, headers: Outgoing["headers"], body: Outgoing["body"]): Start =>
  http(() => ({ status, headers, body }));

export const html = { "content-type": "text/html" };

export const json = { "content-type": "application/json" };
