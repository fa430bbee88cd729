/** From a request to an `ApiCall`, step by step: signature, operation, input, what of it may be kept. */

import type { CapturedRequest } from "../capture/captured-exchange.ts";
import type { ApiCall, DecodedRequest, JsonObject, Undecoded } from "./api-call.ts";
import { createApiDirectory } from "./api-directory.ts";
import { readableBody } from "./body/readable-body.ts";
import { type CallRegion, callRegion } from "./call-region.ts";
import { createOperationChooser, type NoOperation } from "./choose-operation.ts";
import { decodeInput, needsBody } from "./decode-input.ts";
import type { DecoderContext } from "./decoder.ts";
import type { ChosenOperation } from "./find-operations.ts";
import { withAddressedMembers } from "./input/addressed-members.ts";
import { keepMembers } from "./input/keep-members.ts";
import { compileMemberPaths, type PathNode } from "./input/member-paths.ts";
import { type RequestView, requestView } from "./request-view.ts";
import { isFirstAttempt } from "./sdk-attempt.ts";
import { accountOfAccessKey, identityOfAccessKey } from "./sigv4/access-key.ts";
import { authOf, type Signature } from "./sigv4/signature.ts";
import { mayHideInForm, type Understood, understandRequest } from "./understand-request.ts";

/** The whole input of a request, before anything is left out. For checking only: it must not leave the process. */
interface FullRequest {
  readonly kind: "full";
  readonly chosen: ChosenOperation;
  readonly signature: Signature;
  readonly view: RequestView;
  readonly region: CallRegion;
  readonly account: string | undefined;
  readonly input: JsonObject;
  readonly truncated: boolean;
}

export interface RequestReader {
  bodyNeeded(view: RequestView, maxBody: number): number;
  readInput(request: CapturedRequest): FullRequest | Undecoded;
  read(request: CapturedRequest): DecodedRequest | Undecoded;
}

const INVOCATION_ID = "amz-sdk-invocation-id";
const ATTEMPT = "amz-sdk-request";

function undecoded(view: RequestView, signature: Signature, { reason, detail }: Omit<NoOperation, "kind">): Undecoded {
  return {
    kind: "undecoded",
    reason,
    authority: view.origin.replace(/^https?:\/\//, ""),
    ...(signature.kind === "scoped" ? { signingName: signature.signingName } : {}),
    method: view.method,
    ...(detail === undefined ? {} : { detail }),
  };
}

function identityOf(signature: Signature): string {
  if (signature.kind === "bearer") return "bearer";
  return signature.kind === "scoped" || signature.kind === "legacy"
    ? identityOfAccessKey(signature.accessKeyId)
    : "anonymous";
}

function accountOf(signature: Signature, isSession: boolean): string | undefined {
  if (isSession || (signature.kind !== "scoped" && signature.kind !== "legacy")) return undefined;
  return accountOfAccessKey(signature.accessKeyId);
}

type Understand = (view: RequestView, body: Parameters<typeof understandRequest>[2]) => Understood;

function inputReader(
  context: DecoderContext,
  understand: Understand,
  directory: ReturnType<typeof createApiDirectory>,
) {
  return (request: CapturedRequest): FullRequest | Undecoded => {
    const sent = requestView(request);
    const body = readableBody(sent, request.body);
    const { signature, chosen, form, view } = understand(sent, body);
    if (chosen.kind === "none") return undecoded(view, signature, chosen);
    const { sdkId } = chosen.model;
    const addressing = context.addressing(sdkId);
    const reading = directory.readHost(sdkId, view.hostname);
    const session = addressing?.sessionHeader;
    const account = accountOf(signature, session !== undefined && view.header(session) !== undefined);
    const region = callRegion(signature, view.hostname);
    try {
      const decoded = decodeInput({ chosen, view, body, form });
      const addressed = { view, chosen, addressing, reading, account, ...region };
      const input = withAddressedMembers(decoded.input, addressed);
      return { kind: "full", signature, view, region, account, ...decoded, input };
    } catch {
      return undecoded(view, signature, { reason: "body-unreadable", detail: chosen.operation.name });
    }
  };
}

function callOf({ chosen, signature, view, region, account, input }: FullRequest, paths: PathNode) {
  const { input: kept, cut } = keepMembers(input, chosen.operation, paths);
  const call: Omit<ApiCall, "inputTruncated"> = {
    kind: "call",
    sdkId: chosen.model.sdkId,
    operation: chosen.operation.name,
    signingName: signature.kind === "scoped" ? signature.signingName : chosen.model.signingName,
    protocol: chosen.protocol,
    ...region,
    ...(account === undefined ? {} : { account }),
    identity: identityOf(signature),
    auth: authOf(signature),
    hostname: view.hostname,
    input: kept,
    members: Object.keys(input).sort(),
    outcome: { kind: "none" },
    source: "proxy",
  };
  return { call, cut };
}

const readBy = (context: DecoderContext, sdkId: string, operation: string): PathNode =>
  compileMemberPaths(context.pathsRead(sdkId, operation), context.excerptsRead?.(sdkId, operation));

export function createRequestReader(context: DecoderContext): RequestReader {
  const directory = createApiDirectory(context.apis, context.addressing);
  const choose = createOperationChooser({ apis: context.apis, directory, addressing: context.addressing });
  const understanding = { choose, directory };
  const understand: Understand = (view, body) => understandRequest(understanding, view, body);
  const readInput = inputReader(context, understand, directory);
  const paths = new Map<string, PathNode>();
  const pathsOf = ({ model, operation }: ChosenOperation): PathNode => {
    const name = `${model.sdkId}:${operation.name}`;
    const known = paths.get(name) ?? readBy(context, model.sdkId, operation.name);
    paths.set(name, known);
    return known;
  };
  return {
    readInput,
    bodyNeeded(view, maxBody) {
      if (mayHideInForm(understanding, view)) return maxBody;
      const { chosen } = understand(view, undefined);
      return chosen.kind === "chosen" && needsBody(chosen) ? maxBody : 0;
    },
    read(request) {
      const full = readInput(request);
      if (full.kind === "undecoded") return full;
      const { call, cut } = callOf(full, pathsOf(full.chosen));
      const invocationId = full.view.header(INVOCATION_ID);
      return {
        call: full.truncated || cut ? { ...call, inputTruncated: true } : call,
        ...(invocationId === undefined ? {} : { invocationId }),
        ...(isFirstAttempt(full.view.header(ATTEMPT)) ? { isFirstAttempt: true } : {}),
      };
    },
  };
}
