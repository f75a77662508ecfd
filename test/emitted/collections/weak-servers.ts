import { signatureOf } from "../../conformance/signature.js";
import type { Incoming } from "../../till/doctor/servers/serve.js";
import { signed, type Reply } from "./servers.js";

/**
 * `amiss`: the expected failures of four requests: the event, the altered one, the one signed with another secret, and
 * the unsigned one. Default: all.
 */
interface WeakServer {
  readonly name: string;
  readonly reply: (came: Incoming) => Reply;
  readonly amiss?: readonly boolean[];
  readonly says?: RegExp;
}

const as = (charset: string, { headers, body }: Reply): Reply => ({
  headers: { ...headers, "Content-Type": `application/json; charset=${charset}` },
  body,
});

const withBytes = (...bytes: readonly number[]): Reply =>
  signed(Buffer.concat([Buffer.from('{"a":"'), Buffer.from(bytes), Buffer.from('"}')]));

const chinese = JSON.stringify({ text: "\u4e2d".repeat(11) });

/** Answers with the signature of the text that a client decodes, instead of the transmitted bytes. */
const wronglySigned: readonly (readonly [string, Reply])[] = [
  ["in Latin-1", as("latin1", signed(Buffer.from('{"text":"é"}', "latin1"), '{"text":"é"}'))],
  // The text's length in UTF-8 bytes.
  ["in UTF-16", as("utf-16le", signed(Buffer.from(chinese, "utf16le"), chinese))],
  ["behind a byte order mark", signed(Buffer.from("\ufeff{}"), "{}")],
  ["with a byte that is no UTF-8", withBytes(0xff)],
  ["with as many bytes of half a character as the text has", withBytes(0xf0, 0x9f, 0x98)],
];

const open: readonly (readonly [string, Reply, RegExp])[] = [
  ["an unsigned answer", { body: "{}" }, /the answer is signed: the header/],
  ["what is not JSON", signed("ok"), /the answer is JSON[^:]*: JSON, an object: expected/],
  [
    "an error in words",
    signed('{"error":{"code":"OOPS","message":"No stock."}}'),
    /the answer is JSON[^:]*: status 200, "OOPS", "No stock\."/,
  ],
];

const refuse = (status: number, code: string): Reply => ({
  status,
  body: JSON.stringify({ error: { code, message: "No." } }),
});

const judge = ({ headers }: Incoming, text: string, otherwise: Reply): Reply =>
  headers["x-mplus-signature"] === signatureOf(text) ? signed("{}") : otherwise;

export const weakServers: readonly WeakServer[] = [
  ...wronglySigned.map(([how, reply]) => ({
    name: `signs a text that was not sent: ${how}`,
    reply: () => reply,
    says: /the answer is signed: /,
  })),
  ...open.map(([what, reply, says]) => ({
    name: `takes everything, and gives ${what}`,
    reply: () => reply,
    says,
  })),
  {
    name: "verifies what it has read and written again",
    reply: (came) =>
      judge(
        came,
        JSON.stringify(JSON.parse(came.body.toString()), undefined, 2),
        refuse(401, "INVALID_SIGNATURE"),
      ),
    amiss: [false, true, false, false],
  },
  {
    name: "refuses for another reason",
    reply: (came) => judge(came, came.body.toString(), refuse(400, "INVALID_DATA")),
    amiss: [false, true, true, true],
  },
  {
    name: "has another secret",
    reply: () => refuse(400, "INVALID_SIGNATURE"),
    amiss: [true, false, false, false],
    says: /^the event is processed: status 200: status 400, "INVALID_SIGNATURE", "No\."/,
  },
  { name: "has no such page", reply: () => refuse(405, "INVALID_SIGNATURE") },
];
