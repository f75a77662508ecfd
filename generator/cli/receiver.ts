import { report } from "../problem/catalogue.js";
import { failure, success, type Outcome, type Problem } from "../problem/problem.js";
import { quote } from "../text/quote.js";
import { decodeSecret } from "../till/wire/signature.js";
import { parseRelease } from "../time/release.js";
import type { Args } from "./options/commands.js";
import { usage, usageIf } from "./report/ending.js";
import type { Environment } from "./terminal.js";

/** A receiver to call, and how long to wait for it. */
export interface Receiver {
  readonly url: string;
  readonly subscription: string;
  readonly secret: string;
  /** In milliseconds. */
  readonly deadline: number;
}

type Asked = Pick<Args<"simulate">, "url" | "subscription" | "secretEnv"> &
  Partial<Pick<Args<"till">, "deadline">>;

/** The receiver that the options name. The secret comes from the environment, where no other process sees it. */
export function readReceiver(
  { url = "", subscription, secretEnv, deadline = "10" }: Asked,
  environment: Environment,
): Outcome<Receiver> {
  const secret = environment[secretEnv] ?? "";
  const problems = [
    ...usageIf(url === "", "Say where the receiver is.", "For example: --url http://localhost:3000/mplus"),
    ...checkSecret(secretEnv, secret),
    ...checkSeconds("--deadline", deadline),
  ];
  return problems.length > 0
    ? failure(problems)
    : success({ url, subscription, secret, deadline: Number(deadline) * 1000 });
}

/** Says what is wrong with an option that is a number of seconds, if anything is. */
export const checkSeconds = (option: string, value: string): readonly Problem[] =>
  usageIf(
    !(Number(value) > 0 && Number(value) <= 3600),
    `${option} ${quote(value)} is not a number of seconds up to 3600.`,
  );

/** What is wrong with a seed, if one is given. */
export const checkSeed = (seed = "0"): readonly Problem[] =>
  usageIf(!/^\d{1,9}$/.test(seed), `--seed ${quote(seed)} is not a whole number of up to nine digits.`);

/** What is wrong with releases that are no releases. */
export const checkReleases = (releases: readonly string[]): readonly Problem[] =>
  releases
    .filter((release) => parseRelease(release) === undefined)
    .map((value) => report("malformed-release", { option: "--release", value }));

/** Names the rule that a secret breaks, and never the secret. */
function checkSecret(name: string, secret: string): readonly Problem[] {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
    const hint = "It names the variable; the secret itself is never an argument, which others could see.";
    return [usage("--secret-env is not the name of an environment variable.", hint)];
  }
  const wrong = findWrong(secret);
  return usageIf(
    wrong !== undefined,
    `The environment variable ${name} ${wrong}.`,
    `Put the secret key of the subscription there: export ${name}=…, 16 bytes or more, in base64. Another variable: --secret-env.`,
  );
}

function findWrong(secret: string): string | undefined {
  if (secret === "") return "is not set";
  if (/\s/.test(secret)) return "has white space in or around the secret";
  const key = decodeSecret(secret);
  if (Buffer.from(key).toString("base64") !== secret) return "does not hold base64";
  return key.length < 16 ? `holds a secret of ${key.length} bytes` : undefined;
}
