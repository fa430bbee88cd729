/**
 * Who may use a listener. On loopback the kernel tells whose a connection is, so that no client has to send a secret; on any other
 * address each connection shows a token first, whatever it is for.
 */
import type { Socket } from "node:net";
import type { CaptureNotice } from "./capture-notice.ts";
import type { FirstBytes } from "./first-bytes.ts";
import { peek } from "./peek.ts";
import { GONE, ownUserOnly } from "./peer-owner.ts";
import { shownIn } from "./proxy-credentials.ts";
import type { Refusal } from "./refusal.ts";

export interface TurnedAway {
  /** For clients that know they talk to a proxy. */
  readonly refusal: Refusal;
  /** Absent: nothing to report. */
  readonly notice?: CaptureNotice;
}

/** Undefined: come in. `kind` is what the client begins to say, if it is to speak first. Rejects with `EndedEarly` alone. */
export type Admission = (tcp: Socket, kind?: Promise<FirstBytes>) => Promise<TurnedAway | undefined>;

export const everybody: Admission = async () => undefined;

const OTHER_USER: TurnedAway = {
  refusal: {
    status: 403,
    message: "this proxy serves its own user only",
    hint: "start it with iamgen listen --no-auth to serve every user of this machine",
  },
  notice: { kind: "other-user", authority: "" },
};

/** Whoever sends and closes at once could be anybody, and would have his request passed on though he reads no answer. */
const LEFT: TurnedAway = {
  refusal: OTHER_USER.refusal,
  notice: { kind: "refused", authority: "", detail: "a client left before it was known whose it is" },
};

/** Those whom the kernel knows to be somebody else are turned away. */
export function ownUser(): Admission {
  const ownerOf = ownUserOnly();
  const verdicts = { own: undefined, other: OTHER_USER, [GONE]: LEFT };
  return async ({ remoteAddress = "", remotePort = 0, localPort = 0 }) =>
    verdicts[await ownerOf({ remoteAddress, remotePort, localPort })];
}

const NO_TOKEN: Refusal = {
  status: 407,
  message: "this proxy wants the token that iamgen listen printed",
  hint: "use the variables that it printed, user name and password in the URL included",
};

const LONGEST_HEAD = 64 * 1024;

/** Those who show the token come in; clients that ask without credentials first, as Java's do, are told to show some. */
export function tokenHolders(token: string): Admission {
  return async (tcp, beginning) => {
    const kind = await beginning;
    const speaksToProxy = kind === "connect" || kind === "http/1.1";
    const shown = speaksToProxy ? shownIn(await peek(tcp, requestHead), token) : "something-else";
    if (shown === "token") return undefined;
    if (shown === "nothing") return { refusal: NO_TOKEN };
    return { refusal: NO_TOKEN, notice: { kind: "no-token", authority: "" } };
  };
}

/** Empty where it grows beyond all measure. */
function requestHead(bytes: Buffer): string | undefined {
  const end = bytes.indexOf("\r\n\r\n");
  if (end >= 0) return bytes.toString("latin1", 0, end);
  return bytes.length > LONGEST_HEAD || bytes.includes("\n\n") ? "" : undefined;
}
