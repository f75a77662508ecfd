import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { withPlainFile } from "../../../generator/contract/read/plain-file.js";
import { readReviews, readSpec } from "../../../generator/contract/read/read-spec.js";
import { encodingCases } from "../lint/broken-specs/encoding.js";
import { entryCases, putEntry, secretLine } from "../lint/broken-specs/entries.js";
import { smallSpec, toSources } from "./small-spec.js";

const startFolder = process.cwd();
let folder: string;

beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "read-spec-"))));
afterEach(() => {
  process.chdir(startFolder);
  rmSync(folder, { recursive: true });
});

function write(path: string, content: string | Buffer): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

const writeSmallSpec = (): void => toSources(smallSpec).forEach(({ path, text }) => write(path, text));

const whole = { ok: true, value: toSources(smallSpec), warnings: [] };

describe("readSpec", () => {
  it("reads every JSON file of a folder, sorted, by its path from there", () => {
    writeSmallSpec();
    expect(readSpec(folder)).toEqual(whole);
  });

  it.each([
    ["a path that ends in a slash", () => `${folder}/`],
    ["the current folder", () => "."],
    ["a roundabout path", () => "events/../."],
  ])("reads the same from %s", (_, given) => {
    writeSmallSpec();
    process.chdir(folder);
    expect(readSpec(given())).toEqual(whole);
  });

  it("reads the handlers of tasks, and no other code", () => {
    writeSmallSpec();
    write("tasks/cards.ts", "export {};\n");
    write("events/scanCode.ts", "export {};\n");
    const sources = toSources({ ...smallSpec, "tasks/cards.ts": "export {};\n" });
    expect(readSpec(folder)).toEqual({ ok: true, value: sources, warnings: [] });
  });

  it("leaves out the dialect and all that is no JSON file", () => {
    writeSmallSpec();
    for (const path of ["dialect/shape.schema.json", "README.md", "notes.json/readme.txt"]) write(path, "{}");
    expect(readSpec(folder)).toEqual(whole);
  });

  it("leaves the reviews to those who ask for them, and to nobody else the dialect", () => {
    writeSmallSpec();
    write("dialect/shape.schema.json", "{}");
    write("drift/reviewed.json", "{ nonsense");
    write("drift/README.md", "Nothing.");
    expect(readSpec(folder)).toEqual(whole);
    const reviews = [{ path: "drift/reviewed.json", text: "{ nonsense" }];
    expect(readReviews(folder)).toEqual({ ok: true, value: reviews, warnings: [] });
  });

  it.each(encodingCases)("refuses $name", ({ given, want }) => {
    write("events/scanCode.json", given);
    expect(readSpec(folder)).toEqual({
      ok: false,
      problems: [{ ...want, severity: "error", place: { file: "events/scanCode.json", pointer: "" } }],
    });
  });

  it("names every file that cannot be read", () => {
    write("a.json", "\ufeff");
    write("b.json", "{}");
    symlinkSync("nowhere", join(folder, "c.json"));
    const outcome = readSpec(folder);
    expect(outcome.ok ? [] : outcome.problems.map(({ place, message }) => [place?.file, message])).toEqual([
      ["a.json", "This file is not plain UTF-8: it starts with a byte order mark."],
      ["c.json", "This is a symbolic link; a spec may contain only regular files and folders."],
    ]);
  });

  describe.skipIf(process.platform === "win32")("refuses what is neither a file nor a folder:", () => {
    it.each(entryCases)("$name", (entry) => {
      writeSmallSpec();
      putEntry(entry, folder, join(folder, "..", "outside.txt"));
      const place = { file: entry.at, pointer: "" };
      const problems = [{ ...entry.want, severity: "error", place }];
      expect(readSpec(folder)).toEqual({ ok: false, problems });
    });

    it("a link that took the place of a file after the folder was listed", () => {
      symlinkSync("secret", join(folder, "file"));
      write("secret", secretLine);
      expect(() => withPlainFile(join(folder, "file"), (file) => readFileSync(file))).toThrow("ELOOP");
    });

    it("a device", () => {
      const outcome = readSpec("/dev");
      const found = outcome.ok ? [] : outcome.problems.filter(({ place }) => place?.file === "null");
      expect(found.map(({ message }) => message)).toEqual([
        "This is a device; a spec may contain only regular files and folders.",
      ]);
    });
  });

  it("reads a folder that is itself reached by a link", () => {
    mkdirSync(join(folder, "real"));
    toSources(smallSpec).forEach(({ path, text }) => write(`real/${path}`, text));
    symlinkSync("real", join(folder, "link"));
    for (const given of ["link", "link/"]) {
      expect(readSpec(join(folder, given))).toEqual(whole);
    }
  });

  it.each([
    { name: "is not there", path: "nowhere", reason: "it does not exist" },
    { name: "is a file", path: "releases.json", reason: "it is not a folder" },
  ])("says so where the folder $name", ({ path, reason }) => {
    write("releases.json", "{}");
    const spec = join(folder, path);
    const outcome = readSpec(spec);
    expect(outcome.ok ? [] : outcome.problems).toMatchObject([
      { code: "spec-unreadable", message: `The spec folder ${spec} cannot be read: ${reason}.` },
    ]);
  });
});
