/**
 * Which KMS keys lie behind which resources, from everything that a recording holds: answers that name a key, requests
 * that do, denials of one. A key that is learned late counts for earlier calls too.
 */

import type { ApiCall } from "../decode/api-call.ts";
import { covers, hasWildcard, parsePattern } from "../iam/wildcard.ts";
import { dataKeyUsesOf, keySettingsOf, MEANS_AWS_MANAGED_KEY } from "../services/data-keys.ts";
import { keysOfPermission } from "../services/kms-key.ts";
import { holds } from "./evaluate-condition.ts";
import { evaluateValue } from "./evaluate-value.ts";
import type { RequiredPermission } from "./required-permission.ts";

export interface AuthorizedCall {
  readonly call: ApiCall;
  readonly permissions: readonly RequiredPermission[];
}

export interface KnownKeys {
  /** Ids, ARNs or aliases of the keys behind a resource; those of what it lies in, where it has none of its own. */
  of(resource: string): readonly string[];
  /** Keys of AWS's own, which need no grant. */
  readonly managed: ReadonlySet<string>;
  readonly isEmpty: boolean;
}

export const NO_KEYS: KnownKeys = { of: () => [], managed: new Set(), isEmpty: true };

export function collectKeys(calls: readonly AuthorizedCall[]): KnownKeys {
  const byResource = new Map<string, Set<string>>();
  const managed = new Set<string>();
  for (const { call, permissions } of calls) {
    if (MEANS_AWS_MANAGED_KEY.some(({ sdkId, when }) => sdkId === call.sdkId && holds(when, { call }))) {
      for (const key of keysAnswered(call)) managed.add(key);
    }
    for (const [resource, key] of keysBehind(call, permissions)) {
      byResource.set(resource, (byResource.get(resource) ?? new Set()).add(key));
    }
  }
  return { of: lookUp(byResource), managed, isEmpty: byResource.size === 0 };
}

/** The keys that the answer of the call itself names. */
export const keysAnswered = ({ outcome }: ApiCall): readonly string[] => Object.values(outcome.keys ?? {});

type KeyOfResource = readonly [resource: string, key: string];

function keysBehind(call: ApiCall, permissions: readonly RequiredPermission[]): readonly KeyOfResource[] {
  const named = permissions
    .filter(({ origin, widened }) => origin === "forward-access" && widened?.reason !== "key-unknown")
    .flatMap(keysOfPermission);
  const keys = [...keysAnswered(call), ...keysSet(call), ...named];
  const subject = keys.length === 0 ? [] : (permissions[0]?.resources ?? []);
  return [...pairs(subject, keys), ...keysDenied(call, permissions)];
}

function keysSet(call: ApiCall): readonly string[] {
  if (call.outcome.kind !== "succeeded") return [];
  return keySettingsOf(call.sdkId, call.operation)
    .filter(({ when }) => when === undefined || holds(when, { call }))
    .flatMap(({ key }) => evaluateValue(key, { call }).map(({ text }) => text));
}

/** A denial of a KMS action names the key of what the call would have read or written. */
function keysDenied(call: ApiCall, permissions: readonly RequiredPermission[]): readonly KeyOfResource[] {
  const { denial } = call.outcome;
  if (denial?.resource === undefined) return [];
  const keys = keysOfPermission({ action: denial.action, resources: [denial.resource], conditions: {} });
  const uses = dataKeyUsesOf(call.sdkId).filter(
    ({ operations, kmsActions }) =>
      operations?.includes(call.operation) !== false && kmsActions.some((name) => denial.action.endsWith(`:${name}`)),
  );
  const actions = new Set(uses.flatMap(({ actions }) => actions));
  return permissions
    .filter(({ action }) => keys.length > 0 && actions.has(action))
    .flatMap(({ resources }) => pairs(resources, keys));
}

const pairs = (resources: readonly string[], keys: readonly string[]): readonly KeyOfResource[] =>
  resources.filter((resource) => resource !== "*").flatMap((resource) => keys.map((key) => [resource, key] as const));

function lookUp(byResource: ReadonlyMap<string, ReadonlySet<string>>): KnownKeys["of"] {
  const found = new Map<string, readonly string[]>();
  return (resource) => {
    const known = found.get(resource) ?? bestKnown(keysOf(resource, byResource));
    found.set(resource, known);
    return known;
  };
}

function keysOf(resource: string, byResource: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  for (let place = resource; place !== ""; place = place.slice(0, Math.max(0, place.lastIndexOf("/")))) {
    const exact = byResource.get(place);
    if (exact !== undefined) return [...exact];
  }
  const pattern = parsePattern(resource);
  return [...byResource]
    .filter(([known]) => (hasWildcard(known) || hasWildcard(resource)) && overlaps(known, pattern))
    .flatMap(([, keys]) => [...keys]);
}

/** A name with an unknown end, and the whole ARN. */
const overlaps = (known: string, resource: ReturnType<typeof parsePattern>): boolean =>
  covers(parsePattern(known), resource) || covers(resource, parsePattern(known));

/** An ARN says more than the alias by which another request called the same key. */
function bestKnown(keys: readonly string[]): readonly string[] {
  const exact = keys.filter((key) => !/(?:^|:)alias\//.test(key));
  return [...new Set(exact.length > 0 ? exact : keys)].sort();
}
