import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../../generator/contract/package/package-root.js";

export interface PrintedCall {
  readonly page: string;
  readonly call: string;
  /** Output shown below the call, if any. */
  readonly shown: string | undefined;
}

/** User documentation, in the order in which its calls run. */
const pages: readonly string[] = [
  "README.md",
  ...["docs", "generated/docs"].flatMap((folder) =>
    readdirSync(join(packageRoot, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".md"))
      .sort()
      .map((name) => `${folder}/${name}`),
  ),
];

/** Each documented call once, at its first occurrence. */
export function listPrintedCalls(): readonly PrintedCall[] {
  const all = pages.flatMap((page) => listCalls(page, readFileSync(join(packageRoot, page), "utf8")));
  return all.filter(({ call }, index) => all.findIndex((one) => one.call === call) === index);
}

/** A code block with the output below it, or inline code. */
const code = /^ *```(\w*).*\n([^]*?)^ *```$(?:\n\n```text\n([^]*?)^```$)?|`([^`\n]+)`/gm;

/**
 * A call starts its line, possibly after another command or a package manager. Comments in YAML contain calls,
 * too.
 */
const inBlock = /^(?:# +)?(?:\w+=\S+ )?(?:.* && )?(?:npx (?:.* )?|pnpm exec |yarn )?mplus-codegen(?: |$)/;

/** Inline code with the bare program name is not a call. */
const inLine = /^(?:npx |pnpm exec |yarn )?mplus-codegen /;

/** The calls in a page, one per line, without comments and installation. */
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
