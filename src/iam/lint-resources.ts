/** Resources of a policy: ARNs that are none, and pairs of action and resource that grant nothing. */
import { type ArnTemplate, fitsTemplate, parseArnPattern, parseArnTemplate } from "./arn-template.ts";
import { isEveryAction, type NamedAction, namedActions } from "./lint-actions.ts";
import { didYouMean, type LintContext, type LintedStatement, type LintFinding, lintFinding } from "./lint-finding.ts";
import { nearestName } from "./nearest-name.ts";
import { PARTITIONS, partitionOfRegion } from "./partition.ts";
import type { Statement } from "./policy-document.ts";
import { valuesOf } from "./statement.ts";
import { hasWildcard } from "./wildcard.ts";

/** Of one statement, whichever way it names resources; what the file computes may be an ARN. */
export function lintResources(
  { statement, isComputed }: LintedStatement,
  index: number,
  context: LintContext,
): LintFinding[] {
  const { Resource, NotResource } = statement;
  const written = [...valuesOf(Resource), ...valuesOf(NotResource)].filter(
    (text) => !isComputed || !text.includes("*"),
  );
  const malformed = written.flatMap((text) => malformation(text).map((fault) => ({ ...fault, value: text })));
  const found = malformed.length > 0 ? malformed : neverApplying(statement, context);
  return found.map((one) => ({ ...one, statement: index }));
}

/** Six fields behind colons (IAM User Guide, "ARN format"); a wildcard at the end may stand for those that lack. */
function malformation(text: string): LintFinding[] {
  if (text === "*") return [];
  const fault = (message: string, nearest?: string): LintFinding[] => [
    lintFinding("arn-malformed", { message: `\`${text}\` ${message}`, ...didYouMean(nearest) }),
  ];
  const [scheme, partition = "", , region = "", account = "", ...rest] = text.split(":");
  if (scheme !== "arn" || text.length < 5) return fault("is no ARN: a resource is `*` or begins with `arn:`");
  if (rest.join(":") === "" && !text.endsWith("*")) return fault("is no ARN: `arn:partition:…` has six fields");
  if (!isOpen(partition) && !PARTITIONS.some(({ name }) => name === partition)) {
    const nearest = nearestName(
      partition,
      PARTITIONS.map(({ name }) => name),
    );
    return fault(
      `has no partition of AWS: \`${partition}\``,
      nearest && text.replace(`:${partition}:`, () => `:${nearest}:`),
    );
  }
  if (/^\d+$/.test(account) && account.length !== 12)
    return fault(`has an account of ${account.length} digits, not 12`);
  const home = isOpen(region) ? undefined : partitionOfRegion(region)?.name;
  if (home !== undefined && !isOpen(partition) && home !== partition) {
    return fault(`has the partition \`${partition}\`, but \`${region}\` is a region of \`${home}\``);
  }
  return [];
}

/** Empty, or with a wildcard or variable: it may be anything. */
const isOpen = (field: string): boolean => field === "" || hasWildcard(field) || field.includes("${");

function neverApplying({ Action, Resource }: Statement, context: LintContext): LintFinding[] {
  const resources = valuesOf(Resource);
  const actions = valuesOf(Action);
  if (resources.length === 0 || actions.some(isEveryAction)) return [];
  const arns = resources.map((text) => (text === "*" ? undefined : parseArnPattern(text)));
  const pairs = actions.map((action) => {
    const named = namedActions(action, context.tables);
    const templates = templatesOf(named, context);
    // What the tables do not know may apply to anything; that it is unknown is told elsewhere. So may `*`.
    const applies = arns.map(
      (arn) => arn === undefined || named.length === 0 || templates.some((template) => fitsTemplate(template, arn)),
    );
    return { action, named, applies };
  });
  const idle = pairs.filter(({ applies }) => !applies.includes(true));
  const rest = pairs.filter((pair) => !idle.includes(pair));
  return [
    ...idle.map(({ action, named }) =>
      lintFinding("action-never-applies", { value: action, message: idleText(action, named) }),
    ),
    ...(rest.length === 0 ? [] : resources.filter((_, at) => !rest.some(({ applies }) => applies[at]))).map((value) =>
      lintFinding("resource-never-applies", {
        value,
        message: `no action of this statement applies to \`${value}\``,
      }),
    ),
  ];
}

function idleText(action: string, named: readonly NamedAction[]): string {
  const types = [...new Set(named.flatMap(({ model }) => model.resourceTypes.map(({ name }) => name)))];
  if (types.length === 0) return `\`${action}\` applies to no resource but \`*\`, which this statement does not have`;
  const list = types.length > 5 ? `${types.slice(0, 5).join(", ")} and ${types.length - 5} more` : types.join(", ");
  return `\`${action}\` applies to none of this statement's resources: it takes ${list}`;
}

/** What any of the actions applies to, each template once: a wildcard names hundreds of actions of a few types. */
function templatesOf(named: readonly NamedAction[], { tables, sharedPrefixes }: LintContext): readonly ArnTemplate[] {
  const texts = named.flatMap(({ servicePrefix, model }) => {
    const types = tables.load(servicePrefix)?.resourceTypes;
    const isShared = model.resourceTypes.length > 0 && sharedPrefixes.includes(servicePrefix);
    const names = isShared ? [...(types?.keys() ?? [])] : model.resourceTypes.map(({ name }) => name);
    return names.flatMap((name) => types?.get(name)?.arns ?? []);
  });
  return [...new Set(texts)].map(parseArnTemplate);
}
