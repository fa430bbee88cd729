/** APIs whose requests name resources while their ARNs hold ids that no request tells. */
import type { ResourceTypeRule } from "./define-service.ts";
import { anyOf, whenMember } from "./rule-condition.ts";
import { fillWhen, type MemberPath, unknownPart } from "./rule-value.ts";

interface NamedType {
  /** The variable of the ARN. */
  readonly variable: string;
  /** Members that hold names of this type. */
  readonly members: readonly [MemberPath, ...MemberPath[]];
  /** An operation that needs this type alone, and takes the first of the members. */
  readonly operation: string;
  /** What the operation's example needs. */
  readonly permit: string;
}

/** Any resource of the type where one is named; ARNs in the input are found without a rule. */
export function knownByIdOnly(
  types: { readonly [type: string]: NamedType },
  see: ResourceTypeRule["see"],
): { readonly [type: string]: ResourceTypeRule } {
  return Object.fromEntries(
    Object.entries(types).map(([type, { variable, members, operation, permit }]): [string, ResourceTypeRule] => [
      type,
      {
        filledBy: [
          fillWhen(anyOf(...members.map(whenMember)), {
            [variable]: unknownPart("*", "no-resource-in-input", `a name does not tell the id of ${type}`),
          }),
        ],
        because: "resources are authorized by an id that their name does not tell",
        see,
        examples: [{ operation, input: { [members[0]]: "a" }, permits: [permit] }],
      },
    ]),
  );
}
