import { lookup } from "node:dns/promises";
import { getErrorCode } from "../../base/problem/problem.js";
import { quote } from "../../base/text/quote.js";
import { post } from "../engine/post.js";
import { diagnose, testConnection, toHost } from "./diagnose.js";
import { advice, documented, fromComplaint, well, wrong } from "./probe.js";
import type { ProbeContext, Observation, Probe } from "./probe.js";

/** Everything from the URL to the first answer, before any event is sent. */
export const addressProbes: readonly Probe[] = [
  documented("url", undefined, "Is the endpoint a valid URL?", judgeUrl),
  documented("url-end", "url", "Can the POS append an event name to the URL?", judgeUrlEnd),
  advice("https", "url", "Is the connection encrypted?", judgeScheme),
  documented("host", "url", "Does the host name resolve?", findAddresses),
  documented("port", "host", "Is the port open?", checkPort),
  documented("http", "port", "Does a web server answer?", checkHttp),
  advice("certificate", "http", "Is the certificate valid for another two weeks?", judgeCertificate),
];

function judgeUrl({ till: { url } }: ProbeContext): Observation {
  const { host, protocol } = URL.canParse(url) ? new URL(url) : { host: "", protocol: "" };
  return /^https?:$/.test(protocol)
    ? well(`${host}, over ${protocol.slice(0, -1)}.`)
    : wrong(
        `${quote(url)} is not an http or https URL.`,
        "Pass a full URL, such as https://example.com/mplus.",
      );
}

/** The POS appends a slash and the event name. */
function judgeUrlEnd({ till: { url } }: ProbeContext): Observation {
  const { search, hash, username, pathname } = new URL(url);
  if (username !== "") return wrong("It contains a user name.", "Remove the user name: requests are signed.");
  if (search !== "" || hash !== "")
    return wrong(
      `It has a query or fragment, and the POS appends the event to the very end: ${quote(`${search}${hash}/…`)}.`,
      "Remove everything after the path.",
    );
  return pathname.length > 1 && pathname.endsWith("/")
    ? wrong(
        `It ends in a slash, so the POS posts to ${quote(`${pathname}/…`)}.`,
        "Remove the trailing slash.",
      )
    : well(`The POS posts to ${quote(`${pathname.replace(/\/$/, "")}/…`)}.`);
}

function judgeScheme({ till: { url } }: ProbeContext): Observation {
  const { protocol, hostname } = new URL(url);
  if (protocol === "https:") return well("https.");
  return /^(?:localhost|\[::1\])$|^127\./.test(hostname)
    ? well("http, on this machine.")
    : wrong(
        "http: anyone on the network can read the sales, because a signature does not encrypt them.",
        "Use https with a certificate from a trusted authority.",
      );
}

async function findAddresses({ till: { url } }: ProbeContext): Promise<Observation> {
  try {
    const addresses = await lookup(toHost(new URL(url)), { all: true });
    return well(`${addresses.map(({ address }) => address).join(", ")}.`);
  } catch (error) {
    return wrong(
      `The host name ${new URL(url).hostname} does not resolve (${getErrorCode(error)}).`,
      "Check the spelling and the DNS record.",
    );
  }
}

async function checkPort({ till: { url }, deadline }: ProbeContext): Promise<Observation> {
  const { port, failure } = await testConnection(new URL(url), deadline);
  if (failure === undefined) return well(`Port ${port} is open.`);
  return failure === "ABORT_ERR"
    ? wrong(`Port ${port} does not answer.`, "Check the address, and open the port in the firewall.")
    : wrong(
        `Port ${port} does not accept the connection (${failure}).`,
        "Start the server, check its address and port, and open the firewall.",
      );
}

/** Sends a GET to the endpoint. Any status is fine: only the connection is tested. */
async function checkHttp({ till, deadline }: ProbeContext): Promise<Observation> {
  const { url, subscription, secret, signal } = till;
  const result = await post({ url, headers: {}, method: "GET", deadline, signal });
  if (result.kind === "reply") return well(`It answers GET with status ${result.status}.`);
  const sent = { url, headers: {}, body: new Uint8Array() };
  const seen = { endpoint: url, event: "", subscription, secret, sent, result, findings: [] };
  return fromComplaint(await diagnose(seen), "It does not answer GET.");
}

/** Undefined for http. Also undefined if the certificate cannot be read, because the `http` probe has accepted it. */
async function judgeCertificate({ till: { url }, deadline }: ProbeContext): Promise<Observation | undefined> {
  if (new URL(url).protocol !== "https:") return undefined;
  const { validTo } = await testConnection(new URL(url), deadline, {});
  if (validTo === undefined) return undefined;
  const days = Math.floor((new Date(validTo).getTime() - Date.now()) / 86_400_000);
  const words = `It is valid for ${days} more days.`;
  return days > renewed ? well(words) : wrong(words, "Renew it, and automate future renewals.");
}

/** In days before expiry. Automated renewal happens earlier than this. */
const renewed = 14;
