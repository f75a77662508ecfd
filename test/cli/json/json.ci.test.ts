import { describe, expect, it } from "vitest";
import type { Results } from "../../../generator/cli/results.js";
import { secret, withShop } from "../../till/scenario/shop.js";
import { inProject } from "../project.js";
import type { Ended } from "../running.js";
import { jsonCalls, type JsonCall } from "./calls.js";

async function make({ line, before, shop }: JsonCall): Promise<Ended> {
  let ended: Ended | undefined;
  const call = (url: string) =>
    inProject(
      async (project) => {
        await before?.(project, url);
        ended = await project.call(...line.replace("URL", url).split(" "), "--json");
      },
      { MPLUS_SECRET: secret },
    );
  await (shop ? withShop(shop, call) : call(""));
  if (!ended) throw new Error("nothing was called");
  return ended;
}

/** `inbox` needs a database, so it has its own test. */
type Called = Exclude<keyof Results, "version" | "inbox"> | "--version";

/** The properties of each result. The compiler checks their types with `Result`. */
const has: Readonly<Record<Called, readonly (readonly string[])[]>> = {
  "--version": [["version", "knownUpTo"]],
  generate: [["outputs", "warnings"]],
  lint: [["problems"]],
  diff: [
    ["changes", "warnings"],
    ["releases", "knownUpTo", "sources"],
    ["releases", "warnings"],
  ],
  explain: [["fleet", "matches", "warnings"]],
  drift: [["sources", "findings", "warnings"]],
  release: [
    ["file", "line", "release", "summary"],
    ["file", "line", "release", "summary", "date"],
  ],
  init: [
    ["dir", "framework", "packageManager", "module", "events", "files", "left", "needs", "next", "warnings"],
  ],
  send: [
    ["events", "notSent"],
    ["calls", "notSent"],
  ],
  replay: [["exchanges", "notSent"]],
  doctor: [["findings"]],
  simulate: [
    ["scenarios"],
    [
      "$schema",
      "title",
      "description",
      "type",
      "required",
      "properties",
      "additionalProperties",
      "definitions",
    ],
  ],
  explore: [
    ["seed", "walks", "events", "lacking", "failures"],
    ["seed", "stopped"],
  ],
  mock: [["event", "side", "size", "seed", "shops", "body", "warnings"]],
};

describe("what is printed with --json is one JSON document, on stdout", () => {
  it.each(jsonCalls)("$line", async (call) => {
    const { code, stdout, stderr } = await make(call);
    const [part, wanted] = call.want;
    expect([code, stderr]).toEqual([wanted, ""]);
    const printed = JSON.parse(stdout) as Readonly<Record<string, unknown>>;
    const [command = ""] = call.line.split(" ");
    const keys = part === "problems" ? [["problems"]] : has[command as Called];
    expect(keys).toContainEqual(Object.keys(printed));
  });
});
