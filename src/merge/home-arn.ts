/** ARNs at home, with the template's own names for account, region and partition: those that the file uses already. */
import { parseArn } from "../iam/arn.ts";
import type { Home } from "./policy-file.ts";

type Fields = { readonly [place in keyof Home]-?: string };

const PSEUDO: Fields = { partition: "AWS::Partition", region: "AWS::Region", account: "AWS::AccountId" };
const SERVERLESS: Fields = { partition: "", region: "aws:region", account: "aws:accountId" };

export interface HomeNames extends Home {
  /** Named by the framework's variables rather than by CloudFormation's pseudo parameters. */
  readonly isServerless?: boolean;
}

/** What `Fn::Sub` (or the framework) is given for it; undefined where it names no place that the text has a name for. */
export function arnAtHome(
  text: string,
  value: string,
  { isServerless = false, ...home }: HomeNames,
): string | undefined {
  const arn = parseArn(value);
  if (arn === undefined) return undefined;
  const names = isServerless ? SERVERLESS : PSEUDO;
  const places = (["partition", "region", "account"] as const).filter(
    (place) => names[place] !== "" && home[place] === arn[place] && text.includes(`{${names[place]}}`),
  );
  if (places.length === 0) return undefined;
  const [, partition = "", servicePrefix = "", region = "", account = "", ...resource] = value.split(":");
  const field = (place: keyof Home, literal: string): string =>
    places.includes(place) ? `\${${names[place]}}` : literal;
  const tail = isServerless ? resource.join(":") : resource.join(":").replaceAll("${", "$${!");
  if (isServerless && tail.includes("${")) return undefined;
  const written = ["arn", field("partition", partition), servicePrefix, field("region", region)];
  return [...written, field("account", account), tail].join(":");
}
