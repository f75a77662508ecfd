import { otherSecret, secret, signatureOf } from "../../conformance/signature.js";
import type { Bug, WireReply } from "./bug.js";

const withHeaders = (reply: WireReply, headers: Readonly<Record<string, string>>): WireReply => ({
  ...reply,
  headers: { ...reply.headers, ...headers },
});

const without = (reply: WireReply, name: string): WireReply => ({
  ...reply,
  headers: Object.fromEntries(Object.entries(reply.headers).filter(([each]) => each !== name)),
});

/** What is wrong before anybody reads the answer. */
export const wireBugs: readonly Bug[] = [
  {
    name: "signs with the secret of another shop",
    scenario: "cafe-discount",
    reply: (reply) => withHeaders(reply, { "x-mplus-signature": signatureOf(reply.body, otherSecret) }),
    says: "The signature of the answer is not that of its bytes.",
  },
  {
    name: "does not decode the secret before it signs",
    scenario: "cafe-discount",
    reply: (reply) =>
      withHeaders(reply, {
        "x-mplus-signature": signatureOf(reply.body, Buffer.from(secret).toString("base64")),
      }),
    says: "The signature of the answer is not that of its bytes.",
  },
  {
    name: "signs an answer, and then prints it anew",
    scenario: "cafe-discount",
    reply: (reply) => ({ ...reply, body: JSON.stringify(JSON.parse(reply.body), null, 2) }),
    says: "The signature of the answer is not that of its bytes.",
  },
  {
    name: "does not sign its answers",
    scenario: "cafe-discount",
    reply: (reply) => without(reply, "x-mplus-signature"),
    says: "The answer has no signature: `X-Mplus-Signature` is missing.",
  },
  {
    name: "answers 500 to the second line",
    scenario: "cafe-discount",
    at: "addSessionLine",
    reply: (reply, { before }) => (before === 1 ? { status: 500, headers: {}, body: "" } : reply),
    says: "The receiver failed with status 500.",
  },
  {
    name: "shows the error page of its framework",
    scenario: "loyalty",
    at: "scanCode",
    reply: () => ({
      status: 500,
      headers: { "content-type": "text/html" },
      body: "<!DOCTYPE html><html><body><h1>Internal Server Error</h1></body></html>",
    }),
    says: "The receiver failed with status 500.",
  },
  {
    name: "answers with a web page, and status 200",
    scenario: "loyalty",
    at: "scanCode",
    reply: (reply) => {
      const body = "<!DOCTYPE html><html><body>It works!</body></html>";
      return withHeaders(
        { ...reply, body },
        { "content-type": "text/html", "x-mplus-signature": signatureOf(body) },
      );
    },
    says: 'The answer is "text/html", and has to be application/json.',
  },
  {
    name: "sends the till to another address",
    scenario: "cafe-discount",
    reply: () => ({ status: 301, headers: { location: "/mplus/" }, body: "" }),
    says: "The receiver failed with status 301.",
  },
  {
    name: "never answers",
    scenario: "cafe-discount",
    settings: { answerDeadline: 300 },
    at: "addSessionLine",
    reply: () => undefined,
    says: "it took too long (nothing complete after 300 ms)",
  },
  {
    name: "cuts its answer off",
    scenario: "cafe-discount",
    at: "addSessionLine",
    reply: (reply) => {
      const body = reply.body.slice(0, -1);
      return withHeaders({ ...reply, body }, { "x-mplus-signature": signatureOf(body) });
    },
    says: "The answer is not JSON.",
  },
];
