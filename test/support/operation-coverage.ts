/** How every operation of the api data is authorized: by a rule, by the action of its name, by nothing, or by a guess. */
import { openApiIndex } from "../../src/data/open-api-index.ts";
import { openAuthorizationIndex } from "../../src/data/open-authorization-index.ts";
import { serviceRules } from "../../src/services/index.ts";
import { servicePrefixOf } from "../../src/services/service-prefixes.ts";

export interface OperationCoverage {
  readonly api: string;
  readonly operations: number;
  readonly ruled: number;
  readonly sameNamed: number;
  readonly free: number;
  readonly unverified: number;
}

type Grounds = "ruled" | "sameNamed" | "free" | "unverified";

const COLUMNS = ["API", "operations", "rule", "same name", "no permission", "unverified"];

/** One row an API, in the order of their names. */
export function operationCoverage(): readonly OperationCoverage[] {
  const apis = openApiIndex();
  const authorization = openAuthorizationIndex();
  const rows = apis.entries.map(({ client, sdkId, signingName }): OperationCoverage => {
    const rules = serviceRules(sdkId);
    const model = authorization.load(rules?.servicePrefix ?? servicePrefixOf(signingName));
    const grounds = [...apis.load(client).operations.values()].map(({ name, auth }): Grounds => {
      const isSameNamed = model?.actions.has(name.toLowerCase()) === true;
      const rule = rules?.operations?.[name] ?? (isSameNamed ? undefined : rules?.otherwise);
      if (auth !== undefined || rule?.authorizedActions.length === 0) return "free";
      if (rule !== undefined) return rule.unconfirmed === true ? "unverified" : "ruled";
      return isSameNamed ? "sameNamed" : "unverified";
    });
    const count = (wanted: Grounds): number => grounds.filter((found) => found === wanted).length;
    return {
      api: sdkId,
      operations: grounds.length,
      ruled: count("ruled"),
      sameNamed: count("sameNamed"),
      free: count("free"),
      unverified: count("unverified"),
    };
  });
  return rows.sort((a, b) => (a.api.toLowerCase() < b.api.toLowerCase() ? -1 : 1));
}

function total(rows: readonly OperationCoverage[]): OperationCoverage {
  const sum = (column: Exclude<keyof OperationCoverage, "api">): number =>
    rows.reduce((found, row) => found + row[column], 0);
  return {
    api: `all ${rows.length} APIs`,
    operations: sum("operations"),
    ruled: sum("ruled"),
    sameNamed: sum("sameNamed"),
    free: sum("free"),
    unverified: sum("unverified"),
  };
}

const cells = ({ api, operations, ruled, sameNamed, free, unverified }: OperationCoverage): string =>
  `| ${[api, operations, ruled, sameNamed, free, unverified].join(" | ")} |`;

const HEAD = `| ${COLUMNS.join(" | ")} |\n|---|${"--:|".repeat(COLUMNS.length - 1)}`;

/** The whole page. */
export function coveragePage(rows: readonly OperationCoverage[]): string {
  const words = [
    "# How every operation is authorized",
    "",
    "Generated; a test holds it current. All these operations are decoded. `rule`: a record in this folder says what AWS",
    "checks. `same name`: the Service Authorization Reference has an action of the operation's name. `no permission`: AWS asks",
    "no policy. `unverified`: no page of AWS says it; the policy says so wherever it rests on one of these.",
    "",
  ];
  return `${[...words, HEAD, cells(total(rows)), ...rows.map(cells)].join("\n")}\n`;
}

/** The README's part: totals alone. */
export const coverageTotals = (rows: readonly OperationCoverage[]): string => `${HEAD}\n${cells(total(rows))}`;
