import { describe, expect, it } from "vitest";
import { createPingedSpec } from "../../collection/pinged-spec.js";
import { collectFiles, emit, type Range } from "../../workbench/emit.js";
import { output, viewOf } from "../../workbench/outputs.js";

const targets = ["bruno"];
const read = (range: Range) => output(range, { targets });
const readPinged = async (samples: Readonly<Record<string, string>>) =>
  collectFiles(await emit(createPingedSpec(samples), "..", { targets }));

/** What begins each block of a file: no text in it can begin or end one. */
const heads = (file = ""): string[] => file.split("\n").filter((line) => /^\S/.test(line));

/** The text of a block, without its indent. */
const blockIn = (file: string, name: string): string =>
  (new RegExp(`^${name} \\{\\n(.*?)\\n\\}$`, "ms").exec(file)?.[1] ?? "").replace(/^ {2}/gm, "");

const ends = (...names: readonly string[]): string[] => names.flatMap((name) => [`${name} {`, "}"]);

describe("the Bruno collection", () => {
  it("is a folder with a configuration, an environment and a guide", async () => {
    const files = await read("48..");
    const configuration = { version: "1", name: "MplusKASSA webhooks", type: "collection" };
    expect(JSON.parse(files.get("bruno/bruno.json") ?? "")).toEqual(configuration);
    const environment = files.get("bruno/environments/local.bru") ?? "";
    const variables = blockIn(environment, "vars").match(/^\w+(?=:)/gm);
    expect(variables).toEqual(["baseUrl", "subscriptionId", "secret"]);
    expect(files.get("bruno/README.md")).toContain("# Bruno");
    expect(heads(files.get("bruno/collection.bru"))).toEqual(ends("headers", "script:pre-request", "docs"));
    expect(files.get("bruno/collection.bru")).toContain("v48 or a later release");
  });

  it("has a folder for each event, and posts each of its samples to the path of the event", async () => {
    const files = await read("48..");
    const folders = [...files.keys()].filter((path) => /^bruno\/events\/\w+\/folder\.bru$/.test(path));
    expect(folders).toHaveLength(viewOf("48..").events.length);
    expect((await read("11.3..16.1")).has("bruno/events/selectRelation/folder.bru")).toBe(false);
    for (const folder of folders) {
      const [, , event = ""] = folder.split("/");
      const samples = [...files].filter(
        ([path]) => path.startsWith(`bruno/events/${event}/`) && path !== folder,
      );
      expect(samples.length, event).toBeGreaterThan(0);
      for (const [, file] of samples) {
        expect(heads(file)).toEqual(ends("meta", "post", "body:json", "docs"));
        expect(blockIn(file, "post")).toContain(`url: {{baseUrl}}/${event}\n`);
        expect(JSON.parse(blockIn(file, "body:json"))).toHaveProperty("event");
      }
    }
  });

  it("has its tests on the two folders, and scripts that spoil what is refused", async () => {
    const files = await read("48..");
    for (const folder of ["events", "refused"])
      expect(heads(files.get(`bruno/${folder}/folder.bru`))).toEqual(ends("meta", "tests", "docs"));
    const refused = [...files].filter(([path]) => /^bruno\/refused\/(?!folder)/.test(path));
    const names = ["altered-after-signing", "another-secret", "no-signature"];
    expect(refused.map(([path]) => path)).toEqual(names.map((name) => `bruno/refused/${name}.bru`));
    for (const [, file] of refused)
      expect(heads(file)).toEqual(ends("meta", "post", "body:json", "script:pre-request", "docs"));
  });

  it("gives a sample another file where Bruno keeps the name for itself", async () => {
    const files = await readPinged({ folder: "a", collection: "a", one: "a" });
    const paths = [...files.keys()].filter((path) => path.startsWith("bruno/events/ping/"));
    const names = ["folder.bru", "collection_.bru", "folder_.bru", "one.bru"];
    expect(paths.map((path) => path.split("/").at(-1))).toEqual(names);
    expect(blockIn(files.get("bruno/events/ping/folder_.bru") ?? "", "meta")).toContain("name: Folder\n");
  });

  it("holds a text of the spec as a text", async () => {
    const texts = ["{{secret}}", "\n}\n\ntests {\n  x\n}\n", "'''", "\u202e\u0000", "\r}\r", "| `x` ```"];
    const files = await readPinged(Object.fromEntries(texts.map((text, index) => [`s${index}`, text])));
    for (const [index, text] of texts.entries()) {
      const file = files.get(`bruno/events/ping/s${index}.bru`) ?? "";
      expect(heads(file)).toEqual(ends("meta", "post", "body:json", "docs"));
      expect(JSON.parse(blockIn(file, "body:json"))).toEqual({ ping: { text } });
      expect(blockIn(file, "body:json")).not.toContain("{{");
      expect(blockIn(file, "docs").split("\n")).toHaveLength(1);
    }
    expect([...files.values()].join("")).not.toMatch(/[\u0000\r\u202e]/);
  });
});
