import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { once } from "../../generator/once.js";
import { ownSpec } from "../../generator/package/package-files.js";
import { planted } from "../drift/soap/planted.js";
import { listLoud, makeJudge, writeFinding } from "../drift/soap/reading.js";
import { writeWsdl, wsdlTables } from "../drift/soap/wsdl-tables.js";
import { extend, loadOwnSpec, review } from "./own-spec.js";

const wsdl = writeWsdl(wsdlTables);
const judge = (text: string) => makeOwnJudge()(text);
const makeOwnJudge = once(() => makeJudge(loadOwnSpec()));

/** What is to be done without any difference: nothing, or what the first test tells of. */
const findUsual = once(async () => listLoud(await judge(wsdl)).map(writeFinding));

/** What is to be done about a changed WSDL, and was not before. */
async function findNew(changed: string): Promise<readonly string[]> {
  const usual = new Set(await findUsual());
  return listLoud(await judge(changed))
    .map(writeFinding)
    .filter((line) => !usual.has(line));
}

describe("the vendor's WSDL, against the spec", () => {
  it("leaves nothing to do: what differs was seen there, or a person has reviewed it", async () => {
    expect(await findUsual(), review("WSDL of the API")).toEqual([]);
  });

  it("shows every erratum of the spec that it is a side of", async () => {
    const reviewed = (await judge(wsdl)).flatMap((finding) => finding.reviewed ?? []);
    const mapped = Object.values(loadOwnSpec().soapNames.elements);
    const found = new Set(
      [...reviewed, ...mapped].flatMap((entry) => ("erratum" in entry ? [entry.erratum] : [])),
    );
    const unfound = [...listErrata()].filter((id) => !found.has(id));
    expect(unfound, extend('spec/drift/reviewed.json with an entry that has the "erratum"')).toEqual([]);
  });
});

/** The errata whose text names the SOAP API; E05 is of courses, which its webhooks do not have. */
function listErrata(): ReadonlySet<string> {
  const texts = readdirSync(ownSpec, { recursive: true, encoding: "utf8" })
    .filter((path) => /^(?:requests|responses|common)\/.*\.json$/.test(path))
    .map((path) => readFileSync(join(ownSpec, path), "utf8"));
  const errata = texts.flatMap((text) => [...text.matchAll(/"id": "(E\d+)",\s+"says": "([^"]*)"/g)]);
  return new Set(
    errata.flatMap(([, id = "", says = ""]) => (says.includes("SOAP API") && id !== "E05" ? [id] : [])),
  );
}

describe("a difference in the WSDL", () => {
  for (const [from, to, ...want] of planted)
    it(`is found, if it is one: ${from} becomes ${to}`, async () => {
      const at = wsdl.indexOf(from);
      expect(at).toBeGreaterThan(0);
      const line = wsdl.slice(0, at).split("\n").length;
      const found = await findNew(wsdl.replace(from, () => to));
      const place = (_: string, more?: string): string => `(${line + Number(more ?? 0)})`;
      expect(found).toEqual(want.map((text) => text.replace(/\(\^([+-]\d+)?\)/, place)));
    });

  it("is none, if only the prefixes of namespaces are others", async () => {
    const other = wsdl.replaceAll("api:", "plus:").replaceAll("xmlns:api", "xmlns:plus");
    expect(other).toContain('type="plus:');
    const another = other.replaceAll("xsd:", "").replaceAll("xmlns:xsd", "xmlns:unused");
    const within = another.replaceAll("<schema", '<schema xmlns="http://www.w3.org/2001/XMLSchema"');
    expect(within).toContain('type="string"');
    expect(await findNew(other)).toEqual([]);
    expect(await findNew(within)).toEqual([]);
  });
});
