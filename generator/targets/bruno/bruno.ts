import {
  createCollection,
  type Collection,
  type CollectionRequest,
  type Folder,
} from "../../collection/collection.js";
import { settings } from "../../collection/collection.js";
import { guideFile } from "../code-file.js";
import { printJson } from "../json-file.js";
import type { OutputFile, Target } from "../target.js";
import { dictionaryBlock, joinBlocks, textBlock } from "./blocks.js";

/** The target that writes a collection for Bruno, which is a folder of files. */
export const bruno: Target<"bruno"> = {
  name: "bruno",
  summary: "a Bruno collection: signed sample requests of every event, and tests of the answers",
  needs: [],
  emit: (view, context) => {
    const read: Read = (name) => context.template(`bruno/${name}.js`).trimEnd();
    const collection = createCollection(view, context);
    const config = { version: "1", name: collection.name, type: "collection" };
    return Promise.resolve([
      { path: "bruno/bruno.json", content: printJson(config) },
      { path: "bruno/collection.bru", content: printCollection(collection, read) },
      { path: "bruno/environments/local.bru", content: dictionaryBlock("vars", settings) },
      ...collection.folders.flatMap((folder, index) =>
        folderFiles(folder, { path: "bruno", place: index + 1, read }),
      ),
      guideFile("bruno", context),
    ]);
  },
};

/** Reads a script of this target, without its last line break. */
type Read = (name: string) => string;

const printCollection = ({ headers, description }: Collection, read: Read): string =>
  joinBlocks(
    dictionaryBlock("headers", headers),
    textBlock("script:pre-request", read("sign")),
    textBlock("docs", description),
  );

interface Place {
  /** The folder above. */
  readonly path: string;
  /** Its place among its neighbours; those without one are sorted by name. */
  readonly place?: number;
  readonly read: Read;
}

function folderFiles(folder: Folder, { path: above, place, read }: Place): OutputFile[] {
  const path = `${above}/${folder.path}`;
  return [
    { path: `${path}/folder.bru`, content: printFolder(folder, read, place) },
    ...(folder.folders ?? []).flatMap((each) => folderFiles(each, { path, read })),
    ...(folder.requests ?? []).map((request) => ({
      path: `${path}/${toFileName(request.name)}.bru`,
      content: printRequest(request, read),
    })),
  ];
}

const printFolder = ({ name, description, tests }: Folder, read: Read, place?: number): string =>
  joinBlocks(
    dictionaryBlock("meta", { name, ...(place !== undefined && { seq: `${place}` }) }),
    ...(tests === undefined ? [] : [textBlock("tests", read(tests))]),
    textBlock("docs", description),
  );

/** Bruno keeps these for what a folder is. No sample of the spec has an underscore in its name. */
const toFileName = (name: string): string => (/^(?:folder|collection)$/.test(name) ? `${name}_` : name);

/** A request; its own script runs after that of the collection, when it is signed. */
const printRequest = ({ event, title, description, body, script }: CollectionRequest, read: Read): string =>
  joinBlocks(
    dictionaryBlock("meta", { name: title, type: "http" }),
    dictionaryBlock("post", { url: `{{baseUrl}}/${event}`, body: "json", auth: "none" }),
    textBlock("body:json", body),
    ...(script === undefined ? [] : [textBlock("script:pre-request", read(script))]),
    textBlock("docs", description),
  );
