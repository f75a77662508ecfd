import { quoteForShell } from "../../base/text/quote.js";
import type { SignedRequest } from "./deliver.js";

/** Formats shell commands: openssl signs, curl sends. The secret comes from an environment variable. */
export function formatCurl({ url, headers, body }: SignedRequest, secretEnv: string): string {
  const options = Object.entries(headers)
    .filter(([name]) => name !== signatureHeader)
    .map(([name, value]) => `  -H ${quoteForShell(`${name}: ${value}`)} \\\n`);
  return [
    `body() { ${printBody(body)}; }\n`,
    `KEY=$(printf %s "$${secretEnv}" | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \\n')\n`,
    `SIGNATURE=$(body | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$KEY" -binary | openssl base64 -A)\n`,
    `body | curl -sS -i ${quoteForShell(url)} --data-binary @- \\\n`,
    ...options,
    `  -H "${signatureHeader}: $SIGNATURE"\n`,
  ].join("");
}

/** A terminal would act on control characters, even between quotes. */
const printBody = (body: string): string =>
  /[^\n\t\P{Cc}]/u.test(body)
    ? `printf %s ${Buffer.from(body).toString("base64")} | openssl base64 -d -A`
    : `printf %s ${quoteForShell(body)}`;

const signatureHeader = "X-Mplus-Signature";
