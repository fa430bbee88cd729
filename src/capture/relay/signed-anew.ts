/** The step between judging a request and passing it on: its signature, where that is ours to make. For both protocols. */
import type { HeaderField, OwnAnswer } from "../captured-exchange.ts";
import type { ObservedExchange } from "../observe/observed-exchange.ts";
import type { Conversation } from "./conversation.ts";
import type { HeldBody } from "./held-body.ts";
import { NotSignable, type SignedRequest } from "./request-signer.ts";

export interface Begun {
  readonly conversation: Conversation;
  readonly exchange: ObservedExchange;
  readonly fields: readonly HeaderField[];
}

export interface HeldRequest {
  readonly method: string;
  readonly target: string;
  readonly fields: readonly HeaderField[];
  readonly held: HeldBody;
}

/** A signature covers the whole body; where the head does not tell its hash, it has to be held. */
const LARGEST_SIGNED_BODY = 256 * 1024 * 1024;

/** How much of the body has to be there before the request can go on. */
export function bytesToHold({ conversation, exchange, fields }: Begun, target: string): number {
  const needsBody = conversation.signer?.needsBody({ fields, target }) === true;
  return Math.max(exchange.bytesToHold, needsBody ? LARGEST_SIGNED_BODY : 0);
}

/** What goes on; an answer where that cannot be signed as it would have to be. */
export async function signedAnew(
  conversation: Conversation,
  { held, ...request }: HeldRequest,
): Promise<SignedRequest | OwnAnswer> {
  const { signer } = conversation;
  if (signer === undefined) return request;
  try {
    const isHeld = held.ended || !signer.needsBody(request);
    if (!isHeld) throw new NotSignable(`a body of more than ${LARGEST_SIGNED_BODY} bytes cannot be signed anew`);
    return await signer.sign({ ...request, body: held.ended ? Buffer.concat(held.chunks) : undefined });
  } catch (error) {
    if (!(error instanceof NotSignable)) throw error;
    return notSignable(conversation, error.message);
  }
}

/** Told to the client, and to the user. */
export function notSignable({ connection }: Conversation, detail: string): OwnAnswer {
  connection.context.notice({ kind: "refused", authority: connection.authority, detail });
  const headers: HeaderField[] = [["Content-Type", "text/plain; charset=utf-8"]];
  return { status: 400, headers, body: Buffer.from(`iamgen: ${detail}\n`) };
}
