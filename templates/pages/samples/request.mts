import { createHmac, timingSafeEqual } from "node:crypto";
import { readFile } from "node:fs/promises";

const secret = Buffer.from(process.env["MPLUS_SECRET"] ?? "", "base64");
if (secret.length === 0) throw new Error("MPLUS_SECRET is not set");
const port = process.env["PORT"] ?? "3000";
const event = process.argv[2] ?? "startSession";

const sign = (body: Buffer): string => createHmac("sha256", secret).update(body).digest("base64");

function isGenuine(body: Buffer, signature: string): boolean {
  const given = Buffer.from(signature);
  const expected = Buffer.from(sign(body));
  return given.length === expected.length && timingSafeEqual(given, expected);
}

const body = await readFile(`${event}.json`);
const response = await fetch(`http://localhost:${port}/${event}`, {
  method: "POST",
  headers: {
    "Content-Type": "application/json",
    Accept: "application/json",
    "X-Mplus-Subscription-Id": "shop-12",
    "X-Mplus-Signature": sign(body),
  },
  body,
});
const answer = Buffer.from(await response.arrayBuffer());
console.log(response.status, answer.toString());

const signature = response.headers.get("X-Mplus-Signature") ?? "";
if (response.status !== 200 && signature === "") {
  console.log(
    "The refusal is not signed: the receiver does not believe that the request comes from the till.",
  );
} else if (!isGenuine(answer, signature)) {
  console.error("The signature of the answer is missing or wrong.");
  process.exitCode = 1;
}
