import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../../generator/contract/package/package-root.js";

/** A call of the program that a page prints. */
export interface PrintedCall {
  readonly page: string;
  readonly call: string;
  /** What the page shows below it, if anything. */
  readonly shown: string | undefined;
}

/** The pages for users of the package, in the order in which their calls are run. */
const pages: readonly string[] = [
  "README.md",
  ...["docs", "generated/docs"].flatMap((folder) =>
    readdirSync(join(packageRoot, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".md"))
      .sort()
      .map((name) => `${folder}/${name}`),
  ),
];

/** Each call of the pages once, where it is printed first. */
export function listPrintedCalls(): readonly PrintedCall[] {
  const all = pages.flatMap((page) => listCalls(page, readFileSync(join(packageRoot, page), "utf8")));
  return all.filter(({ call }, index) => all.findIndex((one) => one.call === call) === index);
}

/** A block with what is shown below it, or code within a line. */
const code = /^ *```(\w*).*\n([^]*?)^ *```$(?:\n\n```text\n([^]*?)^```$)?|`([^`\n]+)`/gm;

/** A call begins its line, may follow another command, and may be run by a package manager; comments of YAML have some, too. */
const inBlock = /^(?:# +)?(?:\w+=\S+ )?(?:.* && )?(?:npx (?:.* )?|pnpm exec |yarn )?mplus-codegen(?: |$)/;

/** Without words behind it, the name within a line is the name only. */
const inLine = /^(?:npx |pnpm exec |yarn )?mplus-codegen /;

/** The calls in a page, in its order, a line each, without a comment or the installation before it. */
export const listCalls = (page: string, text: string): readonly PrintedCall[] =>
  [...text.matchAll(code)].flatMap(([, language = "", block = "", shown, inline]) => {
    if (inline !== undefined) return inLine.test(inline) ? [{ page, call: inline, shown: undefined }] : [];
    const lines = block
      .replaceAll(/\\\n */g, "")
      .trim()
      .split("\n");
    return lines
      .map((line) =>
        line
          .trim()
          .replace(/ +# .*/, "")
          .replace(/^npm ci && /, ""),
      )
      .filter((line) => language !== "text" && inBlock.test(line))
      .map((call) => ({ page, call, shown: lines.length === 1 ? shown : undefined }));
  });
