import type { CheckedSpec } from "../../../generator/contract/read/checked-spec.js";
import { buildModel } from "../../../generator/contract/model/build.js";
import type { TrafficReader } from "../../../generator/contract/traffic/traffic-reader.js";
import { indexContract, type Contract } from "../../../generator/drift/contract.js";
import { openRecordings, type TrafficContent } from "../../../generator/drift/recordings.js";
import type { SeenShape, Share, ShopRelease, Sighting } from "../../../generator/drift/seen-shape.js";
import { nameSubject, type DriftFinding } from "../../../generator/drift/source-content.js";

export const buildContract = (spec: CheckedSpec): Contract => indexContract(buildModel(spec));

interface ReaderOptions extends Partial<Pick<TrafficReader, "proveRelease" | "showsValues">> {
  /** By shop. */
  readonly releases?: Readonly<Record<string, string>> | undefined;
}

/** A reader that knows nothing of tills, so that any small spec will do. */
export const createReader = ({ releases = {}, ...options }: ReaderOptions = {}): TrafficReader => ({
  findRelease: (shop) => releases[shop],
  proveRelease: () => undefined,
  amounts: { combinations: [], listFitting: () => undefined },
  showsValues: false,
  ...options,
});

/** Reads recordings of the same shops: the texts of files by their names. */
export function read(
  files: Readonly<Record<string, string>>,
  contract: Contract,
  reader = createReader(),
): TrafficContent {
  const recordings = openRecordings(contract, reader);
  for (const [file, text] of Object.entries(files)) recordings.read(file, text);
  return recordings.finish();
}

export const toLines = (records: readonly unknown[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join("");

/** `new request ping.mood: not in the spec; string or null; in 2 of 3 bodies` */
export const tell = ({ findings }: Pick<TrafficContent, "findings">): readonly string[] =>
  findings.map((finding) => {
    const { seen, shapes = [] } = finding;
    const types = [...new Set(shapes.map(nameKinds))].join(" or ");
    return [nameFinding(finding), types, seen && `in ${formatShare(seen.bodies)} bodies`]
      .filter(Boolean)
      .join("; ");
  });

/** With the parts of what is new, the events and the shops. */
export const tellAll = ({ findings }: Pick<TrafficContent, "findings">): readonly (readonly string[])[] =>
  findings.map((finding) => {
    const { seen, seenValues, carries, shapes = [] } = finding;
    return [
      nameFinding(finding),
      ...(carries?.length ? [`carries ${carries.join(" ")}`] : []),
      ...shapes.flatMap((shape) => describeShape(shape)),
      ...(seenValues ? [`values ${seenValues.join(" ")}`] : []),
      ...(seen ? describeSighting(seen) : []),
    ];
  });

const nameFinding = ({ verdict, subject, message }: DriftFinding): string =>
  [verdict, subject && `${nameSubject(subject)}:`, message].filter(Boolean).join(" ");

function describeShape(shape: SeenShape): readonly string[] {
  const { path, values, seen, items, parts } = shape;
  const inside = [...parts, ...(items?.parts ?? [])].flatMap(describeShape);
  const named = values ? ` ${values.join(" ")}` : "";
  const { objects } = seen;
  return [`${path}: ${nameKinds(shape)}${named}, in ${formatShare(objects)} objects`, ...inside];
}

function nameKinds({ kinds, items, hasDataNames }: SeenShape): string {
  const names = kinds.map(({ kind, times }) => `${times} ${kind}`);
  const inside = items && items.kinds.length > 0 ? ` of ${nameKinds(items)}` : "";
  return `${names.join(" or ")}${inside}${hasDataNames ? " with names that may be data" : ""}`;
}

const describeSighting = ({ bodies, objects, events, shops }: Sighting): readonly string[] => [
  `in ${formatShare(bodies)} bodies${objects.all === bodies.all ? "" : `, ${formatShare(objects)} objects`}`,
  ...events.map(({ event, ...share }) => `${event} ${formatShare(share)}`),
  ...shops.map((shop) => `${nameShop(shop)} ${formatShare(shop)}`),
];

const nameShop = ({ shop, release, proved }: ShopRelease): string => {
  const known = release === undefined ? proved && ` (v${proved} or later)` : ` (v${release})`;
  return `${shop || "a shop"}${known ?? ""}`;
};

const formatShare = ({ some, all }: Share): string => `${some} of ${all}`;
