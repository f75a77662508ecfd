import { inspect } from "node:util";
import type { MplusOptions } from "../../generated/receiver/index.js";
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

/** A log that keeps the lines that tell of a fault, and those with something that none may have. */
export function watchLog(listen: (fields: object) => void = () => undefined) {
  const faults: string[] = [];
  const write = (level: string) => (fields: object, message: string) => {
    const line = `${level} ${message} ${inspect(fields, { depth: 20 })}`;
    if (level === "error" || findSecret(line) !== undefined) faults.push(line);
    listen(fields);
  };
  const log = { debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") };
  return { faults, log: log satisfies MplusOptions["log"] };
}
