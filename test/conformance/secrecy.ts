import { cases } from "./cases/all.js";
import { canary } from "./requests.js";
import { nextSecret, otherSecret, secret } from "./signature.js";

export const neverLogged: readonly string[] = [
  ...[secret, nextSecret, otherSecret].flatMap((each) => [each, Buffer.from(each, "base64").toString("hex")]),
  ...new Set(
    cases.flatMap(({ request, answer }) => [
      ...request.headers.filter(([name]) => /signature/i.test(name)).map(([, value]) => value.trim()),
      answer.headers["x-mplus-signature"] ?? "",
    ]),
  ),
  canary,
  canary.replace("8", "9"),
].filter((part) => part.length >= 16);
