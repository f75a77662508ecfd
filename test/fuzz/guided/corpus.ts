import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";

/** A corpus is a compressed list of inputs, with a character for each byte. */
export type CorpusName = "receiver" | "spec-reader";

const toUrl = (name: CorpusName): URL => new URL(`corpus/${name}.json.gz.txt`, import.meta.url);

export function readCorpus(name: CorpusName): Uint8Array[] {
  const packed = Buffer.from(readFileSync(toUrl(name), "utf8"), "base64");
  const texts = JSON.parse(gunzipSync(packed).toString()) as string[];
  return texts.map((text) => Buffer.from(text, "latin1"));
}

export function writeCorpus(name: CorpusName, inputs: readonly Uint8Array[]): void {
  const texts = inputs.map((input) => Buffer.from(input).toString("latin1"));
  const lines =
    gzipSync(JSON.stringify(texts), { level: 9 })
      .toString("base64")
      .match(/.{1,110}/g) ?? [];
  writeFileSync(toUrl(name), `${lines.join("\n")}\n`);
}
