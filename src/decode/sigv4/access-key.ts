/** What an access key id tells: which account it belongs to. The id itself never leaves this folder, only its hash does. */
import { createHash } from "node:crypto";

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** The first bit of the 80 encoded ones is set: letters A to P stand for keys of the old generation, without account. */
const NEW_GENERATION = /^(?:AKIA|ASIA)[Q-Z2-7][A-Z2-7]{15}$/;

const ACCOUNT_CHARACTERS = 9;
const ACCOUNT_SHIFT = 4n;
const ACCOUNT_MASK = (1n << 40n) - 1n;

/**
 * The 12-digit account that a key id of AWS's new generation encodes; undefined for any other.
 * See https://medium.com/@TalBeerySec/a-short-note-on-aws-key-id-f88cc4317489
 */
export function accountOfAccessKey(accessKeyId: string): string | undefined {
  if (!NEW_GENERATION.test(accessKeyId)) return undefined;
  let bits = 0n;
  for (const character of accessKeyId.slice(4, 4 + ACCOUNT_CHARACTERS)) {
    bits = (bits << 5n) | BigInt(BASE32.indexOf(character));
  }
  return ((bits >> ACCOUNT_SHIFT) & ACCOUNT_MASK).toString().padStart(12, "0");
}

const KEY_ID = /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/;

/** True where the text holds a key id in clear, which nothing that is kept may do. */
export function namesAccessKey(text: string): boolean {
  return KEY_ID.test(text);
}

/** How recordings name a key: short, stable, and no way back to the key. */
export function identityOfAccessKey(accessKeyId: string): string {
  return createHash("sha256").update(accessKeyId).digest("hex").slice(0, 12);
}
