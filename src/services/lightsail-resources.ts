/** Amazon Lightsail: requests name resources, ARNs hold ids that no request tells. */
import type { ResourceTypeRule } from "./define-service.ts";
import { anyOf, whenMember } from "./rule-condition.ts";
import { fillWhen, type MemberPath, unknownPart } from "./rule-value.ts";

interface NamedType {
  /** Members that hold names of this type. */
  readonly members: readonly MemberPath[];
  /** An operation that needs this type alone, and takes the first of the members. */
  readonly operation: string;
}

/** Any resource of the type where one is named; ARNs in the input are found without a rule. */
export function knownByIdOnly(types: { readonly [type: string]: NamedType }): {
  readonly [type: string]: ResourceTypeRule;
} {
  return Object.fromEntries(
    Object.entries(types).map(([type, { members, operation }]): [string, ResourceTypeRule] => [
      type,
      {
        filledBy: [
          fillWhen(anyOf(...members.map(whenMember)), {
            Id: unknownPart("*", "no-resource-in-input", `a name does not tell the id of ${type}`),
          }),
        ],
        because: "resources are authorized by an id that their name does not tell",
        see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonlightsail.html",
        examples: [
          {
            operation,
            input: { [members[0] ?? ""]: "a" },
            permits: [`lightsail:${operation} arn:aws:lightsail:us-east-1:123456789012:${type}/*`],
          },
        ],
      },
    ]),
  );
}
