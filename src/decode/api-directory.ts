/**
 * Which APIs a request can be for: those of the signing name in its credential scope, else (no or another signature)
 * those that the target, the version or the host names. The host never overrules a signature.
 */
import type { ApiEntry, ApiIndex } from "../data/api-index.ts";
import type { Addressing } from "../services/define-addressing.ts";
import { compileHostForms, type HostReader, type HostReading } from "./host/host-forms.ts";
import { hostStem, stemFit, withoutHostPrefix } from "./host/host-stem.ts";
import type { RequestView } from "./request-view.ts";
import type { Signature } from "./sigv4/signature.ts";
import type { WireOperation } from "./wire-operation.ts";

export interface ApiDirectory {
  /** Everything that the signature, or else the wire, allows; the order is the index's. */
  candidates(signature: Signature, wire: WireOperation, view: RequestView): readonly ApiEntry[];
  /** APIs that the target or the host names, whatever the signature says. */
  named(wire: WireOperation, view: RequestView): readonly ApiEntry[];
  /** 3: the host carries the API's own form or name; 0: nothing of it. */
  hostFit(api: ApiEntry, hostname: string, hostPrefix?: string): number;
  readHost(sdkId: string, hostname: string): HostReading | undefined;
}

interface Directory {
  readonly apis: ApiIndex;
  readonly readers: ReadonlyMap<string, HostReader>;
  readonly alsoSigned: ReadonlyMap<string, readonly ApiEntry[]>;
  readonly byStem: ReadonlyMap<string, readonly ApiEntry[]>;
}

function groupBy(pairs: Iterable<readonly [string, ApiEntry]>): ReadonlyMap<string, readonly ApiEntry[]> {
  const groups = new Map<string, ApiEntry[]>();
  for (const [key, entry] of pairs) {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else if (!group.includes(entry)) group.push(entry);
  }
  return groups;
}

function openDirectory(apis: ApiIndex, addressing: (sdkId: string) => Addressing | undefined): Directory {
  const readers = new Map<string, HostReader>();
  const signed: [string, ApiEntry][] = [];
  const stems: [string, ApiEntry][] = [];
  for (const entry of apis.entries) {
    const own = addressing(entry.sdkId);
    const reader = own === undefined ? undefined : compileHostForms(own);
    if (reader !== undefined) readers.set(entry.sdkId, reader);
    for (const name of own?.signingNames ?? []) signed.push([name, entry]);
    for (const stem of [entry.endpointPrefix, ...(entry.hostPrefixes ?? [])]) stems.push([stem, entry]);
  }
  return { apis, readers, alsoSigned: groupBy(signed), byStem: groupBy(stems) };
}

/** `a.b.c`, `b.c`, `c`: labels in front may be input. */
function* stemSuffixes(stem: string): Generator<string> {
  for (let rest = stem; rest !== ""; rest = rest.includes(".") ? rest.slice(rest.indexOf(".") + 1) : "") yield rest;
}

function byHost({ byStem, readers, apis }: Directory, hostname: string): readonly ApiEntry[] {
  const stem = hostStem(hostname);
  const found = stem === undefined ? [] : [...stemSuffixes(stem)].flatMap((suffix) => byStem.get(suffix) ?? []);
  const formed =
    stem === undefined ? [] : apis.entries.filter(({ sdkId }) => readers.get(sdkId)?.(hostname) !== undefined);
  return [...new Set([...found, ...formed])];
}

function byWire({ apis }: Directory, wire: WireOperation): readonly ApiEntry[] {
  if (wire.kind === "target" || wire.kind === "cbor-path") return apis.withTargetPrefix(wire.target);
  if (wire.kind !== "action") return [];
  return apis.entries.filter(
    ({ apiVersion, protocols }) => apiVersion === wire.version && formProtocol(protocols) !== undefined,
  );
}

/** The protocol of the API that names the operation in a form; undefined where it has none. */
export function formProtocol(protocols: ApiEntry["protocols"]): "query" | "ec2" | undefined {
  return protocols.find((protocol) => protocol === "query" || protocol === "ec2");
}

const legacyFamily = ({ legacySignature }: ApiEntry): "query" | "storage" | undefined =>
  legacySignature === undefined ? undefined : legacySignature === "v2" ? "query" : "storage";

function ofSignature(directory: Directory, signature: Signature): readonly ApiEntry[] | undefined {
  const { apis, alsoSigned } = directory;
  if (signature.kind === "scoped") {
    const also = alsoSigned.get(signature.signingName) ?? [];
    const own = apis.withSigningName(signature.signingName);
    return also.length === 0 ? own : [...new Set([...own, ...also])];
  }
  if (signature.kind === "legacy") return apis.entries.filter((entry) => legacyFamily(entry) === signature.family);
  return undefined;
}

export function createApiDirectory(
  apis: ApiIndex,
  addressing: (sdkId: string) => Addressing | undefined,
): ApiDirectory {
  const directory = openDirectory(apis, addressing);
  const named: ApiDirectory["named"] = (wire, view) => {
    const wired = byWire(directory, wire);
    return wired.length > 0 ? wired : byHost(directory, view.hostname);
  };
  return {
    named,
    candidates: (signature, wire, view) => ofSignature(directory, signature) ?? named(wire, view),
    hostFit(api, hostname, hostPrefix) {
      const reader = directory.readers.get(api.sdkId);
      if (reader !== undefined) return reader(hostname) === undefined ? 0 : 3;
      const stem = hostStem(hostname);
      if (stem === undefined) return 0;
      const plain = hostPrefix === undefined ? 0 : stemFit(withoutHostPrefix(stem, hostPrefix).stem, api);
      return Math.max(plain === 2 ? 3 : plain, stemFit(stem, api));
    },
    readHost: (sdkId, hostname) => directory.readers.get(sdkId)?.(hostname),
  };
}
