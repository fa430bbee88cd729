/** The one operation that a request is. The host only decides between APIs that fit equally well. */
import type { ApiEntry } from "../data/api-index.ts";
import type { UndecodedReason } from "./api-call.ts";
import {
  type ChosenOperation,
  type FindingContext,
  type FoundOperation,
  findByName,
  findByPath,
  type OperationRequest,
} from "./find-operations.ts";
import { compareRanks } from "./operation-table.ts";
import type { RequestView } from "./request-view.ts";

export interface NoOperation {
  readonly kind: "none";
  readonly reason: UndecodedReason;
  readonly detail?: string;
}

/** From this fit on, the host is the API's own endpoint. */
const OWN_HOST = 2;

export type ChooseOperation = (request: OperationRequest) => ChosenOperation | NoOperation;

/** 0 where nothing in the head tells the two apart. */
function compareFound(a: FoundOperation, b: FoundOperation): number {
  if (a.hostFit !== b.hostFit) return b.hostFit - a.hostFit;
  if (a.ownSignature !== b.ownSignature) return a.ownSignature ? -1 : 1;
  return a.rank === undefined || b.rank === undefined ? 0 : compareRanks(a.rank, b.rank);
}

/** Signed calls may be any operation; calls without a signature only those that the model sends so. */
const isAllowed = ({ signature }: OperationRequest, { chosen }: FoundOperation): boolean =>
  signature.kind !== "none" || chosen.operation.auth === "none";

/** A path that only fits APIs of other hosts, on a host that is another API's own, is none of their operations. */
function ofHost(
  { directory }: FindingContext,
  { entries, view, found }: { entries: readonly ApiEntry[]; view: RequestView; found: readonly FoundOperation[] },
): readonly FoundOperation[] {
  if (entries.length < 2 || found.some(({ hostFit }) => hostFit > 0)) return found;
  const isOwned = entries.some((entry) => directory.hostFit(entry, view.hostname) >= OWN_HOST);
  return isOwned ? [] : found;
}

function best(found: readonly FoundOperation[]): ChosenOperation | NoOperation | undefined {
  const [first, ...others] = found.toSorted((a, b) => compareFound(a, b) || a.seniority - b.seniority);
  if (first === undefined) return undefined;
  const ties = others.filter((other) => compareFound(first, other) === 0).map(({ chosen }) => chosen);
  if (ties.length === 0) return first.chosen;
  const { name } = first.chosen.operation;
  const foreign = ties.find(({ operation }) => operation.name !== name);
  if (foreign === undefined) return { ...first.chosen, alternatives: ties };
  return { kind: "none", reason: "ambiguous-operation", detail: `${name} or ${foreign.operation.name}` };
}

function nothing({ signature, wire }: OperationRequest, candidates: readonly ApiEntry[]): NoOperation {
  const detail = wire.kind === "rest" ? {} : { detail: printable(wire.operation) };
  if (signature.kind === "none") return { kind: "none", reason: "unsigned", ...detail };
  return { kind: "none", reason: candidates.length === 0 ? "unknown-endpoint" : "unknown-operation", ...detail };
}

const printable = (name: string): string => (/^\w{1,100}$/.test(name) ? name : "unreadable name");

export function createOperationChooser(given: Omit<FindingContext, "tables">): ChooseOperation {
  const context: FindingContext = { ...given, tables: new Map() };
  const among = (entries: readonly ApiEntry[], request: OperationRequest) => {
    const named = findByName(context, entries, request);
    const isRest = named.length === 0 && (request.wire.kind === "rest" || request.wire.kind === "action");
    const found = isRest
      ? ofHost(context, { entries, view: request.view, found: findByPath(context, entries, request) })
      : named;
    return best(found.filter((operation) => isAllowed(request, operation)));
  };
  return (request) => {
    const { signature, wire, view } = request;
    const candidates = context.directory.candidates(signature, wire, view);
    return (
      among(candidates, request) ?? among(context.directory.named(wire, view), request) ?? nothing(request, candidates)
    );
  };
}
