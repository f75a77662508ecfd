import { canary } from "../conformance/requests.js";
import { nextSecret, otherSecret, secret } from "../conformance/signature.js";

const secrets = [secret, nextSecret, otherSecret];

const never = [...secrets, ...secrets.map((each) => Buffer.from(each, "base64").toString("hex")), canary];

/** 32 bytes in base64: what every signature looks like, whatever it is over. */
const signature = /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{43}=(?!=)/;

/** Returns a secret that a line of a log, or the body of an answer, contains; undefined if it has none. */
export function findSecret(text: string): string | undefined {
  return never.find((part) => text.includes(part)) ?? signature.exec(text)?.[0];
}
