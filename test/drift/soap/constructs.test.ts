import { describe, expect, it } from "vitest";
import type { Claim } from "../../../generator/drift/claim.js";
import type { Reading } from "../../../generator/drift/reading.js";
import { soapReader } from "../../../generator/drift/soap/soap-reader.js";
import { constructs } from "./constructs.js";
import { bodyNames, need, readSoap } from "./reading.js";

const wrap = (content: string): string =>
  `<schema xmlns="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="urn:t">\n${content}\n</schema>`;

describe("a schema", () => {
  it.each(constructs)("with $name", async ({ given, want }) => {
    expect(write(need(await readSoap(wrap(given), bodyNames)))).toEqual(want);
  });

  it("says the same in a WSDL", async () => {
    const [{ given, want } = { given: "", want: [] }] = constructs;
    const wsdl = `<w:definitions xmlns:w="http://schemas.xmlsoap.org/wsdl/"><w:import location="b.wsdl"/><w:types>${wrap(given)}</w:types></w:definitions>`;
    expect(write(need(await readSoap(wsdl, bodyNames)))).toEqual([
      ...want,
      'unread (1): what it takes from "b.wsdl" is not read: put it into this file',
    ]);
  });
});

describe("a file", () => {
  it.each([
    { file: "API.WSDL", beginning: "", want: true },
    { file: "types.xsd", beginning: "", want: true },
    {
      file: "api.xml",
      beginning: `\ufeff<?xml?><w:definitions xmlns:w='http://schemas.xmlsoap.org/wsdl/'>`,
      want: true,
    },
    { file: "api", beginning: wrap(""), want: true },
    { file: "page.html", beginning: "<!DOCTYPE html><p>http://schemas.xmlsoap.org/wsdl/", want: false },
    { file: "notes.md", beginning: `# Notes on xmlns="http://www.w3.org/2001/XMLSchema"`, want: false },
  ])("$file that begins so is read as a WSDL: $want", ({ file, beginning, want }) => {
    expect(soapReader.recognizes(file, beginning)).toBe(want);
  });
});

/** A reading in lines: what the claims of a path and a line say together; then what is unread. */
function write({ claims, remarks }: Reading): string[] {
  const byPlace = new Map<string, string[]>();
  for (const claim of claims) {
    const place = `${claim.subject.path} (${claim.sentence.place.line})`;
    byPlace.set(place, [...(byPlace.get(place) ?? []), writeStatement(claim)]);
  }
  return [
    ...[...byPlace].map(([place, said]) => `${place}: ${said.join(", ")}`),
    ...remarks.map(({ sentence, unread = "" }) => `unread (${sentence.place.line}): ${unread}`),
  ];
}

function writeStatement({ says }: Claim): string {
  if (says.about === "type") return says.type;
  if (says.about === "optional") return says.optional ? "optional" : "required";
  if (says.about === "values") return `${says.values.join(" ")}${says.all ? "" : " and others"}`;
  return says.about === "existence" ? "is there" : says.about;
}
