import { signatureOf } from "../../conformance/signature.js";
import type { Incoming } from "../../till/doctor/servers/serve.js";
import { signed, type Reply } from "./servers.js";

interface WeakServer {
  readonly name: string;
  readonly reply: (came: Incoming) => Reply;
  /** Whether each request fails: the event, the altered one, the one signed with another secret, the unsigned one. */
  readonly fails?: readonly boolean[];
  readonly says?: RegExp;
}

const as = (charset: string, text: string, encoding: BufferEncoding): Reply => {
  const { headers, body } = signed(Buffer.from(text, encoding), text);
  return { headers: { ...headers, "Content-Type": `application/json; charset=${charset}` }, body };
};

const withBytes = (...bytes: readonly number[]): Reply =>
  signed(Buffer.from([...Buffer.from('{"a":"'), ...bytes, ...Buffer.from('"}')]));

/** Its length in UTF-16 is that of another text in UTF-8. */
const chinese = JSON.stringify({ text: "\u4e2d".repeat(11) });

const wrongly = /the answer is signed: /;

/** Give every request the same answer. The first ones sign the text that a client decodes, not the bytes that they send. */
const careless: readonly (readonly [name: string, reply: Reply, says: RegExp])[] = [
  ["signs a text, and sends it in Latin-1", as("latin1", '{"text":"é"}', "latin1"), wrongly],
  ["signs a text, and sends it in UTF-16", as("utf-16le", chinese, "utf16le"), wrongly],
  ["signs a text, and sends it behind a byte order mark", signed(Buffer.from("\ufeff{}"), "{}"), wrongly],
  ["signs a byte that is no UTF-8", withBytes(0xff), wrongly],
  ["signs as many bytes of half a character as its text has", withBytes(0xf0, 0x9f, 0x98), wrongly],
  ["gives an unsigned answer", { body: "{}" }, /the answer is signed: the header/],
  ["gives what is not JSON", signed("ok"), /the answer is JSON[^:]*: JSON, an object: expected/],
  [
    "gives an error in words",
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

const rewritten = (body: Buffer): string => JSON.stringify(JSON.parse(body.toString()), undefined, 2);

export const weakServers: readonly WeakServer[] = [
  ...careless.map(([name, reply, says]) => ({ name, reply: () => reply, says })),
  {
    name: "verifies what it has read and written again",
    reply: (came) => judge(came, rewritten(came.body), refuse(401, "INVALID_SIGNATURE")),
    fails: [false, true, false, false],
  },
  {
    name: "refuses for another reason",
    reply: (came) => judge(came, came.body.toString(), refuse(400, "INVALID_DATA")),
    fails: [false, true, true, true],
  },
  {
    name: "has another secret",
    reply: () => refuse(400, "INVALID_SIGNATURE"),
    fails: [true, false, false, false],
    says: /^the event is processed: status 200: status 400, "INVALID_SIGNATURE", "No\."/,
  },
  { name: "has no such page", reply: () => refuse(405, "INVALID_SIGNATURE") },
];
