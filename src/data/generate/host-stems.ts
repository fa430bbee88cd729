/**
 * Hostname stems of an API: what `endpoints.json` and the endpoint rules put before region and DNS suffix, with FIPS and
 * dual-stack marks folded. Labels that are input (`{AccountId}`, a bucket) are dropped.
 */

interface EndpointSources {
  readonly endpoints: unknown;
  readonly endpointRules: unknown;
  readonly taken: ReadonlySet<string>;
}

const REGION = /^(?:[a-z]{2,4}(?:-[a-z]+){1,3}-\d|us-gov|global|\{(?:\w+#)?region\}|\{\w+#implicitGlobalRegion\})$/i;
const END = /^(?:dualstack|amazonaws|api|aws|c2s|sc2s|csp|cloud|cloud-aws)$/i;

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

const childrenOf = (value: unknown): readonly unknown[] => (isRecord(value) ? Object.values(value) : []);

const child = (value: unknown, key: string): unknown => (isRecord(value) ? value[key] : undefined);

/** Every string under one of `keys`, at any depth. */
function* stringsUnder(value: unknown, keys: ReadonlySet<string>): Generator<string> {
  if (!isRecord(value)) return;
  for (const [key, entry] of Object.entries(value)) {
    if (typeof entry === "string" && keys.has(key)) yield entry;
    else yield* stringsUnder(entry, keys);
  }
}

/** Whether the labels from here on are a DNS suffix: `api` is a stem in `api.ecr` and a suffix in `api.aws`. */
function endsHere(labels: readonly string[], at: number): boolean {
  const label = labels[at] ?? "";
  if (REGION.test(label) || /suffix\}$/i.test(label)) return true;
  if (label === "api") return /^(?:aws|amazonwebservices|cloud-aws)$/.test(labels[at + 1] ?? "");
  return END.test(label);
}

/** `api.sagemaker` of `https://api-fips.sagemaker.{Region}.{PartitionResult#dnsSuffix}`; undefined where nothing is left. */
export function stemOfTemplate(template: string): string | undefined {
  const host = template.replace(/^https?:\/\//, "").replace(/\/.*$/, "");
  if (host.includes(":") || /#authority\}/.test(host)) return undefined;
  const labels = host.split(/\.(?![^{]*\})/);
  while (labels.length > 0 && REGION.test(labels[0] ?? "")) labels.shift();
  const end = labels.findIndex((_, index) => endsHere(labels, index));
  const stem = labels.slice(0, end < 0 ? labels.length : end).map((label) => label.replace(/-fips$/, ""));
  const plain = stem.filter((label) => label !== "fips" && !label.includes("{"));
  return end < 0 ||
    stem.at(-1)?.includes("{") === true ||
    plain.length === 0 ||
    plain.some((label) => /-\d+$/.test(label))
    ? undefined
    : plain.join(".");
}

/**
 * Stems other than the endpoint prefix, sorted. `endpoints.json` files some hosts of one API under another's name: stems in
 * `taken`, the endpoint prefixes of other APIs, count only where the API's own rules name them.
 */
export function hostStems(
  endpointPrefix: string,
  { endpoints, endpointRules, taken }: EndpointSources,
): readonly string[] {
  const ofPrefix = childrenOf(child(endpoints, "partitions")).map((partition) =>
    child(child(partition, "services"), endpointPrefix),
  );
  const stemsOf = (templates: Iterable<string>): readonly string[] =>
    [...templates].flatMap((template) => stemOfTemplate(template.replaceAll("{service}", endpointPrefix)) ?? []);
  const listed = ofPrefix.flatMap((entry) => [...stringsUnder(entry, new Set(["hostname", "sslCommonName"]))]);
  const stems = [
    ...stemsOf(listed).filter((stem) => !taken.has(stem)),
    ...stemsOf(stringsUnder(endpointRules, new Set(["url"]))),
  ];
  return [...new Set(stems)].filter((stem) => stem !== endpointPrefix).sort();
}
