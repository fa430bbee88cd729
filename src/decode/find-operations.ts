/**
 * Candidates for the operation that a request is: by the name on the wire, or by method and path. Choosing among them is
 * `choose-operation.ts`.
 */
import type { ApiEntry, ApiIndex, ApiModel, OperationModel } from "../data/api-index.ts";
import type { Addressing } from "../services/define-addressing.ts";
import type { WireProtocol } from "./api-call.ts";
import { type ApiDirectory, formProtocol } from "./api-directory.ts";
import {
  compileOperations,
  type MatchRank,
  matchOperations,
  type OperationTable,
  type RestMatch,
} from "./operation-table.ts";
import { splitPath } from "./path-template.ts";
import type { RequestView } from "./request-view.ts";
import type { Signature } from "./sigv4/signature.ts";
import type { WireOperation } from "./wire-operation.ts";

export interface ChosenOperation {
  readonly kind: "chosen";
  readonly model: ApiModel;
  readonly operation: OperationModel;
  readonly protocol: WireProtocol;
  /** Path labels by name, decoded; empty where the operation is named otherwise. */
  readonly labels: Readonly<Record<string, string>>;
  /** What stands in the path before the model's own, where the API has such endpoints. */
  readonly basePath?: string;
  /** The same operation of other APIs, which the head does not tell apart. */
  readonly alternatives?: readonly ChosenOperation[];
}

export interface OperationRequest {
  readonly signature: Signature;
  readonly wire: WireOperation;
  readonly view: RequestView;
}

export interface FindingContext {
  readonly apis: ApiIndex;
  readonly directory: ApiDirectory;
  readonly addressing: (sdkId: string) => Addressing | undefined;
  /** Compiled on first use, by client. */
  readonly tables: Map<string, OperationTable>;
}

export interface FoundOperation {
  readonly chosen: ChosenOperation;
  readonly hostFit: number;
  /** The signing name is this operation's own. */
  readonly ownSignature: boolean;
  readonly rank: MatchRank | undefined;
  /** Lower goes first where nothing else decides. */
  readonly seniority: number;
}

const restProtocol = ({ protocols }: ApiEntry): WireProtocol | undefined =>
  protocols.find((protocol) => protocol === "rest-json" || protocol === "rest-xml");

/** A form of an API whose model has dropped forms is a query of an older client. */
function namedProtocol(entry: ApiEntry, wire: WireOperation): WireProtocol {
  if (wire.kind === "cbor-path") return "rpc-v2-cbor";
  return wire.kind === "target" ? "json" : (formProtocol(entry.protocols) ?? "query");
}

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, "");

/** Most SDKs name their client in the user agent: `api/neptune#3.758.0`. A hint only: it never decides what is called. */
function isNamedByAgent(entry: ApiEntry, view: RequestView): boolean {
  const agent = view.header("x-amz-user-agent") ?? view.header("user-agent") ?? "";
  const name = /(?:^|\s)api\/([\w.-]+)/.exec(agent)?.[1];
  return name !== undefined && [entry.client, entry.sdkId].some((own) => plain(own) === plain(name));
}

/** The client that the sender names goes first, then the API that the signing name is called after, a superseded one last. */
function seniority({ addressing }: FindingContext, entry: ApiEntry, { signature, view }: OperationRequest): number {
  if (isNamedByAgent(entry, view)) return -1;
  if (addressing(entry.sdkId)?.supersededBy !== undefined) return 2;
  return signature.kind === "scoped" && signature.signingName === entry.client ? 0 : 1;
}

const isMeant = ({ targetPrefix, apiVersion }: ApiEntry, wire: WireOperation): boolean =>
  wire.kind === "action" ? apiVersion === wire.version : wire.kind !== "rest" && targetPrefix === wire.target;

export function findByName(
  context: FindingContext,
  entries: readonly ApiEntry[],
  request: OperationRequest,
): FoundOperation[] {
  const { apis, directory } = context;
  const { wire, view } = request;
  if (wire.kind === "rest") return [];
  const meant = entries.filter((entry) => isMeant(entry, wire));
  return (meant.length > 0 ? meant : entries).flatMap((entry) => {
    const model = apis.load(entry.client);
    const operation = model.operations.get(wire.operation);
    if (operation === undefined) return [];
    const protocol = namedProtocol(entry, wire);
    const hostFit = entries.length === 1 ? 0 : directory.hostFit(entry, view.hostname, operation.hostPrefix);
    const chosen: ChosenOperation = { kind: "chosen", model, operation, protocol, labels: {} };
    return [{ chosen, hostFit, ownSignature: false, rank: undefined, seniority: seniority(context, entry, request) }];
  });
}

function tableOf({ tables, apis }: FindingContext, client: string): OperationTable {
  const known = tables.get(client);
  if (known !== undefined) return known;
  const table = compileOperations(apis.load(client));
  tables.set(client, table);
  return table;
}

/** Stands for the label that the host holds; its value comes from the host form, not from the path. */
const HELD_LABEL = "/-";

export function findByPath(
  context: FindingContext,
  entries: readonly ApiEntry[],
  request: OperationRequest,
): FoundOperation[] {
  const { view, signature } = request;
  const { directory, addressing } = context;
  const signingName = signature.kind === "scoped" ? signature.signingName : undefined;
  return entries.flatMap((entry) => {
    const protocol = restProtocol(entry);
    if (protocol === undefined) return [];
    const isHeld = directory.readHost(entry.sdkId, view.hostname)?.form.holds !== undefined;
    const { signedAs = {}, basePath } = addressing(entry.sdkId) ?? {};
    const table = tableOf(context, entry.client);
    const depth = basePath === undefined ? 0 : MAX_BASE_DEPTH;
    const { matches, base } = matchBelow(table, {
      view,
      path: isHeld ? `${HELD_LABEL}${view.path}` : view.path,
      depth,
    });
    // A path of literals needs no label, so what the host holds is not missing in it.
    const unheld = isHeld ? matchOperations(table, view, splitPath(view.path)) : [];
    const own = unheld.filter(
      ({ operation, rank }) => signedAs[operation.name] !== undefined && rank.template.startsWith("0"),
    );
    return [...own, ...matches].flatMap(({ model, operation, labels, rank }) => {
      const only = signedAs[operation.name];
      if (only !== undefined && only !== signingName) return [];
      const chosen: ChosenOperation = { kind: "chosen", model, operation, protocol, labels, basePath: base };
      const hostFit = entries.length === 1 ? 0 : directory.hostFit(entry, view.hostname, operation.hostPrefix);
      return [
        { chosen, hostFit, ownSignature: only !== undefined, rank, seniority: seniority(context, entry, request) },
      ];
    });
  });
}

interface Below {
  readonly view: RequestView;
  readonly path: string;
  /** How many leading segments may belong to the endpoint. */
  readonly depth: number;
}

const MAX_BASE_DEPTH = 4;

/** Matches the path, or what is left of it without its first segments. */
function matchBelow(
  table: OperationTable,
  { view, path, depth }: Below,
): { matches: readonly RestMatch[]; base: string } {
  let base = "";
  let rest = path;
  for (let dropped = 0; ; dropped += 1) {
    const matches = matchOperations(table, view, splitPath(rest));
    const next = rest.indexOf("/", 1);
    if (matches.length > 0 || dropped === depth || next < 0) return { matches, base: base.slice(1) };
    base += rest.slice(0, next);
    rest = rest.slice(next);
  }
}
