/** What rules for AWS Glue have in common: connections and roles that a request hands over, batches of single calls. */
import type { AuthorizedAction, OperationRule, RuleExample } from "./define-service.ts";
import { inGlue } from "./glue-catalog.ts";
import { passesRoleNamed } from "./named-role.ts";
import { whenMember } from "./rule-condition.ts";
import { filled, typed } from "./rule-resource.ts";
import { type MemberPath, member } from "./rule-value.ts";

const SEE = "https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsglue.html";

/** The resources of a table `t` in the database `d`, as an example writes them. */
export const TABLE_T = [inGlue("catalog"), inGlue("database/d"), inGlue("table/d/t")].join(" + ");

/** The connection `c`, handed over in an example. */
export const PASSES_C = `glue:PassConnection ${inGlue("connection/c")}`;

export const passesConnection = (path: MemberPath): AuthorizedAction => ({
  action: "glue:PassConnection",
  resource: filled("connection", { ConnectionName: member(path) }),
  when: whenMember(path),
  origin: "dependent",
  because: "the connection that the request names is handed to AWS Glue",
});

/** The operation's own action, and the connection that its definition may name at `path`. */
export const withConnection = (operation: string, path: MemberPath, example: RuleExample): OperationRule => ({
  authorizedActions: [{ action: `glue:${operation}` }, passesConnection(path)],
  because: "a definition that reaches its data through a connection needs the connection",
  see: SEE,
  examples: [example],
});

interface Batch {
  readonly single: string;
  /** Resource type of both actions; absent where they have none. */
  readonly type?: string;
  /** Member with the names. */
  readonly names: string;
  /** What the name `a` means. */
  readonly on?: string;
}

/** A batch that is authorized as itself and as the single call on each thing that it names. */
export function batchOf(operation: string, { single, type, names, on }: Batch): OperationRule {
  const resource = type === undefined ? {} : { resource: typed(type) };
  const arn = on === undefined ? "*" : inGlue(on);
  return {
    authorizedActions: [
      { action: `glue:${operation}`, ...resource },
      { action: `glue:${single}`, ...resource, origin: "dependent" },
    ],
    because: "the single call is checked on each thing that a batch names, too",
    see: SEE,
    examples: [{ input: { [names]: ["a"] }, permits: [`glue:${operation} ${arn}`, `glue:${single} ${arn}`] }],
  };
}

interface RoleTaker {
  /** An input but for the role, and the resources that it means. */
  readonly input: RuleExample["input"];
  readonly on: string;
}

/** The operation's own action, and the role in `Role`, whether by name or by ARN. */
export function takesRole(operation: string, { input, on }: RoleTaker): OperationRule {
  const role = "service-role/crawls";
  const arn = `arn:aws:iam::123456789012:role/${role}`;
  const permits = [`glue:${operation} ${on}`, `iam:PassRole ${arn} if iam:PassedToService = glue.amazonaws.com`];
  return {
    authorizedActions: [{ action: `glue:${operation}` }, passesRoleNamed("Role", "glue.amazonaws.com")],
    because: "a role may be given by its name",
    see: "https://docs.aws.amazon.com/glue/latest/dg/set-up-iam.html",
    examples: [
      { input: { ...input, Role: role }, permits },
      { input: { ...input, Role: arn }, permits },
    ],
  };
}
