/**
 * The form of a service record: everything peculiar to one AWS API's authorization. Only what differs from the default
 * (the action named like the operation, on its resource types filled by name) is written down, each rule with its reason,
 * its source and an example that the one runner executes.
 */
import type { RuleCondition } from "./rule-condition.ts";
import { bothOf, type ResourceRule } from "./rule-resource.ts";
import type { Fill, MemberPath, RuleValue } from "./rule-value.ts";

/** An input and exactly the permissions it needs. Account 123456789012, region us-east-1 unless said otherwise. */
export interface RuleExample {
  /** Only in rules that hold for several operations. */
  readonly operation?: string;
  readonly input: { readonly [member: string]: unknown };
  readonly region?: string;
  readonly partition?: string;
  readonly signingName?: string;
  readonly hostname?: string;
  /** KMS keys that the answer names. */
  readonly answeredKeys?: { readonly [name: string]: string };
  /**
   * All permissions, in any order: `sqs:SendMessage arn:…`, with ` if key = value` after it for each condition,
   * and several resources joined by ` + `.
   */
  readonly permits: readonly string[];
}

/** Why a rule holds: shown to users by `iamgen explain`. */
interface Grounds {
  /** One clause, lower case, no final period. */
  readonly because: string;
  /** The AWS page that says so. */
  readonly see: `https://${string}`;
  /** No AWS page states it; the permission is marked so. */
  readonly unconfirmed?: true;
}

/** The action is the HTTP method of the operation: `apigateway:GET`. */
export interface MethodAction {
  readonly kind: "http-method";
  readonly servicePrefix: string;
}

export type RuleConditions = { readonly [operator: string]: { readonly [conditionKey: string]: RuleValue } };

export interface AuthorizedAction {
  /** `prefix:Action` as AWS spells it; several that go together. */
  readonly action: string | readonly string[] | MethodAction;
  /** Absent: the action's resource types, filled as by default. */
  readonly resource?: ResourceRule;
  /** Absent: always. */
  readonly when?: RuleCondition;
  /** Once for each element at this path; paths below it then mean that element's. */
  readonly forEach?: MemberPath;
  /** Condition keys that this request fixes. */
  readonly conditions?: RuleConditions;
  /** Absent: the call itself. */
  readonly origin?: "dependent" | "pass-role" | "forward-access";
  /** Where it differs from the rule's own. */
  readonly because?: string;
}

export interface OperationRule extends Grounds {
  /** All actions of the operation, the same-named one included. Empty: AWS asks for no permission. */
  readonly authorizedActions: readonly AuthorizedAction[];
  readonly examples: readonly [RuleExample, ...RuleExample[]];
  /** Why the generated data does not know the operation or an action of it. */
  readonly absentFromData?: string;
}

/** How the input fills ARNs of one resource type, for all operations of the API. */
export interface ResourceTypeRule extends Grounds {
  /** Where AWS authorizes on a form that the reference does not list. */
  readonly template?: string;
  /** The first that the request completes is taken; where none is, the default heuristics. */
  readonly filledBy: readonly Fill[];
  readonly examples: readonly [RuleExample, ...RuleExample[]];
}

export type OperationRules = { readonly [operation: string]: OperationRule };

/** What of a record may differ between the ways one API is reached. */
export interface RuleSet {
  /** IAM prefix, where neither the signing name nor `service-prefixes.ts` tells it. */
  readonly servicePrefix?: string;
  readonly resources?: { readonly [resourceType: string]: ResourceTypeRule };
  readonly operations?: OperationRules;
  /** What an operation makes, and tags, where its name or its own resources do not tell. */
  readonly makes?: { readonly [operation: string]: ResourceRule };
  /** What any operation needs beside its own actions, when its request carries what the conditions ask for. */
  readonly besides?: readonly OperationRule[];
  /** For operations that have neither a rule nor a same-named action. */
  readonly otherwise?: OperationRule;
}

/** Replaces the record's rules for calls made in another way (another signing name, another kind of host). */
export interface RuleVariant extends RuleSet {
  readonly when: RuleCondition;
  /** The record's operations hold too, their actions of this prefix under the variant's `servicePrefix` instead. */
  readonly insteadOf?: string;
}

export interface ServiceRules extends RuleSet {
  /** The model's service id. */
  readonly sdkId: string;
  /** The first that holds is taken whole. */
  readonly variants?: readonly RuleVariant[];
}

/** What stands for that operation alone; recordings may name operations as objects name what all of them have (`constructor`). */
export const ofOperation = <T>(
  by: { readonly [operation: string]: T } | undefined,
  operation: string,
): T | undefined => (by !== undefined && Object.hasOwn(by, operation) ? by[operation] : undefined);

export const defineService = (rules: ServiceRules): ServiceRules => rules;

/** A part of a record in a file of its own. */
export const operationRules = (rules: OperationRules): OperationRules => rules;

export const httpMethod = (servicePrefix: string): MethodAction => ({ kind: "http-method", servicePrefix });

interface RenamedGrounds extends Grounds {
  /** Of all the actions in the table. */
  readonly servicePrefix: string;
  readonly resource?: ResourceRule;
  readonly forEach?: MemberPath;
  /** An input that all these operations share, and the resource it means. */
  readonly example: {
    readonly input: RuleExample["input"];
    readonly on: string;
    readonly call?: Pick<RuleExample, "region" | "partition" | "signingName" | "hostname">;
  };
}

/** Rules for operations that are authorised as one action of another name: operation -> action without prefix. */
export function authorizedAs(
  actions: { readonly [operation: string]: string },
  { servicePrefix, resource, forEach, example, ...grounds }: RenamedGrounds,
): OperationRules {
  const rules = Object.entries(actions).map(([operation, name]): [string, OperationRule] => {
    const action = `${servicePrefix}:${name}`;
    return [
      operation,
      {
        authorizedActions: [
          { action, ...(resource === undefined ? {} : { resource }), ...(forEach === undefined ? {} : { forEach }) },
        ],
        ...grounds,
        examples: [{ ...example.call, input: example.input, permits: [`${action} ${example.on}`] }],
      },
    ];
  });
  return Object.fromEntries(rules);
}

interface ResourcesOfOperation {
  readonly resources: readonly ResourceRule[];
  readonly input: RuleExample["input"];
  /** Resources of the example, those that are widened for another reason apart. */
  readonly on: readonly string[];
}

/** Rules for operations that keep their own name as action, but whose resources the default does not find. */
export function authorizedOn(
  operations: { readonly [operation: string]: ResourcesOfOperation },
  { servicePrefix, ...grounds }: Grounds & { readonly servicePrefix: string },
): OperationRules {
  const rules = Object.entries(operations).map(([operation, { resources, input, on }]): [string, OperationRule] => {
    const action = `${servicePrefix}:${operation}`;
    const sorted = on.map((arns) => arns.split(" + ").sort().join(" + "));
    const authorizedActions = [{ action, resource: bothOf(...resources) }];
    return [
      operation,
      { authorizedActions, ...grounds, examples: [{ input, permits: sorted.map((arns) => `${action} ${arns}`) }] },
    ];
  });
  return Object.fromEntries(rules);
}

/** The actions by name; none for those that are the operation's HTTP method. */
export function actionNames({ action }: AuthorizedAction): readonly string[] {
  if (typeof action === "string") return [action];
  return "kind" in action ? [] : action;
}
