/** What a policy must have as a whole, and each statement by itself: Version, Sids, elements, size. */
import { isEveryAction } from "./lint-actions.ts";
import { didYouMean, type LintContext, type LintedPolicy, type LintFinding, lintFinding } from "./lint-finding.ts";
import type { Statement } from "./policy-document.ts";
import { policySize, QUOTAS } from "./quotas.ts";
import { valuesOf } from "./statement.ts";

const NEWEST = "2012-10-17";

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html */
export function lintVersion({ version }: LintedPolicy): LintFinding[] {
  if (version === undefined || version === NEWEST || version === "*") return [];
  const hint = { hint: `write "Version": "${NEWEST}"` };
  if (version === "") {
    const message =
      "the policy has no Version, so IAM reads it as of 2008-10-17: policy variables are plain text there";
    return [lintFinding("version-outdated", { message, ...hint })];
  }
  if (version === "2008-10-17") {
    const message = "with Version 2008-10-17 policy variables are plain text";
    return [lintFinding("version-outdated", { message, value: version, ...hint })];
  }
  const message = `there is no Version \`${version}\` of the policy language`;
  return [lintFinding("version-invalid", { message, value: version, ...didYouMean(NEWEST) })];
}

export function lintSids({ statements }: LintedPolicy): LintFinding[] {
  const seen = new Map<string, number>();
  return statements.flatMap(({ statement: { Sid } }, index): LintFinding[] => {
    if (Sid === undefined || Sid === "") return [];
    const place = { statement: index, value: Sid };
    const earlier = seen.get(Sid);
    seen.set(Sid, earlier ?? index);
    const message = `Sid \`${Sid}\` is that of Statement[${earlier}] too`;
    return [
      ...(earlier === undefined ? [] : [lintFinding("sid-duplicate", { ...place, message })]),
      ...(/^[A-Za-z0-9]*$/.test(Sid)
        ? []
        : [lintFinding("sid-malformed", { ...place, message: `Sid \`${Sid}\` holds more than letters and digits` })]),
    ];
  });
}

/** Of one statement that is written out; in one that the file computes an element may be there all the same. */
export function lintElements(statement: Statement, index: number): LintFinding[] {
  const { Effect, Action, NotAction, Resource, NotResource } = statement;
  const pairs = [
    { name: "Action", plain: Action, inverted: NotAction },
    { name: "Resource", plain: Resource, inverted: NotResource },
  ] as const;
  return pairs
    .flatMap(({ name, plain, inverted }): LintFinding[] => {
      if (plain !== undefined && inverted !== undefined) {
        return [lintFinding("element-missing", { message: `the statement has both ${name} and Not${name}` })];
      }
      if (valuesOf(plain ?? inverted).length === 0) {
        return [lintFinding("element-missing", { message: `the statement has no ${name}` })];
      }
      if (inverted === undefined || Effect === "Deny") return [];
      const [value = ""] = valuesOf(inverted);
      return [lintFinding("allow-all-but", { value, message: `Not${name} allows all that it does not name` })];
    })
    .concat(isFullAccess(statement) ? [fullAccess] : [])
    .map((found) => ({ ...found, statement: index }));
}

const isFullAccess = ({ Effect, Action, Resource, Condition }: Statement): boolean =>
  Effect === "Allow" &&
  Condition === undefined &&
  valuesOf(Action).some(isEveryAction) &&
  valuesOf(Resource).includes("*");

const fullAccess = lintFinding("full-access", { message: "the statement allows every action on every resource" });

/** Where a part is computed the true size is not known, and nothing is said. */
export function lintSize({ statements }: LintedPolicy, { attachAs }: LintContext): LintFinding[] {
  if (statements.some(({ isComputed }) => isComputed)) return [];
  const size = policySize({ Version: NEWEST, Statement: statements.map(({ statement }) => statement) });
  const { characters, of } = QUOTAS[attachAs ?? "managed-policy"];
  if (size <= characters) return [];
  const message = `the policy has ${size.toLocaleString("en-US")} characters, ${of} takes ${characters.toLocaleString("en-US")}`;
  const found = lintFinding("oversize", { message });
  if (attachAs !== undefined) return [found];
  return [{ ...found, severity: "warning", hint: "say with `--attach-as` how it is attached" }];
}
