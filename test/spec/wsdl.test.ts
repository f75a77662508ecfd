import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { once } from "../../generator/base/once.js";
import { ownSpec } from "../../generator/contract/package/package-files.js";
import { indexContract } from "../../generator/drift/contract.js";
import { judgeSource as judgeReading } from "../../generator/drift/judge-source.js";
import { isOpenVerdict, type JudgedSource } from "../../generator/drift/source-content.js";
import { readWsdl } from "../../generator/drift/wsdl.js";
import { writeWsdl, wsdlTables } from "../drift/soap/wsdl-tables.js";
import { expectNone, loadOwnModel, loadOwnSpec, review } from "./own-spec.js";

const wsdl = writeWsdl(wsdlTables);

const loadContract = once(() => indexContract(loadOwnModel()));

function judge(text: string): JudgedSource {
  const { soapNames, reviewed } = loadOwnSpec();
  const reading = readWsdl("api.wsdl", text, soapNames);
  if (!reading.ok) throw new Error(reading.problems.map(({ message }) => message).join("\n"));
  return judgeReading(reading.value, loadContract(), reviewed, []);
}

describe("the vendor's WSDL, against the spec", () => {
  it("leaves nothing to do: what differs was seen there, or a person has reviewed it", () => {
    const { findings, title } = judge(wsdl);
    const loud = findings.filter(({ verdict }) => isOpenVerdict(verdict)).map(({ message }) => message);
    expect(loud, review(findings, title)).toEqual([]);
  });

  it("shows every erratum of the spec that it is a side of", () => {
    const reviewed = judge(wsdl).findings.flatMap((finding) => finding.reviewed ?? []);
    const mapped = Object.values(loadOwnSpec().soapNames.elements);
    const found = new Set(
      [...reviewed, ...mapped].flatMap((entry) => ("erratum" in entry ? [entry.erratum] : [])),
    );
    const unfound = [...listErrata()].filter((id) => !found.has(id));
    expectNone(
      unfound,
      'name these as "erratum" of their claims in spec/drift/reviewed.json, or mend what they say',
    );
  });
});

/** The errata whose text mentions the SOAP API. E05 is about courses, which the WSDL's webhooks lack. */
function listErrata(): ReadonlySet<string> {
  const texts = readdirSync(ownSpec, { recursive: true, encoding: "utf8" })
    .filter((path) => /^(?:requests|responses|common)\/.*\.json$/.test(path))
    .map((path) => readFileSync(join(ownSpec, path), "utf8"));
  const errata = texts.flatMap((text) => [...text.matchAll(/"id": "(E\d+)",\s+"says": "([^"]*)"/g)]);
  return new Set(
    errata.flatMap(([, id = "", says = ""]) => (says.includes("SOAP API") && id !== "E05" ? [id] : [])),
  );
}
