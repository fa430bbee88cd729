/** What a client shows of the token that a proxy on another address than loopback wants (RFC 9110 11.7.2, RFC 7617). */
import { createHash, timingSafeEqual } from "node:crypto";

export type Shown = "token" | "nothing" | "something-else";

const BASIC = /^proxy-authorization:[ \t]*basic[ \t]+(\S+)[ \t]*$/im;
const ANY = /^proxy-authorization:/im;

/** `head` is that of a request to a proxy; the token stands where a password does, behind any user name. */
export function shownIn(head: string, token: string): Shown {
  const pair = Buffer.from(BASIC.exec(head)?.[1] ?? "", "base64").toString();
  const password = pair.slice(pair.indexOf(":") + 1);
  if (isSame(password, token)) return "token";
  return ANY.test(head) ? "something-else" : "nothing";
}

/** Hashes have one length, so that the time tells nothing of either text. */
const isSame = (one: string, other: string): boolean => timingSafeEqual(sha256(one), sha256(other));

const sha256 = (text: string): Buffer => createHash("sha256").update(text).digest();
