import { quote } from "../../base/text/quote.js";
import { testConnection } from "./diagnose.js";
import { advice, documented, doubtful, well, wrong } from "./probe.js";
import type { ProbeContext, Observation, Probe } from "./probe.js";

/** About the URL, before any event is sent. The first event finds out whether the server can be reached. */
export const addressProbes: readonly Probe[] = [
  documented("url", undefined, "Is the endpoint a valid URL?", judgeUrl),
  documented("url-end", "url", "Can the POS append an event name to the URL?", judgeUrlEnd),
  advice("https", "url", "Is the connection encrypted?", judgeScheme),
  advice("certificate", "url", "Is the certificate valid for another two weeks?", judgeCertificate),
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

/** The POS appends a slash and the event name. No source says where, if there is a query. */
function judgeUrlEnd({ till: { url } }: ProbeContext): Observation {
  const { search, hash, username, pathname } = new URL(url);
  if (username !== "") return wrong("It contains a user name.", "Remove the user name: requests are signed.");
  if (hash !== "")
    return wrong(`It has a fragment, which is never sent: ${quote(hash)}.`, "Remove the fragment.");
  if (search !== "")
    return doubtful(
      `It has a query, and no source says where the POS then appends the event. These tests post to ${quote(`${pathname.replace(/\/$/, "")}/…${search}`)}.`,
      "Put the text of the query into the path.",
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

/** Undefined for http. Also undefined if the certificate cannot be read, because the first event reports that. */
async function judgeCertificate({ till: { url }, deadline }: ProbeContext): Promise<Observation | undefined> {
  if (new URL(url).protocol !== "https:") return undefined;
  const { validTo } = await testConnection(new URL(url), deadline);
  if (validTo === undefined) return undefined;
  const days = Math.floor((new Date(validTo).getTime() - Date.now()) / 86_400_000);
  const words = `It is valid for ${days} more days.`;
  return days > renewed ? well(words) : wrong(words, "Renew it, and automate future renewals.");
}

/** In days before expiry. Automated renewal happens earlier than this. */
const renewed = 14;
