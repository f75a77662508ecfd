// A multiple of the real spec: renamed copies of every event, and of everything that only events refer to, with
// their examples, flows and terms. The envelope is not copied. Tasks are left out because they have handlers.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "../processes.mjs";

const spec = join(root, "spec");

/** Writes a grown spec into a folder, and returns its number of types: objects, and two for each event. */
export function writeGrownSpec(folder, times) {
  const files = readFiles();
  const copied = reachedByEvents(files);
  const copies = Array.from({ length: times - 1 }, (_, n) => copyFiles(files, copied, n + 1));
  const grown = new Map([...files, ...copies.flatMap((copy) => [...copy])]);
  const terms = [files, ...copies].flatMap((some) => some.get("glossary.json").terms);
  grown.set("glossary.json", { ...files.get("glossary.json"), terms });
  const lists = copies.map((copy) => copy.get("products.json").products);
  const products = files.get("products.json").products.map(({ sends, takes, ...product }, index) => ({
    ...product,
    sends: [...sends, ...lists.flatMap((list) => list[index].sends)],
    takes: [...takes, ...lists.flatMap((list) => list[index].takes)],
  }));
  grown.set("products.json", { products });
  for (const [path, content] of grown) {
    const place = join(folder, path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, JSON.stringify(content));
  }
  const events = [...grown.keys()].filter((path) => path.startsWith("events/"));
  return [...grown.values()].reduce((sum, content) => sum + objectsIn(content), 2 * events.length);
}

const readFiles = () =>
  new Map(
    readdirSync(spec, { recursive: true })
      .filter((path) => path.endsWith(".json") && !/^(dialect|tasks)\b/.test(path))
      .map((path) => [path.replaceAll("\\", "/"), JSON.parse(readFileSync(join(spec, path), "utf8"))]),
  );

function reachedByEvents(files) {
  const found = new Set();
  const follow = (path) => {
    if (found.has(path) || path === "error-codes.json") return;
    found.add(path);
    const leads = (key, value) => (key === "$ref" ? [value] : key === "x-includes" ? value : []);
    collect(files.get(path), leads).forEach(follow);
  };
  for (const [path, { carries = {}, answers = {} }] of files) {
    if (!path.startsWith("events/")) continue;
    Object.keys(carries).forEach((name) => follow(`requests/${name}.json`));
    Object.keys(answers).forEach((name) => follow(`responses/${name}.json`));
  }
  return found;
}

function copyFiles(files, copied, n) {
  const path = (old) => (copied.has(old) ? numbered(old, n) : old);
  const object = (folder) => (name) => (copied.has(`${folder}/${name}.json`) ? `${name}C${n}` : name);
  const objects = (folder) => (value) => renameKeys(value, object(folder));
  const titles = new Set([...copied].flatMap((each) => titlesIn(files.get(each))));
  const events = new Set([...files.keys()].flatMap((each) => /^events\/(.+)\.json$/.exec(each)?.[1] ?? []));
  const copiedAddress = (address) => {
    const [, name, ...rest] = address.split("/");
    return ["", object("requests")(name), ...rest].join("/");
  };
  const copiedTake = ({ answers, ...take }) => ({ ...take, answers: answers.map(object("responses")) });
  const isAddress = (value) => typeof value === "string" && value.startsWith("/");
  const copiedActs = (till) =>
    JSON.parse(JSON.stringify(till, (_, value) => (isAddress(value) ? copiedAddress(value) : value)));
  const kinds = {
    // A new project starts with events of the first copy only.
    events: ({ carries = {}, answers = {}, takes, till, start: _, ...rest }) => ({
      ...rest,
      ...(till && { till: copiedActs(till) }),
      ...(takes && { takes: takes.map(copiedTake) }),
      carries: objects("requests")(carries),
      answers: objects("responses")(answers),
    }),
    examples: ({ request, response, errorRequest: told, ...rest }) => ({
      ...rest,
      ...(told && { errorRequest: { ...told, original: objects("requests")(told.original) } }),
      ...(request && { request: objects("requests")(request) }),
      ...(response && { response: objects("responses")(response) }),
    }),
    // Flows that are the same for any event are not copied, nor are their answers.
    flows: ({ setUp, steps, story, anyEvent: _, ...rest }) => ({
      ...rest,
      story: objects("requests")(story),
      title: `${rest.title} C${n}`,
      setUp: setUp.map((entry) => ({ ...entry, event: `${entry.event}C${n}` })),
      steps: steps.map(({ call, next, ...step }) => ({
        ...step,
        event: `${step.event}C${n}`,
        ...(step.with && { with: objects("requests")(step.with) }),
        ...(call && { call: { ...call, address: copiedAddress(call.address) } }),
        next: next.map(({ answer, example, ...edge }) => ({
          ...edge,
          ...(answer && { answer: objects("responses")(answer) }),
          ...(example && { example: example.replace("/", `C${n}/`) }),
        })),
      })),
    }),
  };
  const see = (name) => (titles.has(name) || events.has(name) ? `${name}C${n}` : name);
  const terms = files.get("glossary.json").terms.map((term) => ({
    ...term,
    term: `${term.term} C${n}`,
    ...(term.see && { see: term.see.map(see) }),
  }));
  const copies = [...files].flatMap(([old, content]) => {
    const copy = copied.has(old) ? (value) => renameShape(value, path, n) : kinds[old.split("/")[0]];
    return copy ? [[numbered(old, n), copy(content)]] : [];
  });
  const copiedGroups = (groups, key, rename) =>
    groups
      .map((group) => ({
        ...group,
        [key]: group[key].map(rename).filter((name) => !group[key].includes(name)),
      }))
      .filter((group) => group[key].length > 0);
  const copiedUnfilled = ({ unfilled, ...group }) => ({
    ...group,
    ...(unfilled && { unfilled: unfilled.map(object("requests")) }),
  });
  const products = files.get("products.json").products.map(({ sends, takes }) => ({
    sends: copiedGroups(sends, "events", (event) => `${event}C${n}`).map(copiedUnfilled),
    takes: copiedGroups(takes, "answers", object("responses")),
  }));
  return new Map([...copies, ["glossary.json", { terms }], ["products.json", { products }]]);
}

function numbered(path, n) {
  if (path.startsWith("examples/")) return path.replace(/\/([^/]+)$/, `C${n}/$1`);
  return path.replace(/\.json$/, /^(common|flows)\//.test(path) ? `-c${n}.json` : `C${n}.json`);
}

const renameShape = (shape, path, n) =>
  JSON.parse(
    JSON.stringify(shape, (key, value) => {
      if (key === "$ref") return path(value);
      if (key === "x-includes") return value.map(path);
      if (key === "x-only-for") return value.map((event) => `${event}C${n}`);
      if (key === "x-optional-for") return renameKeys(value, (event) => `${event}C${n}`);
      return key === "title" && typeof value === "string" ? `${value}C${n}` : value;
    }),
  );

const renameKeys = (object, rename) =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [rename(key), value]));

function collect(whole, find) {
  const found = [];
  JSON.stringify(whole, (key, value) => {
    found.push(...find(key, value));
    return value;
  });
  return found;
}

const titlesIn = (shape) =>
  collect(shape, (key, value) => (key === "title" && typeof value === "string" ? [value] : []));

const objectsIn = (content) =>
  collect(content, (_, value) => (value?.properties && typeof value.title === "string" ? [value] : []))
    .length;
