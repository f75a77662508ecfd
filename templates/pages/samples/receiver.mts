import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";

const secret = Buffer.from(process.env["MPLUS_SECRET"] ?? "", "base64");
if (secret.length === 0) throw new Error("MPLUS_SECRET is not set");
const port = Number(process.env["PORT"] ?? 3000);

interface Answer {
  status: number;
  body: object;
}

function answer(method: string, signature: string, body: Buffer): Answer {
  if (method !== "POST") return refuse("METHOD_NOT_ALLOWED", "Events come with POST.", 405);
  if (signature === "") return refuse("NO_SIGNATURE", "The header X-Mplus-Signature is missing.");
  if (!isGenuine(body, signature)) return refuse("INVALID_SIGNATURE", "The signature does not fit the body.");
  // Only here is the body to be trusted: parse it, and answer what the till should do.
  return { status: 200, body: {} };
}

const refuse = (code: string, message: string, status = 400): Answer => ({
  status,
  body: { error: { code, message } },
});

function isGenuine(body: Buffer, signature: string): boolean {
  const given = Buffer.from(signature);
  const expected = Buffer.from(sign(body));
  return given.length === expected.length && timingSafeEqual(given, expected);
}

const sign = (body: Buffer | string): string => createHmac("sha256", secret).update(body).digest("base64");

async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const signature = String(request.headers["x-mplus-signature"] ?? "");
  const { status, body } = answer(request.method ?? "", signature, await buffer(request));
  const text = JSON.stringify(body);
  response.writeHead(status, {
    Allow: "POST",
    "Content-Type": "application/json",
    "X-Mplus-Signature": sign(text),
  });
  response.end(text);
}

const server = createServer((request, response) => {
  // A client that goes away in the middle of its request must not end the server.
  receive(request, response).catch(() => response.destroy());
});
server.listen(port, "localhost", () => console.log(`Listening on http://localhost:${port}`));
