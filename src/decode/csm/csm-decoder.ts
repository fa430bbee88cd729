/**
 * A call that client-side monitoring told, in the words of its model. There are no parameters in it: what is known of the
 * input is what the host name carries, and the call says so by `inputTruncated`.
 */
import type { CsmAttempt, CsmEvent } from "../../capture/csm-event.ts";
import type { ApiEntry, OperationModel } from "../../data/api-index.ts";
import { partitionOfHostname, partitionOfRegion, regionOfHostname } from "../../iam/partition.ts";
import { identityOfDenied } from "../answer/learned-facts.ts";
import { outcomeOf } from "../answer/outcome.ts";
import type { ApiCall, Learned, Outcome, Undecoded } from "../api-call.ts";
import type { DecoderContext } from "../decoder.ts";
import { compileHostForms, type HostReader, type HostReading } from "../host/host-forms.ts";
import { withAddressedMembers } from "../input/addressed-members.ts";
import { keepMembers } from "../input/keep-members.ts";
import { compileMemberPaths } from "../input/member-paths.ts";
import type { RequestView } from "../request-view.ts";
import { accountOfAccessKey, identityOfAccessKey } from "../sigv4/access-key.ts";
import type { CsmSeen } from "./join-attempts.ts";
import { createApiFinder, findOperation } from "./sdk-names.ts";

export interface DecodedCsm {
  readonly call: ApiCall;
  readonly outcome: Outcome;
  readonly learned: readonly Learned[];
}

export interface CsmDecoder {
  decode(seen: CsmSeen): DecodedCsm | Undecoded;
}

/** Where a call came without its attempts, so that nothing told who made it. */
const UNKNOWN_IDENTITY = "unknown";
const DEFAULT_PARTITION = "aws";

/** A program makes few different calls, and thousands of each a second. */
const REMEMBERED_CALLS = 10_000;

interface Told {
  readonly api: ApiEntry;
  readonly operation: OperationModel;
  readonly attempt: CsmAttempt | undefined;
  /** Empty where no attempt told it. */
  readonly hostname: string;
  readonly reading: HostReading | undefined;
  readonly region: string;
  readonly partition: string;
}

export function createCsmDecoder(context: DecoderContext): CsmDecoder {
  const apiNamed = createApiFinder(context.apis);
  const calls = new Map<string, ApiCall>();
  const readers = new Map<string, HostReader | undefined>();
  const readerOf = (sdkId: string): HostReader | undefined => {
    const addressing = context.addressing(sdkId);
    if (!readers.has(sdkId)) readers.set(sdkId, addressing === undefined ? undefined : compileHostForms(addressing));
    return readers.get(sdkId);
  };
  return {
    decode({ call, attempts }) {
      const attempt = attempts.at(-1);
      const facts = call ?? attempt;
      if (facts === undefined) return undecoded("malformed-request", "no event");
      const api = apiNamed(facts.service);
      if (api === undefined) return undecoded("unknown-endpoint", facts.service, attempt);
      const operation = findOperation(context.apis.load(api.client).operations, facts.operation);
      if (operation === undefined) return undecoded("unknown-operation", `${api.sdkId} ${facts.operation}`, attempt);
      const hostname = attempt?.hostname ?? "";
      const told = { api, operation, attempt, hostname, ...placeOf(facts.region, hostname) };
      const key = [api.sdkId, operation.name, told.region, hostname, attempt?.accessKeyId, attempt === undefined].join(
        "\n",
      );
      const decoded = calls.get(key) ?? callOf(context, { ...told, reading: readerOf(api.sdkId)?.(hostname) });
      if (calls.size < REMEMBERED_CALLS) calls.set(key, decoded);
      const outcome = outcomeTold(facts, attempt);
      const principal = outcome.denial?.principal;
      const learned = principal === undefined || attempt === undefined ? [] : identityOfDenied(decoded, principal);
      return { call: decoded, outcome, learned };
    },
  };
}

function undecoded(reason: Undecoded["reason"], detail: string, attempt?: CsmAttempt): Undecoded {
  const authority = attempt?.hostname || "client-side monitoring";
  return { kind: "undecoded", reason, authority, detail };
}

function placeOf(named: string, hostname: string): { readonly region: string; readonly partition: string } {
  const region = partitionOfRegion(named) === undefined ? (regionOfHostname(hostname) ?? "") : named;
  const partition = partitionOfRegion(region) ?? partitionOfHostname(hostname);
  return { region, partition: partition?.name ?? DEFAULT_PARTITION };
}

function callOf(context: DecoderContext, told: Told): ApiCall {
  const { api, operation, attempt, hostname, region, partition } = told;
  const key = attempt?.accessKeyId;
  const account = key === undefined ? undefined : accountOfAccessKey(key);
  const isUnsigned = attempt !== undefined && key === undefined;
  const input = inputOf(context, { ...told, account });
  const [protocol = "json"] = api.protocols;
  return {
    kind: "call",
    sdkId: api.sdkId,
    operation: operation.name,
    signingName: api.signingName,
    protocol,
    partition,
    region,
    ...(account === undefined ? {} : { account }),
    identity: key === undefined ? (isUnsigned ? "anonymous" : UNKNOWN_IDENTITY) : identityOfAccessKey(key),
    auth: isUnsigned ? "none" : "sigv4",
    hostname,
    input,
    members: Object.keys(input).sort(),
    inputTruncated: true,
    outcome: { kind: "none" },
    source: "csm",
  };
}

function inputOf(context: DecoderContext, told: Told & { readonly account: string | undefined }): ApiCall["input"] {
  const { api, operation, hostname, reading, region, partition, account } = told;
  const addressing = context.addressing(api.sdkId);
  const [protocol = "json"] = api.protocols;
  const chosen = { kind: "chosen" as const, model: context.apis.load(api.client), operation, protocol, labels: {} };
  const request = { view: hostOnly(hostname), chosen, addressing, reading, region, partition, account };
  const input = withAddressedMembers({}, request);
  const paths = compileMemberPaths(context.pathsRead(api.sdkId, operation.name));
  return keepMembers(input, operation, paths).input;
}

const hostOnly = (hostname: string): RequestView => ({
  method: "",
  hostname,
  origin: "",
  path: "/",
  query: [],
  header: () => undefined,
  headers: [],
});

/** The call's own ending stands over the last attempt's; its words are often in the attempt alone. */
function outcomeTold(facts: CsmEvent, attempt: CsmAttempt | undefined): Outcome {
  const status = facts.status ?? attempt?.status;
  if (status === undefined) return { kind: "none" };
  const code = facts.errorCode ?? attempt?.errorCode;
  const message = facts.errorMessage ?? attempt?.errorMessage;
  const error = { ...(code === undefined ? {} : { code }), ...(message === undefined ? {} : { message }) };
  return outcomeOf({ head: { status, headers: [] }, error });
}
