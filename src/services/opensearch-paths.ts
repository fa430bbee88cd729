/** OpenSearch domains: the resource is the domain and the request's path, of which only the index is kept. */
import { whenMatches } from "./rule-condition.ts";
import { either, type ResourceRule, template } from "./rule-resource.ts";
import { captured, excerpt, fillWhen, firstOf, joined, member, type RuleValue, unknownPart } from "./rule-value.ts";

const ARN = "arn:${Partition}:es:${Region}:${Account}:domain/${DomainName}/${Path}";

const DOMAIN: RuleValue = firstOf(
  member("DomainName"),
  unknownPart("*", "no-resource-in-input", "a custom endpoint does not tell the domain"),
);

/** The first part of the path, with the slash after it where more follows. */
const HEAD = excerpt("Path", /^[^/]+\/?/);

const BELOW = unknownPart("/*", "path-not-kept", "what stands below the index in the path is not kept");

/** See https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html */
export const requestedPath: ResourceRule = either(
  template(
    ARN,
    fillWhen(whenMatches(HEAD, /\/$/), { DomainName: DOMAIN, Path: joined(captured(HEAD, /^([^/]+)/), BELOW) }),
  ),
  template(ARN, { DomainName: DOMAIN, Path: captured(HEAD, /^([^/]+)$/) }),
  template(ARN, { DomainName: DOMAIN, Path: "" }),
);
