/** Connections to source code hosts: what is linked to a connection or a repository passes it on. Both names of the API. */
import type { AuthorizedAction, OperationRule, OperationRules } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { arnIn, namedIn } from "./rule-resource.ts";

/** The API's own, that of new connections or that of old ones. */
type Prefix = "codeconnections" | "codestar-connections";

const SEE = "https://docs.aws.amazon.com/dtconsole/latest/userguide/security-iam.html";

/** Operations by name. */
export const connectionRules = (prefix: Prefix): OperationRules => ({
  CreateRepositoryLink: linksByConnection(prefix),
  UpdateRepositoryLink: changesConnection(prefix),
  CreateSyncConfiguration: keepsInStep(prefix),
});

const connectionOf = (prefix: Prefix): string => `arn:aws:${prefix}:us-east-1:123456789012:connection/a1b2`;
const linkOf = (prefix: Prefix): string => `arn:aws:${prefix}:us-east-1:123456789012:repository-link/c3d4`;

const passesConnection = (prefix: Prefix): AuthorizedAction => ({
  action: [`${prefix}:PassConnection`, `${prefix}:UseConnection`],
  resource: arnIn("ConnectionArn"),
  when: whenMember("ConnectionArn"),
  origin: "dependent",
  because: "the link uses the connection, and hands it on",
});

const linksByConnection = (prefix: Prefix): OperationRule => ({
  authorizedActions: [{ action: `${prefix}:CreateRepositoryLink` }, passesConnection(prefix)],
  because: "a link to a repository uses the connection that it names",
  see: SEE,
  examples: [
    {
      input: { ConnectionArn: connectionOf(prefix), OwnerId: "o", RepositoryName: "r" },
      permits: ["CreateRepositoryLink", "PassConnection", "UseConnection"].map(
        (name) => `${prefix}:${name} ${connectionOf(prefix)}`,
      ),
    },
  ],
});

const changesConnection = (prefix: Prefix): OperationRule => ({
  authorizedActions: [{ action: `${prefix}:UpdateRepositoryLink` }, passesConnection(prefix)],
  because: "a link that gets another connection uses that one",
  see: SEE,
  examples: [
    {
      input: { RepositoryLinkId: "c3d4", ConnectionArn: connectionOf(prefix) },
      permits: [
        `${prefix}:UpdateRepositoryLink ${linkOf(prefix)}`,
        `${prefix}:PassConnection ${connectionOf(prefix)}`,
        `${prefix}:UseConnection ${connectionOf(prefix)}`,
      ],
    },
    { input: { RepositoryLinkId: "c3d4" }, permits: [`${prefix}:UpdateRepositoryLink ${linkOf(prefix)}`] },
  ],
});

const keepsInStep = (prefix: Prefix): OperationRule => ({
  authorizedActions: [
    { action: `${prefix}:CreateSyncConfiguration` },
    {
      action: `${prefix}:PassRepository`,
      resource: namedIn("RepositoryLink", "RepositoryLinkId", "RepositoryLinkId"),
      origin: "dependent",
      because: "the repository is handed to what keeps in step with it",
    },
  ],
  because: "a repository is handed to what keeps in step with it",
  see: SEE,
  examples: [
    {
      input: { RepositoryLinkId: "c3d4", Branch: "main", ResourceName: "shop" },
      permits: [`${prefix}:CreateSyncConfiguration ${linkOf(prefix)}`, `${prefix}:PassRepository ${linkOf(prefix)}`],
    },
  ],
});
