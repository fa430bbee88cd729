/**
 * A second evaluator, written from AWS's pages without a look at the first: no index, no compiling, every split of a pattern
 * tried, every operator spelled out. Slow and plain; properties hold the real one against it.
 */
import type { Decision, EvaluationRequest } from "../../src/iam/evaluate.ts";
import type { PolicyDocument, Statement, StringOrList } from "../../src/iam/policy-document.ts";

type Context = EvaluationRequest["context"];

const list = (element: StringOrList | undefined): readonly string[] => (element === undefined ? [] : [element].flat());

function glob(pattern: string, value: string): boolean {
  const escaped = /^\$\{([*?$])\}/.exec(pattern)?.[1];
  if (pattern === "") return value === "";
  if (escaped !== undefined) return value[0] === escaped && glob(pattern.slice(4), value.slice(1));
  if (pattern[0] !== "*")
    return value !== "" && (pattern[0] === "?" || pattern[0] === value[0]) && glob(pattern.slice(1), value.slice(1));
  return glob(pattern.slice(1), value) || (value !== "" && glob(pattern, value.slice(1)));
}

const plain = (text: string): string => text.replace(/\$\{([*?$])\}/g, "$1");

const given = (context: Context, key: string): readonly string[] =>
  Object.entries(context).find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1] ?? [];

/** Undefined: a variable has no value, so that the text can match nothing. */
function filled(text: string, context: Context): string | undefined {
  const [whole, key = "", , otherwise] = /\$\{([^{}*?$,]+?)(, *'([^']*)')?\}/.exec(text) ?? [];
  if (whole === undefined) return text;
  const [value, ...more] = given(context, key);
  const used = value !== undefined && more.length === 0 ? value : otherwise;
  if (used === undefined) return undefined;
  const [before, ...after] = text.split(whole);
  const rest = filled(after.join(whole), context);
  return rest === undefined ? undefined : `${before}${used.replace(/[*?$]/g, "${$&}")}${rest}`;
}

const fields = (arn: string): readonly string[] => {
  const [a = "", b = "", c = "", d = "", e = "", ...rest] = arn.split(":");
  return rest.length === 0 ? [] : [a, b, c, d, e, rest.join(":")];
};

function arnMatches(pattern: string, arn: string): boolean {
  const [wanted, found] = [fields(pattern), fields(arn)];
  return wanted.length === 6 && found.length === 6 && wanted.every((field, at) => glob(field, found[at] ?? ""));
}

const time = (text: string): number => (/^\d{5,}$/.test(text) ? Number(text) * 1000 : Date.parse(text));

/** Bits as text; IPv6 with all its groups. */
function bits(address: string): string {
  const [numbers, base, width] = address.includes(":") ? [address.split(":"), 16, 16] : [address.split("."), 10, 8];
  return numbers.map((number) => Number.parseInt(number, base).toString(2).padStart(width, "0")).join("");
}

function inRange(address: string, range: string): boolean {
  const [base = "", length] = range.split("/");
  const [wanted, found] = [bits(base), bits(address)];
  return wanted.length === found.length && found.startsWith(wanted.slice(0, Number(length ?? wanted.length)));
}

/** One value of the policy against one of the request, for the operators that are not negated. */
const MATCHES: { readonly [operator: string]: (policy: string, request: string) => boolean } = {
  StringEquals: (policy, request) => plain(policy) === request,
  StringEqualsIgnoreCase: (policy, request) => plain(policy).toUpperCase() === request.toUpperCase(),
  StringLike: glob,
  ArnEquals: arnMatches,
  ArnLike: arnMatches,
  Bool: (policy, request) => policy.toLowerCase() === request.toLowerCase(),
  BinaryEquals: (policy, request) => Buffer.from(policy, "base64").equals(Buffer.from(request, "base64")),
  NumericEquals: (policy, request) => Number(request) === Number(policy),
  NumericLessThan: (policy, request) => Number(request) < Number(policy),
  NumericLessThanEquals: (policy, request) => Number(request) <= Number(policy),
  NumericGreaterThan: (policy, request) => Number(request) > Number(policy),
  NumericGreaterThanEquals: (policy, request) => Number(request) >= Number(policy),
  DateEquals: (policy, request) => time(request) === time(policy),
  DateLessThan: (policy, request) => time(request) < time(policy),
  DateLessThanEquals: (policy, request) => time(request) <= time(policy),
  DateGreaterThan: (policy, request) => time(request) > time(policy),
  DateGreaterThanEquals: (policy, request) => time(request) >= time(policy),
  IpAddress: (policy, request) => inRange(request, policy),
};

/** Negated operator -> what it negates. */
const NEGATED: { readonly [operator: string]: string } = {
  StringNotEquals: "StringEquals",
  StringNotEqualsIgnoreCase: "StringEqualsIgnoreCase",
  StringNotLike: "StringLike",
  ArnNotEquals: "ArnEquals",
  ArnNotLike: "ArnLike",
  NumericNotEquals: "NumericEquals",
  DateNotEquals: "DateEquals",
  NotIpAddress: "IpAddress",
};

/** Every operator but `Null`, without qualifier and suffix. */
export const OPERATORS: readonly string[] = [...Object.keys(MATCHES), ...Object.keys(NEGATED)];

const TAKES_VARIABLES = /^(?:String|Arn|Bool)/;

function keyHolds(operator: string, values: readonly string[], request: { key: string; context: Context }): boolean {
  const { key, context } = request;
  const found = given(context, key);
  if (operator === "Null") return values.includes(found.length === 0 ? "true" : "false");
  if (operator.endsWith("IfExists")) return found.length === 0 || keyHolds(operator.slice(0, -8), values, request);
  const [bare = "", qualifier] = operator.split(":").reverse();
  const isNegated = NEGATED[bare] !== undefined;
  const matches = MATCHES[NEGATED[bare] ?? bare] ?? (() => false);
  const wanted = TAKES_VARIABLES.test(bare) ? values.flatMap((value) => filled(value, context) ?? []) : values;
  const holds = (value: string): boolean => wanted.some((one) => matches(one, value)) !== isNegated;
  if (qualifier === "ForAllValues") return found.every(holds);
  if (qualifier === "ForAnyValue") return found.some(holds);
  if (found.length === 0) return isNegated;
  return isNegated ? found.every(holds) : found.some(holds);
}

function applies(statement: Statement, { action, resource, context }: EvaluationRequest): boolean {
  const inActions = list(statement.Action ?? statement.NotAction).some((one) =>
    glob(one === "*:*" ? "*" : one.toLowerCase(), action.toLowerCase()),
  );
  const inResources = list(statement.Resource ?? statement.NotResource).some((one) => {
    const text = filled(one, context);
    return text !== undefined && glob(text, resource);
  });
  return (
    inActions === (statement.Action !== undefined) &&
    inResources === (statement.Resource !== undefined) &&
    Object.entries(statement.Condition ?? {}).every(([operator, keys]) =>
      Object.entries(keys).every(([key, values]) => keyHolds(operator, list(values), { key, context })),
    )
  );
}

/** What the documents together say of the request. */
export function naiveDecision(documents: readonly PolicyDocument[], request: EvaluationRequest): Decision {
  const effects = documents
    .flatMap(({ Statement }) => Statement.filter((one) => applies(one, request)))
    .map(({ Effect }) => Effect);
  if (effects.includes("Deny")) return "denied";
  return effects.includes("Allow") ? "allowed" : "implicitly-denied";
}
