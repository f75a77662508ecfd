import { gzipSync } from "node:zlib";
import { readCases } from "../../../workbench/cases.js";
import type { Call } from "../examination.js";
import { hmac, key, receiver, secret, type Ways } from "./receiver.js";
import { http, nobody, tcp, type Outgoing, type Start } from "./serve.js";

export interface WrongServer extends Call {
  readonly start: Start;
  readonly id: string;
  readonly says: string;
}

interface Row extends Partial<Outgoing>, Omit<WrongServer, "start"> {
  /** The error code with which it rejects every request. */
  readonly refuses?: string;
  readonly answers?: string;
  /** Replaced in each response after it was signed. */
  readonly sends?: Partial<Outgoing>;
}

const rows = readCases("wrong-servers.yaml", import.meta) as readonly Row[];

const fromRow = ({ status, headers = {}, body = "", ...row }: Row): WrongServer => {
  const { refuses, answers = "{}", sends, ...call } = row;
  if (status !== undefined) return { ...call, start: http(() => ({ status, headers, body })) };
  const ways: Partial<Ways> = {
    answer: () => answers,
    send: (outgoing) => ({ ...outgoing, ...sends }),
    ...(refuses !== undefined && { refuse: () => refuses }),
  };
  return { ...call, start: http(receiver(ways)) };
};

type Servers = Readonly<Record<string, Start | readonly Start[]>>;

/** Keys are the fault's id, a colon and its message. */
const list = (servers: Servers): readonly WrongServer[] =>
  Object.entries(servers).flatMap(([complaint, starts]) => {
    const [, id = "", says = ""] = /^([a-z0-9-]+): (.*)$/.exec(complaint) ?? [];
    return [starts].flat().map((start) => ({ id, says, start }));
  });

/** A receiver that accepts everything and signs in its own way. */
const signs = (sign: Ways["sign"]): Start => http(receiver({ refuse: () => undefined, sign }));

const withHeader = (name: string, value: string) => (outgoing: Outgoing) => ({
  ...outgoing,
  headers: { ...outgoing.headers, [name]: value },
});

const otherKey: Ways["sign"] = (body) => hmac(Buffer.alloc(32, 1), body).toString("base64");
const textAsKey: Ways["sign"] = (body) => hmac(Buffer.from(secret), body).toString("base64");
const rejected = "signature-refused: The receiver rejects the signature (INVALID_SIGNATURE)";
const type = "text/html; charset=UTF-8";

export const wrongServers = [
  ...rows.map(fromRow),
  {
    id: "trailing-slash",
    says: "The URL ends in a slash, so the POS posts to /mplus//scanCode and gets status 404.",
    start: http(receiver()),
    path: "/mplus/",
  },
  ...list({
    "refused: Nothing listens at HOST: the connection was refused.": nobody,
    "hung-up: HOST closed the connection before a complete answer.": [
      tcp((socket) => socket.end()),
      tcp((socket) => socket.resetAndDestroy()),
      tcp((socket) => socket.end("HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{")),
    ],
    "not-http: The service at HOST does not speak HTTP.": tcp((socket) =>
      socket.end("SSH-2.0-OpenSSH_9.2\r\n"),
    ),
    "too-long: The answer from HOST is too long: more than 10485760 bytes.": http(() => {
      const headers = { "content-type": "application/json" };
      return { status: 200, headers, body: Buffer.alloc(11 * 2 ** 20, " ") };
    }),
    [`${rejected}: it has another secret, or does not verify the raw bytes with the decoded secret.`]: http(
      receiver({ sign: otherKey }),
    ),
    [`${rejected} even though it has the secret: it signs with the text of the secret as the key, which must be base64-decoded first.`]:
      http(receiver({ sign: textAsKey, signsAll: true })),
    [`${rejected} even though it has the secret: it does not verify the bytes that were sent.`]: http(
      receiver({
        signsAll: true,
        verified: (body) => Buffer.from(JSON.stringify(JSON.parse(body.toString()), null, 1)),
      }),
    ),
    "signature: The signature of the answer is wrong, and no common mistake with this secret explains it.":
      signs(otherKey),
    "signature: The signature of the answer was made in hex instead of base64.": signs((body) =>
      hmac(key, body).toString("hex"),
    ),
    [`content-type: The Content-Type of the answer is "${type}".`]: http(
      receiver({ send: withHeader("content-type", type) }),
    ),
  }),
];

/** Our till accepts these responses, but another till may not. */
export const doubtfulServers = list({
  'packed: The answer is compressed ("gzip"), but the request did not ask for it.': http(
    receiver({
      send: (outgoing) => ({
        ...withHeader("content-encoding", "gzip")(outgoing),
        body: gzipSync(outgoing.body),
      }),
    }),
  ),
  "unsigned: The answer, which has no body, is not signed: X-Mplus-Signature is missing.": http(() => ({
    status: 200,
    headers: {},
    body: "",
  })),
});

const head = `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nX-MPLUS-SIGNATURE: ${hmac(key, Buffer.from("{}")).toString("base64")}\r\n`;

export const rightServers: readonly (readonly [name: string, start: Start])[] = [
  ["HTTP/1.0, with a header in capitals", tcp((socket) => socket.end(`${head}\r\n{}`.replace("1.1", "1.0")))],
  [
    "chunks",
    tcp((socket) => socket.end(`${head}Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n1\r\n}\r\n0\r\n\r\n`)),
  ],
];
