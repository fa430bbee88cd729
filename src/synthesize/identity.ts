/** Which identity ids are one and the same: several keys of a role, several sessions of it, a role and its sessions. */
import { type Arn, buildArn, parseArn } from "../iam/arn.ts";
import type { IdentityFact, ObservedPermission } from "./observed-permission.ts";
import { compareText, groupBy, sortedTexts } from "./order.ts";
import type { PolicyIdentity } from "./policy-set.ts";

export interface IdentityGroup {
  readonly identity: PolicyIdentity;
  readonly observed: readonly ObservedPermission[];
}

const SESSION = /^assumed-role\/([^/]+)(?:\/|$)/;
const ROLE = /^role\/(?:.*\/)?([^/]+)$/;

/** The session name is dropped: a policy belongs to the role, not to one of its sessions. */
function withoutSession(arn: string): string {
  const parsed = parseArn(arn);
  if (parsed === undefined || !SESSION.test(parsed.resource)) return arn;
  return buildArn({ ...parsed, resource: parsed.resource.split("/").slice(0, 2).join("/") });
}

/**
 * An account has one role for each permission set of IAM Identity Center, whose name ends in an id: `*` where it is not known
 * (https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html).
 */
const PERMISSION_SET = /^(AWSReservedSSO_.+)_(?:[0-9a-f]{16}|\*)$/;

/** Role names are unique in an account whatever their path, so a role and its sessions share a key. */
function principalKey(arn: string): string {
  const parsed: Arn | undefined = parseArn(arn);
  const role = parsed && (SESSION.exec(parsed.resource) ?? ROLE.exec(parsed.resource))?.[1];
  if (role === undefined) return arn;
  return `${parsed?.partition}:${parsed?.account}:${PERMISSION_SET.exec(role)?.[1] ?? role}`;
}

/** The ARN that names a group: a role's own before that of its sessions, which lacks the path; a whole name before any other. */
function nameOf(arns: readonly string[]): string | undefined {
  const names = sortedTexts(arns.map(withoutSession));
  const whole = names.filter((arn) => !arn.endsWith("*"));
  return whole.find((arn) => ROLE.test(parseArn(arn)?.resource ?? "")) ?? whole[0] ?? names[0];
}

/** For each id what tells its identity from all others: several ids of one identity have the same. */
export function identityKeys(ids: readonly string[], facts: readonly IdentityFact[]): ReadonlyMap<string, string> {
  const factsById = groupBy(facts, (fact) => fact.id);
  const keyOf = (id: string): string => {
    const arn = nameOf((factsById.get(id) ?? []).map((fact) => fact.arn));
    return arn === undefined ? `id ${id}` : `arn ${principalKey(arn)}`;
  };
  return new Map(ids.map((id) => [id, keyOf(id)]));
}

/** One group an identity, sorted by ARN (those without last), then by id. */
export function groupByIdentity(
  observed: readonly ObservedPermission[],
  facts: readonly IdentityFact[],
): readonly IdentityGroup[] {
  const factsById = groupBy(facts, (fact) => fact.id);
  const keys = identityKeys(sortedTexts(observed.map(({ identity }) => identity)), facts);
  const groups = groupBy(observed, ({ identity }) => keys.get(identity) ?? identity);

  return [...groups.values()]
    .map((members) => ({ identity: describe(members, factsById), observed: members }))
    .sort((a, b) => compareText(sortKey(a.identity), sortKey(b.identity)));
}

function describe(
  members: readonly ObservedPermission[],
  factsById: ReadonlyMap<string, readonly IdentityFact[]>,
): PolicyIdentity {
  const ids = sortedTexts(members.map(({ identity }) => identity));
  const facts = ids.flatMap((id) => factsById.get(id) ?? []);
  const arn = nameOf(facts.map((fact) => fact.arn));
  const [account] = sortedTexts([
    ...facts.filter((fact) => arn === undefined || parseArn(arn)?.account === fact.account).map((fact) => fact.account),
    ...(facts.length > 0 ? [] : members.flatMap((member) => member.account ?? [])),
  ]);
  return { ids, ...(account === undefined ? {} : { account }), ...(arn === undefined ? {} : { arn }) };
}

function sortKey({ arn, ids }: PolicyIdentity): string {
  return `${arn ?? "~"} ${ids.join(" ")}`;
}
