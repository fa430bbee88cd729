/**
 * What a call with nothing but a token or an id is on, from the calls of the same recording that handed such tokens out.
 * Where one of those is itself not known exactly, or none was seen, the call stays widened.
 */
import type { ApiCall } from "../decode/api-call.ts";
import { TOLD_RESOURCES, type ToldResource } from "../services/told-resources.ts";
import type { AuthorizedCall } from "./known-keys.ts";
import type { RequiredPermission } from "./required-permission.ts";

/** The permissions of a call, with resources that other calls of the recording tell. */
export type TellResources = (authorized: AuthorizedCall) => readonly RequiredPermission[];

interface Told {
  readonly resources: Set<string>;
  readonly by: Set<string>;
  isOpen: boolean;
}

/** Reads the calls that hand out tokens; their order does not count. */
export function collectToldResources(calls: readonly AuthorizedCall[]): TellResources {
  const told = new Map<string, Told>();
  for (const { call, permissions } of calls) {
    if (call.outcome.kind === "succeeded") {
      for (const rule of rulesWith("toldBy", call)) learn(told, { rule, call, permissions });
    }
  }
  return ({ call, permissions }) => {
    const [rule] = rulesWith("operations", call);
    const known = rule === undefined ? undefined : told.get(placeOf(rule, call));
    if (known === undefined || known.isOpen) return permissions;
    return permissions.map((permission) => (isUntold(permission) ? exactly(permission, known) : permission));
  };
}

const rulesWith = (side: "operations" | "toldBy", { sdkId, operation }: ApiCall): readonly ToldResource[] =>
  TOLD_RESOURCES.filter((rule) => rule.sdkId === sdkId && rule[side].includes(operation));

/** Tokens of one identity and region are not used by another. */
const placeOf = (rule: ToldResource, { identity, partition, region }: ApiCall): string =>
  JSON.stringify([TOLD_RESOURCES.indexOf(rule), identity, partition, region]);

interface HandingCall extends AuthorizedCall {
  readonly rule: ToldResource;
}

function learn(told: Map<string, Told>, { rule, call, permissions }: HandingCall): void {
  const itself = permissions.filter(({ origin }) => origin === "direct");
  const isToldToo = rule.operations.includes(call.operation) && itself.some(isUntold);
  if (itself.length === 0 || isToldToo) return;
  const place = placeOf(rule, call);
  const known = told.get(place) ?? { resources: new Set(), by: new Set(), isOpen: false };
  told.set(place, known);
  known.by.add(call.operation);
  known.isOpen ||= itself.some(({ widened }) => widened !== undefined);
  for (const resource of itself.flatMap(({ resources }) => resources)) known.resources.add(resource);
}

const isUntold = ({ origin, widened }: RequiredPermission): boolean =>
  origin === "direct" && widened?.reason === "no-resource-in-input";

function exactly({ widened: _, ...permission }: RequiredPermission, told: Told): RequiredPermission {
  const operations = [...told.by].sort().join(" and ");
  return {
    ...permission,
    resources: [...told.resources].sort(),
    because: `${permission.because}; on what ${operations} of the same recording was on, which hands out what the request holds`,
  };
}
