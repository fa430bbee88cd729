/** One member that names resources of several kinds, told apart by how their ids begin. */
import type { OperationRule, OperationRules } from "./define-service.ts";
import { either, filled } from "./rule-resource.ts";
import { captured, type MemberPath, member } from "./rule-value.ts";

interface Kind {
  readonly type: string;
  /** The variable of the type's ARN that the id fills. */
  readonly variable: string;
  /** An id as it looks: what stands before the first hyphen tells the kind. */
  readonly id: string;
}

interface ById extends Pick<OperationRule, "because" | "see"> {
  readonly servicePrefix: string;
  readonly path: MemberPath;
  readonly kinds: readonly [Kind, Kind, ...Kind[]];
  /** Begin of the example's ARNs: `arn:aws:cloudhsm:us-east-1:123456789012`. */
  readonly on: string;
}

/** Rules for operations that keep their own name as action. Ids and whole ARNs are understood. */
export function eitherById(operations: readonly string[], rules: ById): OperationRules {
  return Object.fromEntries(operations.map((operation) => [operation, ruleOf(operation, rules)]));
}

function ruleOf(operation: string, { servicePrefix, path, kinds, because, see, on }: ById): OperationRule {
  const action = `${servicePrefix}:${operation}`;
  const resources = kinds.map(({ type, variable, id }) =>
    filled(type, { [variable]: captured(member(path), new RegExp(`^(?:arn:.+/)?(${id.split("-")[0]}-[^/]+)$`)) }),
  );
  const [first, ...others] = kinds.map(({ type, id }) => ({
    input: { [path]: id },
    permits: [`${action} ${on}:${type}/${id}`],
  }));
  if (first === undefined) throw new RangeError("a member that names nothing");
  return {
    authorizedActions: [{ action, resource: either(...resources) }],
    because,
    see,
    examples: [first, ...others],
  };
}
