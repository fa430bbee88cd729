/** AWS Service Catalog: the role of a launch constraint stands inside a JSON text; tags come and go with updates. */
import { authorizedOn, defineService, type OperationRule } from "./define-service.ts";
import { anyOf, whenMatches, whenMember } from "./rule-condition.ts";
import { arnFrom, arnIn, either, filled, typed } from "./rule-resource.ts";
import { captured, excerpt, member } from "./rule-value.ts";

/** Nothing of the text is kept but the role. */
const HEAD = excerpt("Parameters", /^\s*\{\s*"(?:RoleArn|LocalRoleName)"\s*:\s*"[^"\\]{1,600}"/);
const ROLE_ARN = captured(HEAD, /"RoleArn"\s*:\s*"(arn:[^"]+)"$/);
const ROLE_NAME = captured(HEAD, /"LocalRoleName"\s*:\s*"([^"]+)"$/);

const TO_CATALOG = "if iam:PassedToService = servicecatalog.amazonaws.com";

/** `type`: what is changed; `on`: its ARN in the example. */
const retags = (operation: string, type: string, on: string): OperationRule => ({
  authorizedActions: [
    { action: `servicecatalog:${operation}` },
    {
      action: "servicecatalog:TagResource",
      resource: typed(type),
      when: whenMember("AddTags"),
      origin: "dependent",
      because: "the request adds tags",
    },
    {
      action: "servicecatalog:UntagResource",
      resource: typed(type),
      when: whenMember("RemoveTags"),
      origin: "dependent",
      because: "the request takes tags away",
    },
  ],
  because: "tags that the request adds or takes away are checked as such",
  see: `https://docs.aws.amazon.com/servicecatalog/latest/dg/API_${operation}.html`,
  examples: [
    {
      input: { Id: "x-1", AddTags: [{ Key: "team", Value: "web" }] },
      permits: [`servicecatalog:${operation} ${on}`, `servicecatalog:TagResource ${on}`],
    },
    {
      input: { Id: "x-1", RemoveTags: ["team"] },
      permits: [`servicecatalog:${operation} ${on}`, `servicecatalog:UntagResource ${on}`],
    },
    { input: { Id: "x-1" }, permits: [`servicecatalog:${operation} ${on}`] },
  ],
});

/** What tag options are given to: the id tells whether a portfolio or a product is meant. */
const OPTED = [
  filled("Portfolio", { PortfolioId: captured(member("ResourceId"), /^(port-.+)$/) }),
  filled("Product", { ProductId: captured(member("ResourceId"), /^(prod-.+)$/) }),
];

const CONNECTION = "SourceConnection.ConnectionParameters.CodeStar.ConnectionArn";
const CONNECTION_ARN = "arn:aws:codestar-connections:us-east-1:123456789012:connection/a1b2";

const readsRepository = (rule: OperationRule, example: OperationRule["examples"][0]): OperationRule => ({
  ...rule,
  authorizedActions: [
    ...rule.authorizedActions,
    {
      action: "codestar-connections:PassConnection",
      resource: arnIn(CONNECTION),
      when: whenMember(CONNECTION),
      origin: "dependent",
      because: "the connection to the repository is handed on",
    },
  ],
  examples: [...rule.examples, example],
});

const fromRepository = (operation: string, on: string): OperationRule["examples"][0] => ({
  input: {
    ...(on.endsWith("*") ? {} : { Id: "x-1" }),
    SourceConnection: { ConnectionParameters: { CodeStar: { ConnectionArn: CONNECTION_ARN } } },
  },
  permits: [`servicecatalog:${operation} ${on}`, `codestar-connections:PassConnection ${CONNECTION_ARN}`],
});

export default defineService({
  sdkId: "Service Catalog",
  operations: {
    UpdatePortfolio: retags("UpdatePortfolio", "Portfolio", "arn:aws:catalog:us-east-1:123456789012:portfolio/x-1"),
    UpdateProduct: readsRepository(
      retags("UpdateProduct", "Product", "arn:aws:catalog:us-east-1:123456789012:product/x-1"),
      fromRepository("UpdateProduct", "arn:aws:catalog:us-east-1:123456789012:product/x-1"),
    ),
    CreateProduct: readsRepository(
      {
        authorizedActions: [{ action: "servicecatalog:CreateProduct" }],
        because: "a product may be kept in step with a repository",
        see: "https://docs.aws.amazon.com/servicecatalog/latest/dg/API_CreateProduct.html",
        examples: [
          {
            input: { Name: "web", Owner: "ops" },
            permits: ["servicecatalog:CreateProduct arn:aws:catalog:us-east-1:123456789012:product/*"],
          },
        ],
      },
      fromRepository("CreateProduct", "arn:aws:catalog:us-east-1:123456789012:product/*"),
    ),
    ...authorizedOn(
      {
        AssociateTagOptionWithResource: {
          resources: OPTED,
          input: { ResourceId: "port-1", TagOptionId: "tag-1" },
          on: ["arn:aws:catalog:us-east-1:123456789012:portfolio/port-1"],
        },
        DisassociateTagOptionFromResource: {
          resources: OPTED,
          input: { ResourceId: "prod-1", TagOptionId: "tag-1" },
          on: ["arn:aws:catalog:us-east-1:123456789012:product/prod-1"],
        },
      },
      {
        servicePrefix: "servicecatalog",
        because: "the id tells whether a portfolio or a product is meant",
        see: "https://docs.aws.amazon.com/servicecatalog/latest/dg/API_AssociateTagOptionWithResource.html",
      },
    ),
    CreateConstraint: {
      authorizedActions: [
        { action: "servicecatalog:CreateConstraint" },
        {
          action: "iam:PassRole",
          resource: either(arnFrom(ROLE_ARN), filled("role", { RoleNameWithPath: ROLE_NAME })),
          when: anyOf(whenMatches(ROLE_ARN, /./), whenMatches(ROLE_NAME, /./)),
          conditions: { StringEquals: { "iam:PassedToService": "servicecatalog.amazonaws.com" } },
          origin: "pass-role",
          because: "products are launched with the role that the constraint names",
        },
      ],
      because: "a launch constraint names the role that products are launched with",
      see: "https://docs.aws.amazon.com/servicecatalog/latest/dg/API_CreateConstraint.html",
      examples: [
        {
          input: {
            PortfolioId: "port-1",
            ProductId: "prod-1",
            Type: "LAUNCH",
            Parameters: '{"RoleArn" : "arn:aws:iam::123456789012:role/launches"}',
          },
          permits: [
            "servicecatalog:CreateConstraint arn:aws:catalog:us-east-1:123456789012:product/prod-1",
            `iam:PassRole arn:aws:iam::123456789012:role/launches ${TO_CATALOG}`,
          ],
        },
        {
          input: { PortfolioId: "port-1", ProductId: "prod-1", Parameters: '{"LocalRoleName": "launches"}' },
          permits: [
            "servicecatalog:CreateConstraint arn:aws:catalog:us-east-1:123456789012:product/prod-1",
            `iam:PassRole arn:aws:iam::123456789012:role/launches ${TO_CATALOG}`,
          ],
        },
        {
          input: { PortfolioId: "port-1", ProductId: "prod-1", Type: "NOTIFICATION", Parameters: "{}" },
          permits: ["servicecatalog:CreateConstraint arn:aws:catalog:us-east-1:123456789012:product/prod-1"],
        },
      ],
    },
  },
});
