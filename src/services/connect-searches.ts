/** Amazon Connect: a search shows what the caller may describe, so it needs the describing action too. */
import type { AuthorizedAction, OperationRules } from "./define-service.ts";
import { bothOf, filled, type ResourceRule } from "./rule-resource.ts";
import { member, unknownPart } from "./rule-value.ts";

interface Found {
  /** The action that is checked on what is found, without prefix. */
  readonly by: string;
  /** Resource types of the reference: type -> the variable that names it in its instance, and what stands before it in the ARN. */
  readonly types: { readonly [type: string]: readonly [variable: string, segment: string] };
}

const INSTANCE = "arn:aws:connect:us-east-1:123456789012:instance/i1";

const ofInstance = (types: Found["types"]): ResourceRule =>
  bothOf(
    ...Object.entries(types).map(([type, [variable]]) =>
      filled(type, {
        InstanceId: member("InstanceId"),
        [variable]: unknownPart("*", "chosen-by-aws", "the search decides what is found"),
      }),
    ),
  );

/** Rules for searches within an instance. */
export function searches(found: { readonly [operation: string]: Found }): OperationRules {
  const rules = Object.entries(found).map(([operation, { by, types }]): [string, OperationRules[string]] => {
    const describing: AuthorizedAction = {
      action: `connect:${by}`,
      resource: ofInstance(types),
      origin: "dependent",
      because: "only what the caller may describe is found",
    };
    const on = Object.values(types).map(([, segment]) => `${INSTANCE}/${segment}/*`);
    return [
      operation,
      {
        authorizedActions: [{ action: `connect:${operation}` }, describing],
        because: "a search needs the action that describes what it finds",
        see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonconnect.html",
        examples: [
          {
            input: { InstanceId: "i1" },
            permits: [`connect:${operation} ${INSTANCE}`, `connect:${by} ${on.join(" + ")}`],
          },
        ],
      },
    ];
  });
  return Object.fromEntries(rules);
}
