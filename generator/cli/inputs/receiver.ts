import { report } from "../../base/problem/catalogue.js";
import { failure, getErrorCode, success, type Outcome } from "../../base/problem/problem.js";
import { quote } from "../../base/text/quote.js";
import { decodeSecret } from "../../till/engine/signature.js";
import { parseRelease } from "../../base/time/release.js";
import type { Args } from "../options/commands.js";
import { ensure, joinOutcomes, throwUsageProblem } from "../call-error.js";
import type { Environment } from "../terminal/terminal.js";

/** The subscription of a call that names none. */
export const defaultSubscription = "shop-12";

type ReceiverOptions = Pick<Args<"simulate">, "url" | "subscription" | "secretEnv"> &
  Partial<Pick<Args<"till">, "deadline">>;

/**
 * The receiver that the options name, and for how many milliseconds to wait for it. The secret comes from the environment, where no
 * other process sees it.
 */
export function readReceiver(
  { url = "", subscription = defaultSubscription, secretEnv, deadline = "10" }: ReceiverOptions,
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

/** The releases of a call, as they were typed; without any, one that is undefined: the newest. */
export function readReleases(releases: readonly string[]): Outcome<readonly (string | undefined)[]> {
  const wrong = releases.filter((release) => parseRelease(release) === undefined);
  const problems = wrong.map((value) => report("malformed-release", { option: "--release", value }));
  if (wrong.length > 0) return failure(problems);
  return success(releases.length > 0 ? releases : [undefined]);
}

/** The one release of a call; undefined: the newest. */
export function readRelease(releases: readonly string[]): Outcome<string | undefined> {
  const read = readReleases(releases);
  return read.ok
    ? ensure(read.value[0], releases.length < 2, "Give --release once: this is about one release.")
    : read;
}

/**
 * The release of each shop, by the id of its subscription: `--release 59.3` is for all of them, `--release shop-12=48` for one. Undefined:
 * the call does not say.
 */
export function readShopReleases(
  values: readonly string[],
): Outcome<(subscription: string) => string | undefined> {
  const rows = values.map((value) => {
    const at = value.lastIndexOf("=");
    return { shop: at < 0 ? undefined : value.slice(0, at), release: value.slice(at + 1) };
  });
  const read = readReleases(rows.map(({ release }) => release));
  if (!read.ok) return read;
  const find = (wanted: string | undefined) => rows.findLast(({ shop }) => shop === wanted)?.release;
  return success((subscription) => find(subscription) ?? find(undefined));
}

/** The port of a call, 0 for any that is free. */
export const readPort = (port: string): Outcome<number> =>
  ensure(
    Number(port),
    /^\d{1,5}$/.test(port) && Number(port) < 2 ** 16,
    `--port ${quote(port)} is not a number from 0 to 65535.`,
  );

/** Ends the call if it was the port that could not be had. */
export function explainPortError(error: unknown, port: number): never {
  const code = getErrorCode(error);
  if (code !== "EADDRINUSE" && code !== "EACCES") throw error;
  return throwUsageProblem(
    `Port ${port} ${code === "EACCES" ? "may not be used" : "is taken"}.`,
    `Another one: --port ${port < 60_000 ? port + 100 : 4100}, or --port 0 for any that is free.`,
  );
}

/** The secret, if there is one. */
export const readOptionalSecret = (name: string, environment: Environment): Outcome<string | undefined> =>
  (environment[name] ?? "") === "" ? success(undefined) : readSecret(name, environment);

/** Reads the secret. No message contains it. */
function readSecret(name: string, environment: Environment): Outcome<string> {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
    const hint = "It names the variable; the secret itself is never an argument, which others could see.";
    return ensure("", false, "--secret-env is not the name of an environment variable.", hint);
  }
  const secret = environment[name] ?? "";
  const key = Buffer.from(decodeSecret(secret));
  const isRight = key.length >= 16 && key.toString("base64") === secret;
  return ensure(
    secret,
    isRight,
    `The environment variable ${name} ${secret === "" ? "is not set" : "is not base64 of 16 bytes or more, without spaces or quotes around it"}.`,
    `Put the secret key of the subscription there or in .env: export ${name}=…, 16 bytes or more, in base64. Another variable: --secret-env.`,
  );
}
