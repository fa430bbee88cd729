/**
 * What a file means where the observed calls were made: its references to account, region and partition have the values of
 * that place, so that a call to another account or region is not taken for one at home.
 */
import { parseArn } from "../iam/arn.ts";
import type { Statement } from "../iam/policy-document.ts";
import { valuesOf } from "../iam/statement.ts";
import type { Home } from "./policy-file.ts";
import type { References, ReferenceTool } from "./references.ts";

type Place = keyof Home;

/** In CloudFormation, Serverless, Terraform, CDK and Pulumi, in this order. */
const NAMES: { readonly [P in Place]-?: RegExp } = {
  account:
    /^(?:AWS::AccountId|aws:accountId|data\.aws_caller_identity\.\w+\.account_id|(?:var|local)\.(?:aws_)?account(?:_id)?|Aws\.ACCOUNT_ID|account\.accountId)$/,
  region:
    /^(?:AWS::Region|aws:region|self:provider\.region|opt:region(?:\s*,\s*(?:self:provider\.region|(['"]?)[\w*-]+\1))?|data\.aws_region\.\w+\.(?:name|region|id)|(?:var|local)\.(?:aws_)?region|Aws\.REGION|region\.id)$/,
  partition:
    /^(?:AWS::Partition|data\.aws_partition\.\w+\.partition|(?:var|local)\.(?:aws_)?partition|Aws\.PARTITION|partition\.partition)$/,
};

/** Which place an expression of a tool gives, and nothing else; undefined for all other expressions. */
export function placeNamed(expression: string): Place | undefined {
  const name = expression.trim();
  return (["account", "region", "partition"] as const).find((place) => NAMES[place].test(name));
}

export interface Surroundings {
  readonly home: Home;
  /** What was needed there. */
  readonly needed: readonly Statement[];
  readonly tool?: ReferenceTool | undefined;
  /** What is known of the resources besides. */
  readonly references?: References | undefined;
}

export interface AtHome extends References {
  /** What the expressions read so far were taken for, a line for people; empty: there were none. Partitions go without saying. */
  readonly taken: () => readonly string[];
}

/** Where calls went to several accounts or regions and none is known as home, what refers to one is computed. */
export function atHome({ home, needed, tool, references }: Surroundings): AtHome {
  const arns = needed.flatMap(({ Resource }) => valuesOf(Resource)).flatMap((text) => parseArn(text) ?? []);
  const seen = (place: Place): readonly string[] => [
    ...new Set(arns.map((arn) => arn[place]).filter((value) => value !== "" && !/[*?]/.test(value))),
  ];
  const values = { account: seen("account"), region: seen("region"), partition: seen("partition") };
  const whereIs = (place: Place): string | undefined =>
    home[place] ?? (values[place].length === 1 ? values[place][0] : undefined);
  const taken = new Map<Place, string>();
  return {
    tool: tool ?? "template",
    nameOf: references?.nameOf ?? (() => undefined),
    notes: references?.notes ?? [],
    textOf(expression) {
      const place = placeNamed(expression);
      const [here, known] = [place && whereIs(place), references?.textOf(expression)];
      if (place === undefined || here === undefined) return known;
      const though = known === undefined || known === here ? "" : ` (it was ${known} when it was deployed)`;
      if (!taken.has(place)) taken.set(place, `\`${expression.trim()}\` is taken for ${here}${though}`);
      return here;
    },
    isOpen(expression) {
      const place = placeNamed(expression);
      return place !== undefined && whereIs(place) === undefined && values[place].length > 1;
    },
    taken() {
      const clauses = (["account", "region"] as const).flatMap((place) => taken.get(place) ?? []);
      return clauses.length === 0 ? [] : [`${clauses.join(", and ")}, where the calls were made`];
    },
  };
}

/** The places on which all agree. */
export function commonHome([first = {}, ...others]: readonly Home[]): Home {
  const agreed = (["partition", "region", "account"] as const).filter((place) =>
    others.every((other) => other[place] === first[place]),
  );
  return Object.fromEntries(agreed.flatMap((place) => (first[place] === undefined ? [] : [[place, first[place]]])));
}
