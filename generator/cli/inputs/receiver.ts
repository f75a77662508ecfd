import { report } from "../../base/problem/catalogue.js";
import { failure, getErrorCode, success, type Outcome } from "../../base/problem/problem.js";
import { quote } from "../../base/text/quote.js";
import { decodeSecret } from "../../till/engine/signature.js";
import { parseRelease } from "../../base/time/release.js";
import type { Args } from "../options/commands.js";
import { ensure, joinOutcomes, throwUsageProblem } from "../call-error.js";
import type { Environment } from "../terminal/terminal.js";

export const defaultSubscription = "shop-12";

type ReceiverOptions = Pick<Args<"simulate">, "url" | "subscription" | "secretEnv"> &
  Partial<Pick<Args<"till">, "deadline">>;

/**
 * Reads the address, the secret, and the timeout in milliseconds. The secret comes from the environment, where
 * other processes cannot see it.
 */
export function readReceiver(
  { url = "", subscription = defaultSubscription, secretEnv, deadline = "10" }: ReceiverOptions,
  environment: Environment,
) {
  const read = joinOutcomes([
    ensure(url, url !== "", "Enter the receiver's URL.", "For example: --url http://localhost:3000/mplus"),
    readSecret(secretEnv, environment),
    readSeconds("--deadline", deadline),
  ]);
  if (!read.ok) return read;
  const [, secret, limit] = read.value;
  return success({ url, subscription, secret, deadline: limit });
}

/** Returns milliseconds. */
export const readSeconds = (option: string, value: string): Outcome<number> =>
  ensure(
    Number(value) * 1000,
    Number(value) > 0 && Number(value) <= 3600,
    `${option} ${quote(value)} is not a number of seconds up to 3600.`,
  );

export const readSeed = (seed: string | undefined): Outcome<number | undefined> =>
  ensure(
    seed === undefined ? undefined : Number(seed),
    /^\d{1,9}$/.test(seed ?? "0"),
    `--seed ${quote(seed ?? "")} is not a whole number of up to nine digits.`,
  );

/** Keeps the releases as typed. The default is one undefined release, the newest. */
export function readReleases(releases: readonly string[]): Outcome<readonly (string | undefined)[]> {
  const wrong = releases.filter((release) => parseRelease(release) === undefined);
  const problems = wrong.map((value) => report("malformed-release", { option: "--release", value }));
  if (wrong.length > 0) return failure(problems);
  return success(releases.length > 0 ? releases : [undefined]);
}

/** Undefined means the newest. */
export function readRelease(releases: readonly string[]): Outcome<string | undefined> {
  const read = readReleases(releases);
  return read.ok
    ? ensure(read.value[0], releases.length < 2, "Use --release only once with this command.")
    : read;
}

/**
 * Returns a function that finds a shop's release by its Subscription ID. `--release 59.3` applies to all shops, `--release shop-12=48` to one.
 * Undefined if the release is not known.
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

export const readPort = (port: string): Outcome<number> =>
  ensure(
    Number(port),
    /^\d{1,5}$/.test(port) && Number(port) < 2 ** 16,
    `--port ${quote(port)} is not a number from 0 to 65535.`,
  );

/** Ends the command if the port is not available, and rethrows other errors. */
export function explainPortError(error: unknown, port: number): never {
  const code = getErrorCode(error);
  if (code !== "EADDRINUSE" && code !== "EACCES") throw error;
  return throwUsageProblem(
    `Port ${port} ${code === "EACCES" ? "needs more privileges" : "is in use"}.`,
    `Use another one: --port ${port < 60_000 ? port + 100 : 4100}, or --port 0 for any free port.`,
  );
}

export const readOptionalSecret = (name: string, environment: Environment): Outcome<string | undefined> =>
  (environment[name] ?? "") === "" ? success(undefined) : readSecret(name, environment);

/** The secret never appears in a message. */
function readSecret(name: string, environment: Environment): Outcome<string> {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
    const hint =
      "Enter the name of the variable, not the secret, which other users could see in the list of processes.";
    return ensure("", false, "--secret-env is not the name of an environment variable.", hint);
  }
  const secret = environment[name] ?? "";
  const key = Buffer.from(decodeSecret(secret));
  const isRight = key.length >= 16 && key.toString("base64") === secret;
  return ensure(
    secret,
    isRight,
    `The environment variable ${name} ${secret === "" ? "is not set" : "is not base64 of at least 16 bytes, without spaces or quotes"}.`,
    `Put the subscription's secret key there or in .env: export ${name}=…, at least 16 bytes in base64. To use another variable, set --secret-env.`,
  );
}
