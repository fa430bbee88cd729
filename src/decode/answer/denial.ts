/**
 * What the text of a denial says: who was refused which IAM action on what, and by which kind of policy. The action is
 * IAM's own, which may be another than the operation (IAM User Guide, "Troubleshoot access denied error messages").
 */
import type { Denial } from "../api-call.ts";

/** Longer texts are no denial's; what stands behind the sentence (encoded messages, links) is not read. */
const READ_CHARACTERS = 4096;

const SENTENCE =
  /User: (?<principal>\S+) is not authorized to perform: (?<action>[a-z0-9-]+:[A-Za-z0-9]+)(?: on resource: (?:"(?<quoted>[^"]+)"|(?<bare>\S+)))?/;

/** The kinds of policy that the texts name, and the phrases without the word "policy". */
const REFUSED_BY: readonly (readonly [phrase: RegExp, policyType: Denial["policyType"]])[] = [
  [/identity-based policy/, "identity-based"],
  [/resource-based policy/, "resource-based"],
  [/permissions boundary/, "permissions-boundary"],
  [/session policy/, "session"],
  [/service control policy/, "service-control"],
  [/resource control policy/, "resource-control"],
  [/VPC endpoint policy/i, "vpc-endpoint"],
  [/role trust policy/, "role-trust"],
];

const ARN = /^arn:[a-z0-9-]+:[a-z0-9-]+:[a-z0-9-]*:(?:\d{12})?:.+/i;
const TRAILING = /[.,;)\]"']+$/;

/** Undefined where the text names no action. See https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html */
export function parseDenial(message: string): Denial | undefined {
  const text = message.slice(0, READ_CHARACTERS);
  const found = SENTENCE.exec(text);
  const { principal, action, quoted, bare } = found?.groups ?? {};
  if (found === null || action === undefined) return undefined;
  const reason = /^\s*(because no .*? allows|with an explicit deny.*)/s.exec(text.slice(found.index + found[0].length));
  const phrase = reason?.[1]?.slice(0, 120) ?? "";
  const policyType = REFUSED_BY.find(([words]) => words.test(phrase))?.[1];
  const resource = arnIn(quoted ?? bare);
  const user = arnIn(principal);
  return {
    action,
    ...(resource === undefined ? {} : { resource }),
    ...(user === undefined ? {} : { principal: user }),
    ...(policyType === undefined ? {} : { policyType }),
    ...(phrase.startsWith("with an explicit deny") ? { isExplicit: true } : {}),
  };
}

/** Bare names and masked accounts tell nothing exact. */
function arnIn(text: string | undefined): string | undefined {
  const arn = text?.replace(TRAILING, "");
  return arn !== undefined && ARN.test(arn) ? arn : undefined;
}
