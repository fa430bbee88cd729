/**
 * The message relay (D8): for connections whose requests have to be judged or changed one by one, where bytes cannot pass
 * verbatim. One client connection is still one upstream connection, and what is not changed on purpose passes exactly.
 */
import type { Connection } from "../connection.ts";
import type { JoinedEnds } from "../joined-ends.ts";
import { EndedEarly } from "../peek.ts";
import { splice } from "../splice.ts";
import { Conversation } from "./conversation.ts";
import { relayHttp1 } from "./http1-relay.ts";
import { relayHttp2 } from "./http2-relay.ts";
import { RequestSigner, type SigningSettings } from "./request-signer.ts";

/** Requests are signed anew where there are settings for that. */
export function messageRelay(signing: SigningSettings | undefined): (connection: Connection, ends: JoinedEnds) => void {
  const signer = signing === undefined ? undefined : new RequestSigner(signing);
  return (connection, ends) => relayMessages(new Conversation(connection, ends, signer));
}

function relayMessages(conversation: Conversation): void {
  const { connection, ends } = conversation;
  connection.joined();
  const relay = ends.protocol === "h2" ? relayHttp2 : relayHttp1;
  relay(conversation).catch((error: unknown) => {
    if (error instanceof EndedEarly && error.silently) {
      // Opened in advance, and not needed: the upstream hears so.
      conversation.clientLeft();
      splice(ends.client, ends.upstream);
      return;
    }
    conversation.break();
    if (error instanceof EndedEarly) return;
    const { authority, context } = connection;
    const detail = error instanceof Error ? error.message : String(error);
    context.notice({ kind: "observer-lost", authority, protocol: ends.protocol, detail });
  });
}
