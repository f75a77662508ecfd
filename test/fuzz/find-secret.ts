import { inspect } from "node:util";
import type { MplusOptions } from "../../generated/receiver/index.js";
import { canary } from "../conformance/requests.js";
import { otherSecret, secret } from "../conformance/signature.js";

const secrets = [secret, otherSecret];

const never = [...secrets, ...secrets.map((each) => Buffer.from(each, "base64").toString("hex")), canary];

/** 32 bytes in base64, the form of every signature. */
const signature = /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{43}=(?!=)/;

/** Finds a secret in a log line or an answer's body. */
export function findSecret(text: string): string | undefined {
  return never.find((part) => text.includes(part)) ?? signature.exec(text)?.[0];
}

/** Keeps the log lines that report a fault or have forbidden content. */
export function watchLog() {
  const faults: string[] = [];
  const write = (level: string) => (fields: object, message: string) => {
    const line = `${level} ${message} ${inspect(fields, { depth: 20 })}`;
    if (level === "error" || findSecret(line) !== undefined) faults.push(line);
  };
  const log = { debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") };
  return { faults, log: log satisfies MplusOptions["log"] };
}
