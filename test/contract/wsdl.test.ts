import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { once } from "../../generator/once.js";
import { ownSpec } from "../../generator/package/package-files.js";
import { indexContract } from "../../generator/drift/contract.js";
import { judge as judgeReading } from "../../generator/drift/judge.js";
import { isLoud, nameSubject, type DriftFinding } from "../../generator/drift/row.js";
import { readWsdl } from "../../generator/drift/wsdl.js";
import { readCases } from "../drift/cases.js";
import { writeWsdl, wsdlTables } from "../drift/soap/wsdl-tables.js";
import { expectList, loadOwnModel, loadOwnSpec, review } from "./own-spec.js";

const wsdl = writeWsdl(wsdlTables);

const loadContract = once(() => indexContract(loadOwnModel(), loadOwnSpec().names));

/** What becomes of all that a WSDL says. */
function judge(text: string): readonly DriftFinding[] {
  const { soapNames, reviewed } = loadOwnSpec();
  const reading = readWsdl("api.wsdl", text, soapNames);
  if (!reading.ok) throw new Error(reading.problems.map(({ message }) => message).join("\n"));
  return judgeReading(reading.value, loadContract(), reviewed, []).findings;
}

/** What there is to do about it, a finding on a line, with the line of the source that it is about. */
const listLoud = (text: string): readonly string[] =>
  judge(text)
    .filter(({ verdict }) => isLoud(verdict))
    .map(({ verdict, subject, place, message }) => {
      const about = subject ? ` ${nameSubject(subject)}` : "";
      return `${verdict}${about}${place ? ` (${place.line})` : ""}: ${message}`;
    });

/** What is to be done without any difference: nothing, or what the first test tells of. */
const findUsual = once(() => new Set(listLoud(wsdl)));

/** What is to be done about a changed WSDL, and was not before. */
const findNew = (changed: string): readonly string[] =>
  listLoud(changed).filter((line) => !findUsual().has(line));

describe("the vendor's WSDL, against the spec", () => {
  it("leaves nothing to do: what differs was seen there, or a person has reviewed it", () => {
    expect([...findUsual()], review(judge(wsdl), "WSDL of the API")).toEqual([]);
  });

  it("shows every erratum of the spec that it is a side of", () => {
    const reviewed = judge(wsdl).flatMap((finding) => finding.reviewed ?? []);
    const mapped = Object.values(loadOwnSpec().soapNames.elements);
    const found = new Set(
      [...reviewed, ...mapped].flatMap((entry) => ("erratum" in entry ? [entry.erratum] : [])),
    );
    const unfound = [...listErrata()].filter((id) => !found.has(id));
    expectList(unfound, [], 'spec/drift/reviewed.json: the "erratum" of an entry, or what the erratum says');
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

interface Planted {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly told: readonly string[];
}

const planted = readCases("../drift/soap/planted.yaml", import.meta) as readonly Planted[];

describe("a difference in the WSDL", () => {
  it.each(planted)("is found, if it is one: $name", ({ from, to, told }) => {
    const at = wsdl.indexOf(from);
    expect(at).toBeGreaterThan(0);
    const line = wsdl.slice(0, at).split("\n").length;
    const found = findNew(wsdl.replace(from, () => to));
    const place = (_: string, more?: string): string => `(${line + Number(more ?? 0)})`;
    expect(found).toEqual(told.map((text) => text.replace(/\(\^([+-]\d+)?\)/, place)));
  });

  it("is none, if only the prefixes of namespaces are others", () => {
    const other = wsdl.replaceAll("api:", "plus:").replaceAll("xmlns:api", "xmlns:plus");
    expect(other).toContain('type="plus:');
    const another = other.replaceAll("xsd:", "").replaceAll("xmlns:xsd", "xmlns:unused");
    const within = another.replaceAll("<schema", '<schema xmlns="http://www.w3.org/2001/XMLSchema"');
    expect(within).toContain('type="string"');
    expect(findNew(other)).toEqual([]);
    expect(findNew(within)).toEqual([]);
  });
});
