/**
 * How a request names its operation, by what is on the wire and not by a model's first protocol: the same API may be
 * called in CBOR by today's SDK, in JSON by last year's and as a form by an old one.
 */
import type { Parameter } from "./percent-decoding.ts";
import { mediaType, parameter, type RequestView } from "./request-view.ts";

export type WireOperation =
  /** `/service/<target>/operation/<operation>`; https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html */
  | { readonly kind: "cbor-path"; readonly target: string; readonly operation: string }
  /** `X-Amz-Target: <target>.<operation>`; https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html */
  | { readonly kind: "target"; readonly target: string; readonly operation: string }
  /** `Action=…&Version=…` in the query string or the form; https://smithy.io/2.0/aws/protocols/aws-query-protocol.html */
  | {
      readonly kind: "action";
      readonly operation: string;
      readonly version: string | undefined;
      readonly parameters: readonly Parameter[];
    }
  /** Method and path. */
  | { readonly kind: "rest" };

const RPC_PATH = /\/service\/([^/]+)\/operation\/([^/?]+)$/;

const FORM = "application/x-www-form-urlencoded";

const isCbor = (view: RequestView): boolean =>
  view.header("smithy-protocol") !== undefined || mediaType(view.header("content-type")) === "application/cbor";

/** The operation as far as the head names it; `rest` also where a form may name it. */
export function wireOperationOfHead(view: RequestView): WireOperation {
  const path = RPC_PATH.exec(view.path);
  if (path?.[1] !== undefined && path[2] !== undefined && isCbor(view)) {
    return { kind: "cbor-path", target: path[1], operation: path[2] };
  }
  const target = view.header("x-amz-target");
  const dot = target?.lastIndexOf(".") ?? -1;
  if (target !== undefined && dot > 0) {
    return { kind: "target", target: target.slice(0, dot), operation: target.slice(dot + 1) };
  }
  return actionOf(view.query) ?? { kind: "rest" };
}

/** The operation of a form; the fields may stand in any order. */
export function actionOf(parameters: readonly Parameter[]): WireOperation | undefined {
  const operation = parameter(parameters, "Action");
  if (operation === undefined || operation === "") return undefined;
  return { kind: "action", operation, version: parameter(parameters, "Version"), parameters };
}

/** Whether the body may hold `Action`: it is declared as a form, or is a POST that declares nothing. */
export function formLikelihood(view: RequestView): "declared" | "possible" | "none" {
  if (view.method !== "POST") return "none";
  const type = mediaType(view.header("content-type"));
  return type === FORM ? "declared" : type === "" ? "possible" : "none";
}
