import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

const secret = Buffer.from(process.env["MPLUS_SECRET"] ?? "", "base64");
if (secret.length < 16) throw new Error("MPLUS_SECRET must be set, to 16 bytes or more in base64");
const port = Number(process.env["PORT"] ?? 3000);
/** Maximum size of a body, in bytes. */
const limit = 1024 * 1024;

/** The object of its own that an event must have. */
const details = new Map([
  ["addSessionLine", "addSessionLine"],
  ["customAction", "customAction"],
  ["mergeSession", "mergeSession"],
  ["removeSessionLine", "removeSessionLine"],
  ["scanCode", "scanCode"],
  ["selectRelation", "selectRelation"],
  ["kitchenStartCourse", "course"],
  ["kitchenCompleteCourse", "course"],
  ["kitchenServeCourse", "course"],
  ["startExternalPayment", "externalPayment"],
  ["pollExternalPayment", "externalPayment"],
  ["requestCancelExternalPayment", "externalPayment"],
  ["cancelExternalPayment", "externalPayment"],
]);
/** The event of each of the last bodies, by signature. Use your database. */
const events = new Map<string, string>();
const kept = 10_000;

interface Answer {
  status: number;
  body: object;
}

function refuseStranger(method: string, signature: string, body: Buffer): Answer | undefined {
  if (method !== "POST") return refuse("METHOD_NOT_ALLOWED", "Events need POST.", 405);
  if (body.length > limit) return refuse("BODY_TOO_LARGE", "The body is too large.", 413);
  if (signature === "") return refuse("NO_SIGNATURE", "The header X-Mplus-Signature is missing.");
  if (!isGenuine(body, signature))
    return refuse("INVALID_SIGNATURE", "The signature does not match the body.");
  return undefined;
}

/** The URL is not signed, so a body belongs to the event for which it came first. */
function refuseReplay(event: string, signature: string): Answer | undefined {
  const first = events.get(signature) ?? event;
  events.set(signature, first);
  const [oldest = ""] = events.keys();
  if (events.size > kept) events.delete(oldest);
  return first === event ? undefined : refuse("INVALID_DATA", "The body came for another event before.");
}

/** Answers the POS. An answer must never have `event` or `original`: it could be sent back as a request. */
function answer(event: string, body: Buffer): Answer {
  let request: Record<string, unknown>;
  try {
    request = Object(JSON.parse(body.toString())) as Record<string, unknown>;
  } catch {
    return refuse("INVALID_JSON", "The body is not JSON.");
  }
  const { error, original } = request;
  if (error !== undefined && original !== undefined) {
    console.error(`The POS could not use an answer to ${event}:`, JSON.stringify(error));
    return { status: 200, body: {} };
  }
  // Signed, but not a request: somebody may have posted our own answer back.
  if (!isObject(request["event"])) return refuse("INVALID_DATA", "The body has no object `event`.");
  if (!((details.get(event) ?? "event") in request))
    return refuse("NO_EVENT_DETAILS", "The body has no object of its event.");
  // Your own code goes here: answer what the POS should do. `event` is, for example, "startSession".
  return { status: 200, body: {} };
}

/** Rejections have fixed texts and repeat nothing from the request. */
const refuse = (code: string, message: string, status = 400): Answer => ({
  status,
  body: { error: { code, message } },
});

const isObject = (value: unknown): boolean =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function isGenuine(body: Buffer, signature: string): boolean {
  const given = Buffer.from(signature);
  const expected = Buffer.from(sign(body));
  return given.length === expected.length && timingSafeEqual(given, expected);
}

const sign = (body: Buffer | string): string => createHmac("sha256", secret).update(body).digest("base64");

async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const bytes = await read(request);
  const signature = String(request.headers["x-mplus-signature"] ?? "");
  const refusal = refuseStranger(request.method ?? "", signature, bytes);
  const [path = ""] = (request.url ?? "").split("?");
  const event = path.split("/").at(-1) ?? "";
  const { status, body } = refusal ?? refuseReplay(event, signature) ?? answer(event, bytes);
  const text = JSON.stringify(body);
  response.setHeader("Allow", "POST");
  response.setHeader("Content-Type", "application/json");
  // Never sign for a stranger: with one secret for both directions, they could post it back to us.
  if (!refusal) response.setHeader("X-Mplus-Signature", sign(text));
  response.writeHead(status).end(text);
}

/** Reads the whole body, but keeps little more than the limit. */
async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    if (size <= limit) chunks.push(chunk);
    size += chunk.length;
  }
  return Buffer.concat(chunks);
}

const server = createServer((request, response) => {
  // A client that disconnects during its request must not stop the server.
  receive(request, response).catch(() => response.destroy());
});
server.listen(port, "localhost", () => console.log(`Listening on http://localhost:${port}`));
