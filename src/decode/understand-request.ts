/** Signature and operation of a request, from its head and, where a form may hold them, from its body. */

import type { ApiDirectory } from "./api-directory.ts";
import { formProtocol } from "./api-directory.ts";
import type { ReadableBody } from "./body/readable-body.ts";
import type { ChooseOperation, NoOperation } from "./choose-operation.ts";
import type { ChosenOperation } from "./find-operations.ts";
import { type Parameter, parseParameters } from "./percent-decoding.ts";
import type { RequestView } from "./request-view.ts";
import { readSignature, type Signature, signatureOfForm } from "./sigv4/signature.ts";
import { actionOf, formLikelihood, type WireOperation, wireOperationOfHead } from "./wire-operation.ts";

export interface Understood {
  readonly signature: Signature;
  readonly chosen: ChosenOperation | NoOperation;
  /** Fields of the query string and the form, where the operation is named there. */
  readonly form: readonly Parameter[];
  /** The view to read the input from: a posted query stands in it as if it had been sent in the URL. */
  readonly view: RequestView;
}

export interface Understanding {
  readonly choose: ChooseOperation;
  readonly directory: ApiDirectory;
}

const decoder = new TextDecoder();

/**
 * True where only the body can tell the operation: a declared form (of any API: old clients speak protocols that the
 * model has dropped), or a body of unknown type sent to an API that speaks forms, or by an unknown sender.
 */
export function mayHideInForm({ directory }: Understanding, view: RequestView): boolean {
  const wire = wireOperationOfHead(view);
  const likelihood = formLikelihood(view);
  if (wire.kind !== "rest" || likelihood === "none") return false;
  const signature = readSignature(view);
  if (likelihood === "declared" || signature.kind !== "scoped") return true;
  return directory.candidates(signature, wire, view).some(({ protocols }) => formProtocol(protocols) !== undefined);
}

interface Named {
  readonly signature: Signature;
  readonly wire: WireOperation;
  readonly form: readonly Parameter[];
}

function named(understanding: Understanding, view: RequestView, body: ReadableBody | undefined): Named {
  const signature = readSignature(view);
  const wire = wireOperationOfHead(view);
  if (wire.kind === "action") {
    const form =
      body === undefined || formLikelihood(view) === "none" ? [] : parseParameters(decoder.decode(body.bytes));
    return { signature, wire, form: [...wire.parameters, ...form] };
  }
  if (body === undefined || body.bytes.length === 0 || !mayHideInForm(understanding, view)) {
    return { signature, wire, form: [] };
  }
  const form = parseParameters(decoder.decode(body.bytes));
  const signed = signature.kind === "none" ? (signatureOfForm(form) ?? signature) : signature;
  return { signature: signed, wire: actionOf(form) ?? wire, form: [...view.query, ...form] };
}

/** A query that got too long for a URL may be posted as a form; nothing else about the request changes. */
function chooseFrom({ choose }: Understanding, request: Named & { readonly view: RequestView }) {
  const { view, form } = request;
  const chosen = choose(request);
  if (chosen.kind === "chosen" || formLikelihood(view) !== "declared") return { chosen, view };
  const asGet: RequestView = { ...view, method: "GET", query: form };
  const gotten = choose({ ...request, view: asGet });
  return gotten.kind === "chosen" ? { chosen: gotten, view: asGet } : { chosen, view };
}

export function understandRequest(
  understanding: Understanding,
  view: RequestView,
  body: ReadableBody | undefined,
): Understood {
  const { signature, wire, form } = named(understanding, view, body);
  const told = (reason: NoOperation["reason"], detail: string): Understood => ({
    signature,
    form,
    view,
    chosen: { kind: "none", reason, detail },
  });
  if (signature.kind === "malformed") return told("malformed-request", signature.detail);
  const chosen = chooseFrom(understanding, { signature, wire, view, form });
  const isCut = chosen.chosen.kind === "none" && wire.kind === "rest" && body?.truncated === true;
  if (isCut && mayHideInForm(understanding, view)) return told("body-unreadable", "form is cut");
  return { signature, form, ...chosen };
}
