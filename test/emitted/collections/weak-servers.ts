import { signatureOf } from "../../conformance/signature.js";
import { signed, type Came, type Reply } from "./servers.js";

interface WeakServer {
  readonly name: string;
  readonly reply: (came: Came) => Reply;
  /**
   * Expected failures of four requests: the event, the altered one, the one signed with another secret, and the
   * unsigned one.
   */
  readonly amiss: readonly boolean[];
  readonly says?: RegExp;
}

const all = [true, true, true, true];
const chinese = JSON.stringify({ text: "\u4e2d".repeat(11) });

/** Answers with the signature of the text that a client decodes, instead of the transmitted bytes. */
const wronglySigned: Readonly<Record<string, Reply>> = {
  "in Latin-1": typed("latin1", signed(Buffer.from('{"text":"é"}', "latin1"), '{"text":"é"}')),
  // The text's length in UTF-8 bytes.
  "in UTF-16": typed("utf-16le", signed(Buffer.from(chinese, "utf16le"), chinese)),
  "behind a byte order mark": signed(Buffer.from("\ufeff{}"), "{}"),
  "with a byte that is no UTF-8": invalid([0xff]),
  "with as many bytes of half a character as the text has": invalid([0xf0, 0x9f, 0x98]),
};

function typed(charset: string, { headers, body }: Reply): Reply {
  return { headers: { ...headers, "Content-Type": `application/json; charset=${charset}` }, body };
}

function invalid(bytes: readonly number[]): Reply {
  return signed(Buffer.concat([Buffer.from('{"a":"'), Buffer.from(bytes), Buffer.from('"}')]));
}

const open: Readonly<Record<string, readonly [Reply, RegExp]>> = {
  "an unsigned answer": [{ body: "{}" }, /the answer is signed: the header/],
  "what is not JSON": [signed("ok"), /the answer is JSON[^:]*: JSON, an object: expected/],
  "an error in words": [
    signed('{"error":{"code":"OOPS","message":"No stock."}}'),
    /the answer is JSON[^:]*: status 200, "OOPS", "No stock\."/,
  ],
};

const refuse = (status: number, code: string): Reply => ({
  status,
  body: JSON.stringify({ error: { code, message: "No." } }),
});

const judge = ({ headers }: Came, text: string, otherwise: Reply): Reply =>
  headers["x-mplus-signature"] === signatureOf(text) ? signed("{}") : otherwise;

export const weakServers: readonly WeakServer[] = [
  ...Object.entries(wronglySigned).map(([name, reply]): WeakServer => ({
    name: `signs a text that was not sent: ${name}`,
    reply: () => reply,
    amiss: all,
    says: /the answer is signed: /,
  })),
  ...Object.entries(open).map(([name, [reply, says]]): WeakServer => ({
    name: `takes everything, and gives ${name}`,
    reply: () => reply,
    amiss: all,
    says,
  })),
  {
    name: "verifies what it has read and written again",
    reply: (came) =>
      judge(came, JSON.stringify(JSON.parse(came.body), undefined, 2), refuse(401, "INVALID_SIGNATURE")),
    amiss: [false, true, false, false],
  },
  {
    name: "refuses for another reason",
    reply: (came) => judge(came, came.body, refuse(400, "INVALID_DATA")),
    amiss: [false, true, true, true],
  },
  { name: "has no such page", reply: () => refuse(405, "INVALID_SIGNATURE"), amiss: all },
];
