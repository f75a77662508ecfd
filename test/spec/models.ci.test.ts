import { describe, expect, it } from "vitest";
import { withReason } from "../workbench/tools.js";
import { bringBack, compilers, lackingFor } from "../emitted/models/compilers.js";
import { collectFiles, emit } from "../workbench/emit.js";
import { alternativeBodies, wholeBody } from "./alternative-bodies.js";
import { loadOwnSpec } from "./own-spec.js";

const requests = alternativeBodies.filter(({ event }) => event !== "errorRequest");

const toTyped = (key: "body" | "read") =>
  requests.map((given) => ({
    type: `${given.event.replace(/^./, (letter) => letter.toUpperCase())}Request`,
    text: JSON.stringify(wholeBody(given, given[key] ?? given.body)),
  }));

const tried = compilers.filter(({ language }) => language === "php" || language === "python");

describe.each(tried)("models in $language", (compiler) => {
  const missing = lackingFor(compiler);
  it.skipIf(missing)(withReason("read both spellings of a body alike", missing), async () => {
    const options = { targets: ["models"], language: compiler.language };
    const files = collectFiles(await emit(loadOwnSpec(), "..", options));
    const [read, wanted] = [
      await bringBack(compiler, files, toTyped("body")),
      await bringBack(compiler, files, toTyped("read")),
    ];
    const name = (texts: readonly string[]) =>
      texts.map((text, i) => [requests[i]?.name, JSON.parse(text) as unknown]);
    expect(name(read)).toEqual(name(wanted));
    // A rejection is a plain string.
    expect(read.filter((text) => !text.startsWith("{"))).toEqual([]);
  });
});
