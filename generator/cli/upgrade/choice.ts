import { statSync } from "node:fs";
import { isAbsolute, resolve } from "node:path";
import { report } from "../../problem/catalogue.js";
import { failure, success, type Outcome } from "../../problem/problem.js";
import { quote } from "../../text/quote.js";

/** Which mplus-codegen to ask: one in a folder, as it is, or one for npm to install. */
export type Choice =
  | { readonly kind: "folder"; readonly path: string }
  | { readonly kind: "tarball"; readonly path: string }
  | { readonly kind: "published"; readonly version: string };

/** What npm takes for a version, or for a tag: no address, no path, no range, no other package, no option. */
const published = /^(\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?|[A-Za-z][\w.-]{0,99})$/;

/** Reads `--to`. What looks like a path is one, and has to be there. */
export function readChoice(to: string): Outcome<Choice> {
  const isTarball = /\.(tgz|tar\.gz)$/i.test(to);
  if (!isTarball && !isAbsolute(to) && !/^\.|[\\/]/.test(to))
    return published.test(to)
      ? success({ kind: "published", version: to })
      : refuse(`--to ${quote(to)} is neither a version nor a tag nor a path.`);
  const status = statSync(to, { throwIfNoEntry: false });
  if (isTarball && status?.isFile()) return success({ kind: "tarball", path: resolve(to) });
  if (status?.isDirectory()) return success({ kind: "folder", path: resolve(to) });
  return refuse(`--to ${quote(to)}: there is no ${isTarball ? "file" : "folder"} of that name.`);
}

const refuse = (message: string): Outcome<never> =>
  failure([
    report("usage", {
      message,
      hint: "For example: --to latest, --to 1.4.0, --to ./folder, --to ./file.tgz",
    }),
  ]);
