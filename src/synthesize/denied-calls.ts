/** Whether the policy grants what refused calls needed (`--denied`). What is left out is said. */
import { FINDING_KINDS } from "./finding-codes.ts";
import type { ObservedPermission } from "./observed-permission.ts";
import { sortedNumbers, sortedTexts } from "./order.ts";
import type { Finding } from "./policy-set.ts";

/** `only`: nothing but what refused calls needed, for a policy that is attached beside the present one. */
export type DeniedCalls = "include" | "exclude" | "only";

export interface ChosenPermissions {
  readonly chosen: readonly ObservedPermission[];
  /** One where a call needs something that is not chosen, else none. */
  readonly findings: readonly Finding[];
}

/** The permissions to grant. One that a refused call shares with others counts as needed by both. */
export function choosePermissions(observed: readonly ObservedPermission[], denied: DeniedCalls): ChosenPermissions {
  if (denied === "include") return { chosen: observed, findings: [] };
  const isChosen = ({ outcome }: ObservedPermission): boolean => (outcome === "denied") === (denied === "only");
  const leftOut = observed.filter((one) => !isChosen(one));
  if (leftOut.length === 0) return { chosen: observed, findings: [] };
  const actions = sortedTexts(leftOut.map(({ permission }) => `\`${permission.action}\``)).join(", ");
  const which = denied === "only" ? "were not refused" : "AWS refused";
  const finding: Finding = {
    code: "left-out",
    severity: FINDING_KINDS["left-out"].severity,
    message: `\`--denied ${denied}\` leaves out what calls that ${which} needed: ${actions}`,
    calls: sortedNumbers(leftOut.map(({ call }) => call)),
  };
  return { chosen: observed.filter(isChosen), findings: [finding] };
}
