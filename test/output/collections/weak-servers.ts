import { signatureOf } from "../../conformance/signature.js";
import { signed, type Came, type Reply } from "./servers.js";

/** Answers whose signature is of a text that a client may read in them, and not of the bytes that are sent. */
export const wronglySigned: readonly { readonly name: string; readonly reply: Reply }[] = [
  {
    name: "in Latin-1",
    reply: withType(
      signed(Buffer.from('{"text":"é"}', "latin1"), '{"text":"é"}'),
      "application/json; charset=latin1",
    ),
  },
  {
    // As many bytes as the text has in UTF-8.
    name: "in UTF-16",
    reply: withType(
      signed(
        Buffer.from(
          '{"text":"\u4e2d\u4e2d\u4e2d\u4e2d\u4e2d\u4e2d\u4e2d\u4e2d\u4e2d\u4e2d\u4e2d"}',
          "utf16le",
        ),
        '{"text":"\u4e2d\u4e2d\u4e2d\u4e2d\u4e2d\u4e2d\u4e2d\u4e2d\u4e2d\u4e2d\u4e2d"}',
      ),
      "application/json; charset=utf-16le",
    ),
  },
  { name: "behind a byte order mark", reply: signed(Buffer.from("\ufeff{}"), "{}") },
  { name: "with a byte that is no UTF-8", reply: invalid([0xff]) },
  { name: "with as many bytes of half a character as the text has", reply: invalid([0xf0, 0x9f, 0x98]) },
];

function withType({ headers, body }: Reply, type: string): Reply {
  return { headers: { ...headers, "Content-Type": type }, body };
}

function invalid(bytes: readonly number[]): Reply {
  return signed(Buffer.concat([Buffer.from('{"a":"'), Buffer.from(bytes), Buffer.from('"}')]));
}

interface WeakServer {
  readonly name: string;
  readonly reply: (came: Came) => Reply;
  /** Whether something is amiss with the event, the altered one, that of another secret, and that without a signature. */
  readonly amiss: readonly boolean[];
}

const refuse = (status: number, code: string): Reply => ({
  status,
  body: JSON.stringify({ error: { code, message: "No." } }),
});

/** Takes what has the signature of this text. */
const judge = ({ headers }: Came, text: string): Reply =>
  headers["x-mplus-signature"] === signatureOf(text) ? signed("{}") : refuse(401, "INVALID_SIGNATURE");

/** Servers that other tests would pass. */
export const weakServers: readonly WeakServer[] = [
  {
    name: "verifies what it has read and written again",
    reply: (came) => judge(came, JSON.stringify(JSON.parse(came.body), undefined, 2)),
    amiss: [false, true, false, false],
  },
  {
    name: "refuses for another reason",
    reply: (came) =>
      came.headers["x-mplus-signature"] === signatureOf(came.body)
        ? signed("{}")
        : refuse(400, "INVALID_DATA"),
    amiss: [false, true, true, true],
  },
  {
    name: "has no such page",
    reply: () => refuse(405, "INVALID_SIGNATURE"),
    amiss: [true, true, true, true],
  },
];
