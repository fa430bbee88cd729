/** Which calls need what, and why: chosen by a selector, as JSON lines for programs or as text for people. */
import type { ExplainedCall, PolicySet, RequiredPermission } from "../pipeline.ts";
import { seenLines } from "./provenance-text.ts";
import { inThousands } from "./wording.ts";

/** Calls that a Sid, action, ARN, operation or line of the project stands for; all of them without selector. */
export function selectCalls(
  explained: readonly ExplainedCall[],
  policySet: PolicySet,
  selector: string | undefined,
): ExplainedCall[] {
  if (selector === undefined) return [...explained];
  const named = new Set(policySet.policies.flatMap(({ provenance }) => provenance[selector] ?? []));
  return explained.filter(({ call, permissions }) => {
    if (named.has(call.n)) return true;
    if (call.callSites?.some(({ at, test }) => at === selector || test === selector) === true) return true;
    const operation = [call.operation, `${call.sdkId}.${call.operation}`, `${call.sdkId}:${call.operation}`];
    return operation.some((name) => equal(name, selector)) || permissions.some((needed) => concerns(needed, selector));
  });
}

const equal = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

function concerns({ action, resources }: RequiredPermission, selector: string): boolean {
  return equal(action, selector) || resources.some((resource) => resource === selector || covers(selector, resource));
}

/** A resource of a policy may stand for several of the calls' resources: `*` and `?` as IAM reads them. */
function covers(pattern: string, resource: string): boolean {
  if (pattern === "*" || !/[*?]/.test(pattern)) return false;
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${source}$`, "s").test(resource);
}

/** One line a distinct call. */
export function explanationLines(explained: readonly ExplainedCall[]): string {
  return explained
    .map(({ call, permissions, remarks }) => {
      const needed = permissions.map(({ action, resources, conditions, origin, because, see, widened }) => ({
        action,
        resources,
        conditions,
        origin,
        because,
        ...(see === undefined ? {} : { see }),
        ...(widened === undefined ? {} : { widened }),
      }));
      const { n, sdkId, operation, count, outcome, firstSeenAt, lastSeenAt, callSites } = call;
      const seen = { count, outcome: outcome.kind, firstSeenAt, lastSeenAt, callSites };
      const line = {
        call: n,
        sdkId,
        operation,
        ...seen,
        permissions: needed,
        ...(remarks.length === 0 ? {} : { remarks }),
      };
      return `${JSON.stringify(line)}\n`;
    })
    .join("");
}

export function explanationText(explained: readonly ExplainedCall[]): string {
  return explained.map(explainedCall).join("\n");
}

function explainedCall({ call, permissions, remarks }: ExplainedCall): string {
  const { outcome } = call;
  const answer = outcome.errorCode ?? (outcome.kind === "none" ? "no answer" : outcome.kind);
  const times = call.count === 1 ? "once" : `${inThousands(call.count)} times`;
  const where = call.region === "" ? "" : ` in ${call.region}`;
  const heading = `call ${call.n}: ${call.sdkId} ${call.operation}${where}, ${times}, ${answer}\n`;
  const needed = permissions.length === 0 ? "  needs no permission\n" : permissions.map(neededText).join("");
  const seen = seenLines(call).map((line) => `  ${line}\n`);
  return heading + needed + seen.join("") + remarks.map(({ message }) => `  note: ${message}\n`).join("");
}

function neededText({ action, resources, conditions, because, see, verified, widened }: RequiredPermission): string {
  const restrictions = Object.entries(conditions).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => `    if ${key} ${operator} ${values.join(" or ")}\n`),
  );
  return [
    `  ${action}\n`,
    ...resources.map((resource) => `    on ${resource}\n`),
    ...restrictions,
    `    because ${because}${verified ? "" : " (unverified: no table or rule vouches for this action)"}\n`,
    ...(see === undefined ? [] : [`    see ${see}\n`]),
    ...(widened === undefined ? [] : [`    widened: ${widened.reason}, ${widened.detail}\n`]),
  ].join("");
}
