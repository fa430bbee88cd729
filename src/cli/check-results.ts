/** The findings of a check as sentences with their places: what every format of it says. */
import type { Excess, Missing, PolicyCheck } from "../merge/check-policy.ts";
import type { Region } from "../merge/policy-file.ts";
import { inThousands } from "./wording.ts";

export interface CheckRule {
  readonly id: string;
  readonly level: "error" | "warning";
  readonly says: string;
}

const MISSING = {
  id: "missing-permission",
  level: "error",
  says: "The policy does not allow what was observed",
} as const satisfies CheckRule;
const EXCESS = {
  id: "excess-permission",
  level: "warning",
  says: "The policy allows what no observed call needed",
} as const satisfies CheckRule;

export const RULES: readonly CheckRule[] = [MISSING, EXCESS];

/** What SARIF and annotations take, whatever the file was checked for. */
export interface PlacedResult {
  /** Id of its rule. */
  readonly rule: string;
  /** `note`: it may be allowed, by what the file computes. */
  readonly level: "error" | "warning" | "note";
  /** One line. */
  readonly message: string;
  readonly region: Region;
}

/** What is missing first. */
export function checkResults({ missing, excess }: PolicyCheck): readonly PlacedResult[] {
  return [
    ...missing.map((one) => ({
      rule: MISSING.id,
      level: isOpen(one) ? ("note" as const) : MISSING.level,
      message: missingText(one),
      region: one.region,
    })),
    ...excess.map((one) => ({ rule: EXCESS.id, level: EXCESS.level, message: excessText(one), region: one.region })),
  ];
}

/** It may be allowed. */
const isOpen = ({ why }: Missing): boolean => why === "uncertain" || why === "perhaps-denied";

function missingText({ action, resource, condition, why, keys = [], within }: Missing): string {
  const when = condition === undefined ? "" : ` if ${JSON.stringify(condition)}`;
  const words = {
    denied: "denied",
    "perhaps-denied": `perhaps denied, by ${keys.join(" and ")}`,
    uncertain: "perhaps allowed, by what the file computes",
    "not-allowed": "missing",
  };
  const limit = within === undefined ? "" : ` within ${within}`;
  return `${words[why]}${limit}: ${action} on ${resource}${when}`;
}

const REASONS: { readonly [why in Excess["why"]]: string } = {
  unused: "no call needed it",
  "wide-action": "not all of these actions were needed",
  "wide-resource": "only a part of these resources was needed",
  inverted: "it allows all but what it names",
};

function excessText({ action, resource, why, level, actions }: Excess): string {
  const names = why === "wide-action" ? `, without need: ${shortList(actions)}` : "";
  return `excess (${level}): ${action} on ${resource}: ${REASONS[why]}${names}`;
}

const MOST_NAMES = 5;

function shortList(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  return names.slice(0, MOST_NAMES).join(", ") + (more > 0 ? ` and ${inThousands(more)} more` : "");
}

export type FailOn = "missing" | "excess" | "any";

/** What the command fails for, as counted words; what may be allowed is no failure. */
export function failuresOf({ missing, excess }: PolicyCheck, failOn: FailOn): readonly string[] {
  const lacking = missing.filter((one) => !isOpen(one)).length;
  return [
    ...(failOn !== "excess" && lacking > 0 ? [`${lacking} missing`] : []),
    ...(failOn !== "missing" && excess.length > 0 ? [`${excess.length} excess`] : []),
  ];
}
