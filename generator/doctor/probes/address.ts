import { lookup } from "node:dns/promises";
import { connect } from "node:net";
import { connect as connectTls } from "node:tls";
import { getErrorCode } from "../../problem/problem.js";
import { quote } from "../../text/quote.js";
import { lookCloser } from "../look-closer.js";
import { nameFault } from "../name-fault.js";
import { amiss, fromComplaint, well, type Bench, type Observation, type Probe } from "../probe.js";

/** From the URL to the first answer, without any event. */
export const addressProbes: readonly Probe[] = [
  {
    id: "url",
    question: "Is the endpoint a URL?",
    basis: "documented",
    needs: [],
    ask: ({ url }) => Promise.resolve(judgeUrl(url)),
  },
  {
    id: "url-end",
    question: "Can a till append an event to it?",
    basis: "documented",
    needs: ["url"],
    ask: ({ url }) => Promise.resolve(judgeEnd(url)),
  },
  {
    id: "https",
    question: "Is the way to it private?",
    basis: "advice",
    needs: ["url"],
    ask: ({ url }) => Promise.resolve(judgeScheme(new URL(url))),
  },
  {
    id: "host",
    question: "Is the name of the host known?",
    basis: "documented",
    needs: ["url"],
    ask: ({ url }) => findAddresses(new URL(url)),
  },
  {
    id: "port",
    question: "Does somebody listen at the port?",
    basis: "documented",
    needs: ["host"],
    ask: ({ url, deadline }) => knock(new URL(url), deadline),
  },
  {
    id: "http",
    question: "Does a web server answer there?",
    basis: "documented",
    needs: ["port"],
    ask: visit,
  },
  {
    id: "certificate",
    question: "Is its certificate good for some time to come?",
    basis: "advice",
    needs: ["http"],
    ask: ({ url }) => readCertificate(new URL(url)),
  },
];

function judgeUrl(url: string): Observation {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)
    ? well(`${new URL(url).host}, by ${new URL(url).protocol.slice(0, -1)}.`)
    : amiss(
        `${quote(url)} is not a URL of http or https.`,
        "Give a whole URL, such as https://example.com/mplus.",
      );
}

/** A till appends a slash and the name of the event. */
function judgeEnd(url: string): Observation {
  const { search, hash, username, pathname } = new URL(url);
  if (username !== "") return amiss("It has a user name in it.", "Take it out: requests are signed.");
  if (search !== "" || hash !== "")
    return amiss(
      `It goes on after the path, and a till appends to its very end: ${quote(`${search}${hash}/…`)}.`,
      "End the URL with the path.",
    );
  return pathname.length > 1 && pathname.endsWith("/")
    ? amiss(`It ends in a slash: a till posts to ${quote(`${pathname}/…`)}.`, "Take the slash from its end.")
    : well(`A till posts to ${quote(`${pathname.replace(/\/$/, "")}/…`)}.`);
}

function judgeScheme({ protocol, hostname }: URL): Observation {
  if (protocol === "https:") return well("https.");
  return isLocal(hostname)
    ? well("http, on this machine.")
    : amiss(
        "http: whoever is on the way reads the sales. A signature hides nothing.",
        "Use https with a certificate from a known authority.",
      );
}

const isLocal = (hostname: string): boolean =>
  hostname === "localhost" || hostname === "[::1]" || hostname.startsWith("127.");

async function findAddresses({ hostname }: URL): Promise<Observation> {
  try {
    const addresses = await lookup(toHost(hostname), { all: true });
    return well(`${addresses.map(({ address }) => address).join(", ")}.`);
  } catch (error) {
    return amiss(
      `There is no host ${hostname} (${getErrorCode(error)}).`,
      "Check how it is spelt, and whether its DNS entry is there yet.",
    );
  }
}

/** Without the brackets of an IPv6 address. */
const toHost = (hostname: string): string => hostname.replace(/^\[|\]$/g, "");

function knock({ hostname, port, protocol }: URL, deadline: number): Promise<Observation> {
  const number = Number(port) || (protocol === "https:" ? 443 : 80);
  const socket = connect({ host: toHost(hostname), port: number });
  return new Promise((resolve) => {
    const end = (observation: Observation) => {
      socket.destroy();
      resolve(observation);
    };
    socket.once("connect", () => end(well(`Port ${number} is open.`)));
    socket.once("error", (error) =>
      end(
        amiss(
          `Port ${number} does not take the connection (${getErrorCode(error)}).`,
          "Start the server; compare port and address; open the firewall.",
        ),
      ),
    );
    socket.setTimeout(deadline, () =>
      end(amiss(`Port ${number} does not answer.`, "Open the port in the firewall, and check the address.")),
    );
  });
}

/** Undefined where there is none. */
function readCertificate({ hostname, port, protocol }: URL): Promise<Observation | undefined> {
  if (protocol !== "https:") return Promise.resolve(undefined);
  const socket = connectTls({ host: toHost(hostname), port: Number(port) || 443 });
  return new Promise((resolve) => {
    socket.once("secureConnect", () => {
      const end = new Date(socket.getPeerCertificate().valid_to);
      socket.destroy();
      resolve(judgeCertificate(end, new Date()));
    });
    // It was good a moment ago, and nothing more is known of it now.
    socket.once("error", () => resolve(undefined));
  });
}

/** Who renews by himself does so earlier than this many days before the end. */
const renewed = 14;

function judgeCertificate(end: Date, now: Date): Observation {
  const days = Math.floor((end.getTime() - now.getTime()) / 86_400_000);
  const words = `It is valid for ${days} days more.`;
  return days > renewed ? well(words) : amiss(words, "Renew it, and have that done by itself from then on.");
}

/** A GET to the endpoint: every status will do, as only the way there is looked at. */
async function visit(bench: Bench): Promise<Observation> {
  const sent = { url: bench.url, headers: {}, body: new Uint8Array() };
  const result = await bench.post(sent, "GET");
  if (result.kind === "reply") return well(`It answers GET with status ${result.status}.`);
  const seen = await lookCloser({ ...bench, endpoint: bench.url, event: "", sent, result, findings: [] });
  return fromComplaint(nameFault(seen), "It does not answer GET.");
}
