/** Conditions of a policy: operators and keys that do not exist, keys that no action has, values that cannot be compared. */
import { conditionOperator } from "./condition-operators.ts";
import { GLOBAL_CONDITION_KEYS } from "./global-condition-keys.ts";
import { isEveryAction, namedActions } from "./lint-actions.ts";
import { didYouMean, type LintContext, type LintFinding, lintFinding } from "./lint-finding.ts";
import { nearestName } from "./nearest-name.ts";
import type { Statement } from "./policy-document.ts";
import { valuesOf } from "./statement.ts";

/** As AWS spells them (IAM JSON policy reference, "Condition operators"). */
const OPERATORS = [
  ...["StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase"],
  ...["StringLike", "StringNotLike", "ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike", "Bool", "BinaryEquals"],
  ...["NumericEquals", "NumericNotEquals", "NumericLessThan", "NumericLessThanEquals"],
  ...["NumericGreaterThan", "NumericGreaterThanEquals", "DateEquals", "DateNotEquals", "DateLessThan"],
  ...["DateLessThanEquals", "DateGreaterThan", "DateGreaterThanEquals", "IpAddress", "NotIpAddress", "Null"],
];

/** What an operator of this kind can compare; other kinds take any text. */
const VALUES: readonly { readonly operators: RegExp; readonly takes: RegExp; readonly what: string }[] = [
  { operators: /^(?:bool|null)$/, takes: /^(?:true|false)$/i, what: "`true` or `false`" },
  { operators: /^numeric/, takes: /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i, what: "a number" },
  {
    operators: /^date/,
    takes: /^(?:\d{4}(?:-\d\d(?:-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?)?)?|\d+)$/i,
    what: "a date",
  },
  {
    operators: /^(?:not)?ipaddress$/,
    takes: /^(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-f]*:[\da-f:.]*)(?:\/\d{1,3})?$/i,
    what: "an address or a CIDR block",
  },
];

/** Of one statement. */
export function lintConditions(statement: Statement, index: number, context: LintContext): LintFinding[] {
  const keys = conditionKeys(statement, context);
  return Object.entries(statement.Condition ?? {})
    .flatMap(([operator, block]) => [
      ...operatorFaults(operator),
      ...Object.entries(block).flatMap(([key, values]) => [
        ...keyFaults(key, keys),
        ...valuesOf(values).flatMap((value) => valueFaults(operator, value)),
      ]),
    ])
    .map((found) => ({ ...found, statement: index }));
}

const bareOperator = (operator: string): string =>
  operator.replace(/^For(?:AllValues|AnyValue):/i, "").replace(/(?<!^null)IfExists$/i, "");

function operatorFaults(operator: string): LintFinding[] {
  const bare = bareOperator(operator);
  if (bare.toLowerCase() === "null" || conditionOperator(bare) !== undefined || bare === "*") return [];
  const nearest = nearestName(bare, OPERATORS);
  const message = `AWS has no condition operator \`${operator}\``;
  const right = nearest && operator.replace(bare, () => nearest);
  return [lintFinding("condition-operator-unknown", { value: operator, message, ...didYouMean(right) })];
}

function valueFaults(operator: string, value: string): LintFinding[] {
  const bare = bareOperator(operator).toLowerCase();
  const kind = VALUES.find(({ operators }) => operators.test(bare));
  // A variable, or what the file computes.
  if (kind === undefined || kind.takes.test(value) || value === "*" || value.includes("${")) return [];
  const message = `\`${operator}\` compares ${kind.what}, not \`${value}\``;
  return [lintFinding("condition-value-malformed", { value, message })];
}

interface ConditionKeys {
  /** Known to AWS at all. */
  readonly exists: (key: string) => boolean;
  /** Of an action in the statement, or of every action. */
  readonly applies: (key: string) => boolean;
  readonly candidates: (key: string) => readonly string[];
}

function keyFaults(key: string, keys: ConditionKeys): LintFinding[] {
  // Keys of identity providers are named by their hosts; `*` is computed by the file.
  if (/^[\w-]+(?:\.[\w-]+)+(?:\/[^:]*)?:/.test(key) || key.includes("*")) return [];
  if (!keys.exists(key)) {
    const message = `AWS has no condition key \`${key}\``;
    const nearest = nearestName(key, keys.candidates(key));
    return [lintFinding("condition-key-unknown", { value: key, message, ...didYouMean(nearest) })];
  }
  if (keys.applies(key)) return [];
  const message = `no action of this statement has the condition key \`${key}\``;
  return [lintFinding("condition-key-never-present", { value: key, message })];
}

function conditionKeys({ Action }: Statement, { tables, sessionKeys }: LintContext): ConditionKeys {
  const anywhere = [...GLOBAL_CONDITION_KEYS, ...sessionKeys];
  const actions = valuesOf(Action);
  const named = actions.map((action) => namedActions(action, tables));
  // NotAction, `*` and unknown names leave open what the statement is about.
  const isOpen = actions.length === 0 || actions.some(isEveryAction) || named.some((one) => one.length === 0);
  const own = named
    .flat()
    .flatMap(({ servicePrefix, model }) => [
      ...model.conditionKeys,
      ...model.resourceTypes.flatMap(({ name, conditionKeys }) => [
        ...conditionKeys,
        ...(tables.load(servicePrefix)?.resourceTypes.get(name)?.conditionKeys ?? []),
      ]),
    ]);
  const ownKeys = keySet([...anywhere, ...own]);
  const ofPrefix = (key: string): readonly string[] => keysOfPrefix(key.split(":")[0]?.toLowerCase() ?? "", tables);
  return {
    exists: (key) => ownKeys(key) || keySet(ofPrefix(key))(key),
    applies: (key) => isOpen || ownKeys(key),
    candidates: (key) => [
      ...new Set([...anywhere, ...own, ...ofPrefix(key)].map((one) => one.split(VARIABLE)[0] ?? "")),
    ],
  };
}

function keysOfPrefix(servicePrefix: string, tables: LintContext["tables"]): readonly string[] {
  const model = tables.load(servicePrefix);
  if (model === undefined) return [];
  return [
    ...[...model.actions.values()].flatMap((action) => [
      ...action.conditionKeys,
      ...action.resourceTypes.flatMap((type) => type.conditionKeys),
    ]),
    ...[...model.resourceTypes.values()].flatMap((type) => type.conditionKeys),
  ];
}

/** How AWS's tables write that a name follows. */
const VARIABLE = /\$\{|<|tag-key$/;

/** Keys are compared without case; behind `/` or a variable any name may follow. */
function keySet(keys: readonly string[]): (key: string) => boolean {
  const whole = new Set<string>();
  const begun: string[] = [];
  for (const key of keys) {
    const [head = ""] = key.toLowerCase().split(VARIABLE);
    if (head.length < key.length || head.endsWith("/")) begun.push(head);
    else whole.add(head);
  }
  return (key) => {
    const asked = key.toLowerCase();
    return whole.has(asked) || begun.some((head) => asked.startsWith(head) && asked.length > head.length);
  };
}
