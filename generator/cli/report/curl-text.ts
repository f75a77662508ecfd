import { quoteForShell } from "../../text/quote.js";

/** A request as it goes over the wire. */
export interface Wire {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Where a call takes what it does not hold. */
export interface CurlSources {
  /** The environment variable with the secret, which the call only names. */
  readonly secretEnv: string;
  /** The file with the body; undefined: the call holds it. */
  readonly file: string | undefined;
}

/** A request as commands for a shell, signed with openssl and sent with curl. */
export function formatCurl({ url, headers, body }: Wire, { secretEnv, file }: CurlSources): string {
  const names = Object.keys(headers).filter((name) => !unsent.includes(name));
  const options = names.map(
    (name) => `  -H ${quoteForShell(`${capitalizeName(name)}: ${headers[name] ?? ""}`)} \\\n`,
  );
  const data = file === undefined ? '"$BODY"' : quoteForShell(`@${file}`);
  return [
    file === undefined ? `BODY=${quoteForShell(Buffer.from(body).toString("utf8"))}\n` : "",
    `KEY=$(printf %s "$${secretEnv}" | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \\n')\n`,
    `SIGNATURE=$(${file === undefined ? 'printf %s "$BODY" | ' : ""}openssl dgst -sha256 -mac HMAC -macopt "hexkey:$KEY" -binary`,
    `${file === undefined ? "" : ` ${quoteForShell(file)}`} | openssl base64 -A)\n`,
    `curl -sS -i ${quoteForShell(url)} --data-${file === undefined ? "raw" : "binary"} ${data} \\\n`,
    ...options,
    `  -H "${signatureHeader}: $SIGNATURE"\n`,
  ].join("");
}

/** As names of headers are written in docs. */
const capitalizeName = (name: string): string =>
  name.replace(/(?:^|-)[a-z]/g, (start) => start.toUpperCase());

const signatureHeader = "X-Mplus-Signature";

/** What curl sets by itself, or what is made in the shell. */
const unsent: readonly string[] = [
  signatureHeader.toLowerCase(),
  "connection",
  "accept-encoding",
  "host",
  "content-length",
];
