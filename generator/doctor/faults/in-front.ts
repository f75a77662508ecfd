import { quote } from "../../text/quote.js";
import type { Fault, Said } from "../complaint.js";
import { speaksOfSignature, type SeenReply } from "../seen.js";

/** What stands before a receiver and answers in its place, or a URL that leads past it. The first that fits is the one. */
export const inFront: readonly Fault<SeenReply>[] = [
  {
    id: "tunnel",
    when: ({ headers, text, isHtml }) =>
      "ngrok-error-code" in headers ||
      (isHtml && /ngrok|loca\.lt|localtunnel|cloudflared?|trycloudflare/i.test(text)),
    say: ({ headers, status }) => ({
      message: `The tunnel answers in the place of your server (status ${status}${
        headers["ngrok-error-code"] === undefined ? "" : `, ${quote(headers["ngrok-error-code"])}`
      }).`,
      change:
        "Check that the tunnel runs and leads to your server's port, and switch off its warning page: a till cannot click.",
    }),
  },
  {
    id: "trailing-slash",
    when: (seen) => seen.endpoint.endsWith("/") && isLostInSlashes(seen),
    say: ({ sent, status }) => ({
      message: `The URL ends in a slash, so that the till posts to ${getPath(sent.url)}, where there is nothing (status ${status}).`,
      change: "Take the slash from the end of the endpoint URL.",
    }),
  },
  {
    id: "double-slash",
    when: isLostInSlashes,
    say: ({ sent, status }) => ({
      message: `There is nothing at ${getPath(sent.url)} (status ${status}): two slashes stand in a row.`,
      change: "Take one of them out of the endpoint URL.",
    }),
  },
  {
    id: "redirect",
    when: ({ status, headers }) => isRedirect(status) && headers["location"] !== undefined,
    say: sayWhereItLeads,
  },
  {
    id: "tls",
    when: ({ status, text }) =>
      status === 400 && /plain HTTP(?: request was sent)? to|HTTP request to an HTTPS/i.test(text),
    say: ({ endpoint }) => ({
      message: `The server speaks https at the port of ${endpoint}, and the URL says http.`,
      change: "Begin the URL with https://.",
    }),
  },
  {
    id: "login",
    when: ({ isHtml, text }) => isHtml && /type=["']?password/i.test(text),
    say: ({ status }) => ({
      message: `A login page came (status ${status}): something before your receiver wants a password.`,
      change: "Take the path of the receiver out of what needs a login: its requests are signed.",
    }),
  },
  {
    id: "access",
    when: ({ status, error, text }) =>
      [401, 403, 407].includes(status) && error === undefined && !speaksOfSignature(text),
    say: ({ status, headers }) => ({
      message: `Access is denied (status ${status})${
        headers["www-authenticate"] === undefined
          ? ", by something before the receiver or by the receiver itself"
          : ` by something before the receiver, which wants ${quote(headers["www-authenticate"])}`
      }.`,
      change:
        "Let POST requests to this path through without a login, CSRF token or bot check; the receiver checks the signature.",
    }),
  },
  {
    id: "event-in-url",
    when: ({ status, endpoint, event }) =>
      status === 404 && endpoint.replace(/\/$/, "").endsWith(`/${event}`),
    say: ({ sent, event }) => ({
      message: `The URL ends in ${event} already, so that the till posts to ${getPath(sent.url)}.`,
      change: "Take the event from the end of the endpoint URL: a till appends it.",
    }),
  },
  {
    id: "path-missing",
    when: ({ status, endpoint, error }) => status === 404 && error === undefined && getPath(endpoint) === "/",
    say: ({ sent }) => ({
      message: `There is nothing at ${getPath(sent.url)} (status 404), and the endpoint URL has no path.`,
      change: "Add the path that your receiver is mounted at, such as /mplus.",
    }),
  },
  {
    id: "not-found",
    when: ({ status, error }) => status === 404 && error === undefined,
    say: ({ sent }) => ({
      message: `The server runs, and has nothing at ${getPath(sent.url)} for POST (status 404).`,
      change: "Compare the path with the one that your receiver is mounted at; upper and lower case count.",
    }),
  },
  {
    id: "method",
    when: ({ status }) => status === 405 || status === 501,
    say: ({ sent, headers, status }) => ({
      message: `${getPath(sent.url)} does not take POST (status ${status}${
        headers["allow"] === undefined ? "" : `, it takes ${quote(headers["allow"])}`
      }).`,
      change: "Route POST requests to the receiver; a server of static files answers so.",
    }),
  },
];

const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status);

function isLostInSlashes({ sent, status }: SeenReply): boolean {
  return getPath(sent.url).includes("//") && (isRedirect(status) || status === 404);
}

const getPath = (url: string): string => (URL.canParse(url) ? new URL(url).pathname : url);

function sayWhereItLeads({ status, headers, sent, event, endpoint }: SeenReply): Said {
  const location = headers["location"] ?? "";
  const wanted = toEndpoint(location, sent.url, event);
  return {
    message: `The server redirects (${status}) to ${quote(location)}; no source says that a till follows.`,
    change:
      wanted === endpoint
        ? "Let the route answer as it is called: a till appends the event, and no slash after it."
        : `Set the endpoint URL up as ${quote(wanted)}, if that is your receiver.`,
  };
}

/** Where a redirect leads, without the event that a till would append again. */
function toEndpoint(location: string, from: string, event: string): string {
  if (!URL.canParse(location, from)) return location;
  const href = new URL(location, from).href.replace(/\/$/, "");
  return href.endsWith(`/${event}`) ? href.slice(0, -event.length - 1) : href;
}
