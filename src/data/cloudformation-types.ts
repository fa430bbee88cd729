/** What CloudFormation makes of a resource whose name its template gives: the ARN, and the expressions for it. Types only. */

export interface CloudFormationType {
  /** The property that names the resource. */
  readonly name: string;
  /** What `Fn::GetAtt` must ask for to get the ARN. */
  readonly attribute: string;
  /** Of that attribute; the property's value stands for `${Name}`: `arn:${Partition}:sqs:${Region}:${Account}:${Name}`. */
  readonly arn: string;
  /** What `Ref` gives, where that is known. */
  readonly ref?: "name" | "arn";
  /** `Ref` says it better than the attribute. */
  readonly byRef?: boolean;
  /** Properties that change the ARN: with one of them it is not known. */
  readonly unless?: readonly string[];
}

/** Keyed by type: `AWS::SQS::Queue`. */
export type CloudFormationTypes = ReadonlyMap<string, CloudFormationType>;
