import type { ProblemCode } from "../../../../generator/base/problem/catalogue.js";

/** The bytes of a file that cannot be read as text. */
export interface EncodingCase {
  readonly name: string;
  readonly given: Buffer;
  readonly want: { readonly code: ProblemCode; readonly message: string; readonly hint?: string };
}

const hint = "Save it as UTF-8 without a byte order mark.";

const encoded = (name: string, given: Buffer, detail: string): EncodingCase => ({
  name,
  given,
  want: { code: "not-utf8", message: `This file is not plain UTF-8: ${detail}.`, hint },
});

export const encodingCases: readonly EncodingCase[] = [
  encoded("a byte order mark", Buffer.from("\ufeff{}"), "it starts with a byte order mark"),
  encoded("UTF-16", Buffer.from("{}", "utf16le"), "it contains a NUL byte, like UTF-16"),
  encoded("a NUL byte", Buffer.from('{ "a": "\0" }'), "it contains a NUL byte, like UTF-16"),
  encoded("Latin-1", Buffer.from('{ "a": "caf\u00e9" }', "latin1"), "it contains invalid bytes"),
  encoded("a lone surrogate", Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]), "it contains invalid bytes"),
  {
    name: "a file of more than 5 MB",
    given: Buffer.alloc(5_000_001, " "),
    want: { code: "file-unreadable", message: "This file cannot be read: it is larger than 5000000 bytes." },
  },
];
