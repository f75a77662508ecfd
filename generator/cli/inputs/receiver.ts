import { report } from "../../base/problem/catalogue.js";
import { getErrorCode } from "../../base/problem/problem.js";
import { quote } from "../../base/text/quote.js";
import { decodeSecret } from "../../till/engine/signature.js";
import { parseRelease } from "../../base/time/release.js";
import type { Args } from "../options/commands.js";
import { throwProblems, throwUsageProblem } from "../call-error.js";
import type { Environment } from "../terminal/terminal.js";

export const defaultSubscription = "shop-12";

type ReceiverOptions = Pick<Args<"simulate">, "url" | "subscription" | "secretEnv"> &
  Partial<Pick<Args<"till">, "deadline">>;

/**
 * Reads the address, the secret, and the timeout in milliseconds. The secret comes from the environment, where
 * other processes cannot see it.
 */
export function readReceiver(
  { url, subscription = defaultSubscription, secretEnv, deadline = "10" }: ReceiverOptions,
  environment: Environment,
) {
  if (url === undefined)
    throwUsageProblem("Enter the receiver's URL.", "For example: --url http://localhost:3000/mplus");
  const secret = readSecret(secretEnv, environment);
  return { url, subscription, secret, deadline: readSeconds("--deadline", deadline) };
}

/** Undefined without `--other-subscription`. */
export function readOtherShop(
  { otherSubscription, otherSecretEnv }: Pick<Args<"doctor">, "otherSubscription" | "otherSecretEnv">,
  environment: Environment,
  first: Readonly<Record<"subscription" | "secret", string>>,
) {
  if (otherSubscription === undefined) return undefined;
  const secret = readSecret(otherSecretEnv, environment, "--other-secret-env");
  if (otherSubscription === first.subscription || secret === first.secret)
    throwUsageProblem("The two shops must have different subscription IDs and different secrets.");
  return { subscription: otherSubscription, secret };
}

/** Returns milliseconds. */
export function readSeconds(option: string, value: string): number {
  const isRight = Number(value) > 0 && Number(value) <= 3600;
  if (!isRight) throwUsageProblem(`${option} ${quote(value)} is not a number of seconds up to 3600.`);
  return Number(value) * 1000;
}

export function readSeed(seed: string | undefined): number | undefined {
  if (seed === undefined) return undefined;
  if (!/^\d{1,9}$/.test(seed))
    throwUsageProblem(`--seed ${quote(seed)} is not a whole number of up to nine digits.`);
  return Number(seed);
}

/** Keeps the releases as typed. The default is one undefined release, the newest. */
export function readReleases(releases: readonly string[]): readonly (string | undefined)[] {
  const wrong = releases.find((release) => parseRelease(release) === undefined);
  if (wrong !== undefined) throwProblems(report("malformed-release", { option: "--release", value: wrong }));
  return releases.length > 0 ? releases : [undefined];
}

/** Undefined means the newest. */
export function readRelease(releases: readonly string[]): string | undefined {
  if (releases.length > 1) throwUsageProblem("Use --release only once with this command.");
  return readReleases(releases)[0];
}

/**
 * Returns a function that finds a shop's release by its Subscription ID. `--release 59.3` applies to all shops, `--release shop-12=48` to one.
 * Undefined if the release is not known.
 */
export function readShopReleases(values: readonly string[]): (subscription: string) => string | undefined {
  const rows = values.map((value) => {
    const at = value.lastIndexOf("=");
    return { shop: at < 0 ? undefined : value.slice(0, at), release: value.slice(at + 1) };
  });
  readReleases(rows.map(({ release }) => release));
  const find = (wanted: string | undefined) => rows.findLast(({ shop }) => shop === wanted)?.release;
  return (subscription) => find(subscription) ?? find(undefined);
}

export function readPort(port: string): number {
  if (!/^\d{1,5}$/.test(port) || Number(port) >= 2 ** 16)
    throwUsageProblem(`--port ${quote(port)} is not a number from 0 to 65535.`);
  return Number(port);
}

/** Ends the command if the port is not available, and rethrows other errors. */
export function explainPortError(error: unknown, port: number): never {
  const code = getErrorCode(error);
  if (code !== "EADDRINUSE" && code !== "EACCES") throw error;
  return throwUsageProblem(
    `Port ${port} ${code === "EACCES" ? "needs more privileges" : "is in use"}.`,
    `Use another one: --port ${port < 60_000 ? port + 100 : 4100}, or --port 0 for any free port.`,
  );
}

export const readOptionalSecret = (name: string, environment: Environment): string | undefined =>
  (environment[name] ?? "") === "" ? undefined : readSecret(name, environment);

/** The secret never appears in a message. */
function readSecret(name: string, environment: Environment, option = "--secret-env"): string {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
    throwUsageProblem(
      `${option} is not the name of an environment variable.`,
      "Enter the name of the variable, not the secret, which other users could see in the list of processes.",
    );
  const secret = environment[name] ?? "";
  const key = Buffer.from(decodeSecret(secret));
  if (key.length < 16 || key.toString("base64") !== secret)
    throwUsageProblem(
      `The environment variable ${name} ${secret === "" ? "is not set" : "is not base64 of at least 16 bytes, without spaces or quotes"}.`,
      `Put the subscription's secret key there or in .env: export ${name}=…, at least 16 bytes in base64. To use another variable, set ${option}.`,
    );
  return secret;
}
