import { lookup } from "node:dns/promises";
import { getErrorCode } from "../../base/problem/problem.js";
import { quote } from "../../base/text/quote.js";
import { post } from "../engine/post.js";
import { diagnose, testConnection, toHost } from "./diagnose.js";
import { advice, documented, fromComplaint, well, wrong } from "./probe.js";
import type { ProbeContext, Observation, Probe } from "./probe.js";

/** From the URL to the first answer, without any event. */
export const addressProbes: readonly Probe[] = [
  documented("url", undefined, "Is the endpoint a URL?", judgeUrl),
  documented("url-end", "url", "Can a till append an event to it?", judgeUrlEnd),
  advice("https", "url", "Is the way to it private?", judgeScheme),
  documented("host", "url", "Is the name of the host known?", findAddresses),
  documented("port", "host", "Does somebody listen at the port?", checkPort),
  documented("http", "port", "Does a web server answer there?", checkHttp),
  advice("certificate", "http", "Is its certificate good for some time to come?", judgeCertificate),
];

function judgeUrl({ till: { url } }: ProbeContext): Observation {
  const { host, protocol } = URL.canParse(url) ? new URL(url) : { host: "", protocol: "" };
  return /^https?:$/.test(protocol)
    ? well(`${host}, by ${protocol.slice(0, -1)}.`)
    : wrong(
        `${quote(url)} is not a URL of http or https.`,
        "Give a whole URL, such as https://example.com/mplus.",
      );
}

/** A till appends a slash and the name of the event. */
function judgeUrlEnd({ till: { url } }: ProbeContext): Observation {
  const { search, hash, username, pathname } = new URL(url);
  if (username !== "") return wrong("It has a user name in it.", "Take it out: requests are signed.");
  if (search !== "" || hash !== "")
    return wrong(
      `It goes on after the path, and a till appends to its very end: ${quote(`${search}${hash}/…`)}.`,
      "End the URL with the path.",
    );
  return pathname.length > 1 && pathname.endsWith("/")
    ? wrong(`It ends in a slash: a till posts to ${quote(`${pathname}/…`)}.`, "Take the slash from its end.")
    : well(`A till posts to ${quote(`${pathname.replace(/\/$/, "")}/…`)}.`);
}

function judgeScheme({ till: { url } }: ProbeContext): Observation {
  const { protocol, hostname } = new URL(url);
  if (protocol === "https:") return well("https.");
  return /^(?:localhost|\[::1\])$|^127\./.test(hostname)
    ? well("http, on this machine.")
    : wrong(
        "http: whoever is on the way reads the sales. A signature hides nothing.",
        "Use https with a certificate from a known authority.",
      );
}

async function findAddresses({ till: { url } }: ProbeContext): Promise<Observation> {
  try {
    const addresses = await lookup(toHost(new URL(url)), { all: true });
    return well(`${addresses.map(({ address }) => address).join(", ")}.`);
  } catch (error) {
    return wrong(
      `There is no host ${new URL(url).hostname} (${getErrorCode(error)}).`,
      "Check how it is spelt, and whether its DNS entry is there yet.",
    );
  }
}

async function checkPort({ till: { url }, deadline }: ProbeContext): Promise<Observation> {
  const { port, failure } = await testConnection(new URL(url), deadline);
  if (failure === undefined) return well(`Port ${port} is open.`);
  return failure === "ABORT_ERR"
    ? wrong(`Port ${port} does not answer.`, "Open the port in the firewall, and check the address.")
    : wrong(
        `Port ${port} does not take the connection (${failure}).`,
        "Start the server; compare port and address; open the firewall.",
      );
}

/** A GET to the endpoint: every status will do, as only the way there is looked at. */
async function checkHttp({ till, deadline }: ProbeContext): Promise<Observation> {
  const { url, subscription, secret, signal } = till;
  const result = await post({ url, headers: {}, method: "GET", deadline, signal });
  if (result.kind === "reply") return well(`It answers GET with status ${result.status}.`);
  const sent = { url, headers: {}, body: new Uint8Array() };
  const seen = { endpoint: url, event: "", subscription, secret, sent, result, findings: [] };
  return fromComplaint(await diagnose(seen), "It does not answer GET.");
}

/** Undefined where there is none. If it cannot be had: it was good a moment ago, and nothing more is known of it now. */
async function judgeCertificate({ till: { url }, deadline }: ProbeContext): Promise<Observation | undefined> {
  if (new URL(url).protocol !== "https:") return undefined;
  const { validTo } = await testConnection(new URL(url), deadline, {});
  if (validTo === undefined) return undefined;
  const days = Math.floor((new Date(validTo).getTime() - Date.now()) / 86_400_000);
  const words = `It is valid for ${days} days more.`;
  return days > renewed ? well(words) : wrong(words, "Renew it, and have that done by itself from then on.");
}

/** In days before the end: a certificate that is renewed by a program is renewed earlier. */
const renewed = 14;
