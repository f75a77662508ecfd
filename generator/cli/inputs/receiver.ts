import { report } from "../../base/problem/catalogue.js";
import { failure, success, type Outcome } from "../../base/problem/problem.js";
import { quote } from "../../base/text/quote.js";
import { decodeSecret } from "../../till/engine/signature.js";
import { parseRelease } from "../../base/time/release.js";
import type { Args } from "../options/commands.js";
import { ensure, joinOutcomes } from "../call-error.js";
import type { Environment } from "../terminal/terminal.js";

type ReceiverOptions = Pick<Args<"simulate">, "url" | "subscription" | "secretEnv"> &
  Partial<Pick<Args<"till">, "deadline">>;

/**
 * The receiver that the options name, and for how many milliseconds to wait for it. The secret comes from the environment, where no
 * other process sees it.
 */
export function readReceiver(
  { url = "", subscription, secretEnv, deadline = "10" }: ReceiverOptions,
  environment: Environment,
) {
  const read = joinOutcomes([
    ensure(url, url !== "", "Say where the receiver is.", "For example: --url http://localhost:3000/mplus"),
    readSecret(secretEnv, environment),
    readSeconds("--deadline", deadline),
  ]);
  if (!read.ok) return read;
  const [, secret, limit] = read.value;
  return success({ url, subscription, secret, deadline: limit });
}

/** The value of an option that is a number of seconds, in milliseconds. */
export const readSeconds = (option: string, value: string): Outcome<number> =>
  ensure(
    Number(value) * 1000,
    Number(value) > 0 && Number(value) <= 3600,
    `${option} ${quote(value)} is not a number of seconds up to 3600.`,
  );

/** The number that decides what is made up, if one is given. */
export const readSeed = (seed: string | undefined): Outcome<number | undefined> =>
  ensure(
    seed === undefined ? undefined : Number(seed),
    /^\d{1,9}$/.test(seed ?? "0"),
    `--seed ${quote(seed ?? "")} is not a whole number of up to nine digits.`,
  );

/** The releases of a call, as they were typed. */
export function readReleases(releases: readonly string[]): Outcome<readonly string[]> {
  const wrong = releases.filter((release) => parseRelease(release) === undefined);
  return wrong.length === 0
    ? success(releases)
    : failure(wrong.map((value) => report("malformed-release", { option: "--release", value })));
}

/** Names the rule that a secret breaks, and never the secret. */
function readSecret(name: string, environment: Environment): Outcome<string> {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
    const hint = "It names the variable; the secret itself is never an argument, which others could see.";
    return ensure("", false, "--secret-env is not the name of an environment variable.", hint);
  }
  const secret = environment[name] ?? "";
  const wrong = describeBadSecret(secret);
  return ensure(
    secret,
    wrong === undefined,
    `The environment variable ${name} ${wrong ?? ""}.`,
    `Put the secret key of the subscription there: export ${name}=…, 16 bytes or more, in base64. Another variable: --secret-env.`,
  );
}

function describeBadSecret(secret: string): string | undefined {
  if (secret === "") return "is not set";
  if (/\s/.test(secret)) return "has white space in or around the secret";
  const key = decodeSecret(secret);
  if (Buffer.from(key).toString("base64") !== secret) return "does not hold base64";
  return key.length < 16 ? `holds a secret of ${key.length} bytes` : undefined;
}
