/**
 * The one operation that a request is: among the candidate APIs, by the name on the wire or by the ranked path match.
 * The host only decides between APIs that fit equally well.
 */
import type { ApiEntry, ApiIndex, ApiModel, OperationModel } from "../data/api-index.ts";
import type { Addressing } from "../services/define-addressing.ts";
import type { UndecodedReason, WireProtocol } from "./api-call.ts";
import { type ApiDirectory, formProtocol } from "./api-directory.ts";
import {
  compareRanks,
  compileOperations,
  type MatchRank,
  matchOperations,
  type OperationTable,
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
}

export interface NoOperation {
  readonly kind: "none";
  readonly reason: UndecodedReason;
  readonly detail?: string;
}

export interface OperationRequest {
  readonly signature: Signature;
  readonly wire: WireOperation;
  readonly view: RequestView;
}

export type ChooseOperation = (request: OperationRequest) => ChosenOperation | NoOperation;

interface Chooser {
  readonly apis: ApiIndex;
  readonly directory: ApiDirectory;
  readonly addressing: (sdkId: string) => Addressing | undefined;
  readonly tables: Map<string, OperationTable>;
}

interface Found {
  readonly chosen: ChosenOperation;
  /** How well the host fits; the position in the index breaks the last tie. */
  readonly hostFit: number;
  /** The signing name is this operation's own. */
  readonly ownSignature: boolean;
  readonly rank: MatchRank | undefined;
}

const restProtocol = ({ protocols }: ApiEntry): WireProtocol | undefined =>
  protocols.find((protocol) => protocol === "rest-json" || protocol === "rest-xml");

function namedProtocol(entry: ApiEntry, wire: WireOperation): WireProtocol | undefined {
  if (wire.kind === "cbor-path") return "rpc-v2-cbor";
  return wire.kind === "target" ? "json" : formProtocol(entry.protocols);
}

const isMeant = ({ targetPrefix, apiVersion }: ApiEntry, wire: WireOperation): boolean =>
  wire.kind === "action" ? apiVersion === wire.version : wire.kind !== "rest" && targetPrefix === wire.target;

function byName({ apis, directory }: Chooser, entries: readonly ApiEntry[], { wire, view }: OperationRequest): Found[] {
  if (wire.kind === "rest") return [];
  const meant = entries.filter((entry) => isMeant(entry, wire));
  return (meant.length > 0 ? meant : entries).flatMap((entry) => {
    const model = apis.load(entry.client);
    const operation = model.operations.get(wire.operation);
    const protocol = namedProtocol(entry, wire);
    if (operation === undefined || protocol === undefined) return [];
    const hostFit = entries.length === 1 ? 0 : directory.hostFit(entry, view.hostname, operation.hostPrefix);
    const chosen: ChosenOperation = { kind: "chosen", model, operation, protocol, labels: {} };
    return [{ chosen, hostFit, ownSignature: false, rank: undefined }];
  });
}

function tableOf({ tables, apis }: Chooser, client: string): OperationTable {
  const known = tables.get(client);
  if (known !== undefined) return known;
  const table = compileOperations(apis.load(client));
  tables.set(client, table);
  return table;
}

/** Stands for the label that the host holds; its value comes from the host form, not from the path. */
const HELD_LABEL = "/-";

function byPath(chooser: Chooser, entries: readonly ApiEntry[], { view, signature }: OperationRequest): Found[] {
  const { directory, addressing } = chooser;
  const signingName = signature.kind === "scoped" ? signature.signingName : undefined;
  return entries.flatMap((entry) => {
    const protocol = restProtocol(entry);
    if (protocol === undefined) return [];
    const isHeld = directory.readHost(entry.sdkId, view.hostname)?.form.holds !== undefined;
    const path = splitPath(isHeld ? `${HELD_LABEL}${view.path}` : view.path);
    const signedAs = addressing(entry.sdkId)?.signedAs ?? {};
    return matchOperations(tableOf(chooser, entry.client), view, path).flatMap(({ model, operation, labels, rank }) => {
      const only = signedAs[operation.name];
      if (only !== undefined && only !== signingName) return [];
      const chosen: ChosenOperation = { kind: "chosen", model, operation, protocol, labels };
      const hostFit = entries.length === 1 ? 0 : directory.hostFit(entry, view.hostname, operation.hostPrefix);
      return [{ chosen, hostFit, ownSignature: only !== undefined, rank }];
    });
  });
}

function compareFound(a: Found, b: Found): number {
  if (a.hostFit !== b.hostFit) return b.hostFit - a.hostFit;
  if (a.ownSignature !== b.ownSignature) return a.ownSignature ? -1 : 1;
  return a.rank === undefined || b.rank === undefined ? 0 : compareRanks(a.rank, b.rank);
}

/** Signed calls may be any operation; calls without a signature only those that the model sends so. */
const isAllowed = ({ signature }: OperationRequest, { chosen }: Found): boolean =>
  signature.kind !== "none" || chosen.operation.auth === "none";

function best(found: readonly Found[]): ChosenOperation | NoOperation | undefined {
  const [first, second] = found.toSorted(compareFound);
  if (first === undefined) return undefined;
  const names = [first.chosen.operation.name, second?.chosen.operation.name];
  if (second === undefined || names[0] === names[1] || compareFound(first, second) !== 0) return first.chosen;
  return { kind: "none", reason: "ambiguous-operation", detail: names.join(" or ") };
}

function nothing({ signature, wire }: OperationRequest, candidates: readonly ApiEntry[]): NoOperation {
  const detail = wire.kind === "rest" ? {} : { detail: printable(wire.operation) };
  if (signature.kind === "none") return { kind: "none", reason: "unsigned", ...detail };
  return { kind: "none", reason: candidates.length === 0 ? "unknown-endpoint" : "unknown-operation", ...detail };
}

const printable = (name: string): string => (/^\w{1,100}$/.test(name) ? name : "unreadable name");

export function createOperationChooser(chooser: Omit<Chooser, "tables">): ChooseOperation {
  const withTables: Chooser = { ...chooser, tables: new Map() };
  const among = (entries: readonly ApiEntry[], request: OperationRequest) => {
    const named = byName(withTables, entries, request);
    const isRest = named.length === 0 && (request.wire.kind === "rest" || request.wire.kind === "action");
    const found = isRest ? byPath(withTables, entries, request) : named;
    return best(found.filter((found) => isAllowed(request, found)));
  };
  return (request) => {
    const { signature, wire, view } = request;
    const candidates = chooser.directory.candidates(signature, wire, view);
    return (
      among(candidates, request) ?? among(chooser.directory.named(wire, view), request) ?? nothing(request, candidates)
    );
  };
}
