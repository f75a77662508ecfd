import { report } from "../problem/catalogue.js";
import { failure, success, type Outcome, type Problem } from "../problem/problem.js";
import { quote } from "../text/quote.js";
import { decodeSecret } from "../till/wire/sign.js";
import type { Args } from "./options/commands.js";

/** A receiver to call, and how long to wait for it. */
export interface Receiver {
  readonly url: string;
  readonly subscription: string;
  readonly secret: string;
  /** In milliseconds. */
  readonly deadline: number;
}

/** The receiver that the options name. The secret comes from the environment, where no other process sees it. */
export function readReceiver(
  {
    url,
    subscription,
    secretEnv,
    deadline = "10",
  }: Pick<Args<"doctor">, "url" | "subscription" | "secretEnv"> & { readonly deadline?: string },
  environment: NodeJS.ProcessEnv,
): Outcome<Receiver> {
  const secret = environment[secretEnv] ?? "";
  const problems = [
    ...(url === undefined ? [reportMissingUrl()] : []),
    ...findSecretProblem(secretEnv, secret),
    ...checkSeconds("--deadline", deadline),
  ];
  return problems.length > 0 || url === undefined
    ? failure(problems)
    : success({ url, subscription, secret, deadline: Number(deadline) * 1000 });
}

const reportMissingUrl = (): Problem =>
  report("usage", {
    message: "Say where the receiver is.",
    hint: "For example: --url http://localhost:3000/mplus",
  });

/** Says what is wrong with an option that is a number of seconds, if anything is. */
export const checkSeconds = (option: string, value: string): readonly Problem[] =>
  Number(value) > 0 && Number(value) <= 3600
    ? []
    : [
        report("usage", {
          message: `${option} ${quote(value)} is not a number of seconds up to 3600.`,
          hint: undefined,
        }),
      ];

/** What is wrong with a seed, if one is given. */
export const checkSeed = (seed: string | undefined): readonly Problem[] =>
  seed === undefined || /^\d{1,9}$/.test(seed)
    ? []
    : [
        report("usage", {
          message: `--seed ${quote(seed)} is not a whole number of up to nine digits.`,
          hint: undefined,
        }),
      ];

/** Names the rule that a secret breaks, and never the secret. */
function findSecretProblem(name: string, secret: string): readonly Problem[] {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
    return [
      report("usage", {
        message: "--secret-env is not the name of an environment variable.",
        hint: "It names the variable; the secret itself is never an argument, which others could see.",
      }),
    ];
  const wrong = findWrong(secret);
  return wrong === undefined
    ? []
    : [
        report("usage", {
          message: `The environment variable ${name} ${wrong}.`,
          hint: `Put the secret key of the subscription there: export ${name}=…, 16 bytes or more, in base64. Another variable: --secret-env.`,
        }),
      ];
}

function findWrong(secret: string): string | undefined {
  if (secret === "") return "is not set";
  if (/\s/.test(secret)) return "has white space in or around the secret";
  const key = decodeSecret(secret);
  if (Buffer.from(key).toString("base64") !== secret) return "does not hold base64";
  return key.length < 16 ? `holds a secret of ${key.length} bytes` : undefined;
}
