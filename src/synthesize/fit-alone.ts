/**
 * What no document can hold even alone: a name whose escapes make it longer than the quota, a condition of hundreds of values.
 * IAM would refuse such a policy as a whole, so the least is cut that makes it fit, and said.
 */
import { policySize } from "../iam/quotas.ts";
import { FINDING_KINDS } from "./finding-codes.ts";
import type { Finding } from "./policy-set.ts";
import type { Requirement } from "./requirement.ts";
import { statementOf } from "./unite-statements.ts";

export interface FittingRequirements {
  /** In the order given. */
  readonly needed: readonly Requirement[];
  /** One a requirement that was cut. */
  readonly findings: readonly Finding[];
}

/** A Sid with its name, the comma and the number that makes it unique. */
const SID_CHARACTERS = 120;

/** `characters`: of one document. Those that fit stay what they are. */
export function fitAlone(needed: readonly Requirement[], characters: number): FittingRequirements {
  const findings: Finding[] = [];
  const fitting = needed.map((one) => {
    if (isPlainlySmall(one, characters) || sizeOf(one) <= characters) return one;
    const cut = shortened(one, characters);
    if (cut === one) return one;
    findings.push({
      code: "widened-to-fit",
      severity: FINDING_KINDS["widened-to-fit"].severity,
      message: messageOf(one, cut, characters),
      calls: one.calls,
    });
    return cut;
  });
  return { needed: fitting, findings };
}

/** Escapes of JSON at most double a text of a policy. */
const isPlainlySmall = ({ action, resource, conditionKey }: Requirement, characters: number): boolean =>
  2 * (action.length + resource.length + conditionKey.length + SID_CHARACTERS) < characters;

const sizeOf = (one: Requirement): number =>
  policySize({ Version: "2012-10-17", Statement: [statementOf(one)] }) + SID_CHARACTERS;

/** The resource first; the condition only where not even the head of the ARN would fit beside it. */
function shortened(one: Requirement, characters: number): Requirement {
  const room = characters - sizeOf({ ...one, resource: "" });
  const head = /^(?:[^:]*:){5}/.exec(one.resource)?.[0] ?? "";
  if (room > head.length && head !== "") return { ...one, resource: cutAfter(one.resource, room - 1) };
  if (one.conditionKey === "") return one;
  const unconditional = { ...one, conditions: {}, conditionKey: "" };
  return sizeOf(unconditional) <= characters ? unconditional : shortened(unconditional, characters);
}

/** The longest beginning of whole tokens whose text in JSON has no more characters, and a star. */
function cutAfter(resource: string, room: number): string {
  const tokens = resource.match(/\$\{[^}]*\}|./gs) ?? [];
  let length = 0;
  const kept = tokens.filter((token) => {
    length += JSON.stringify(token).length - 2;
    return length <= room;
  });
  return `${kept.join("").replace(/\*+$/, "")}*`;
}

function messageOf(one: Requirement, cut: Requirement, characters: number): string {
  const start = one.resource.length > 80 ? `${one.resource.slice(0, 80)}…` : one.resource;
  const limit = `longer than the ${characters} characters of a document`;
  const added = [
    ...(cut.resource === one.resource ? [] : ["on every other one whose ARN begins so"]),
    ...(cut.conditionKey === one.conditionKey ? [] : ["without a condition"]),
  ].join(", ");
  const what =
    cut.conditionKey === one.conditionKey
      ? `\`${start}\` is ${limit}, and cut to its beginning`
      : `the condition on \`${start}\` is ${limit}, and left out`;
  return `${what}: it adds \`${one.action}\` ${added}`;
}
