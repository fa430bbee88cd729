/** AWS Glue's schema registry: a schema stands below its registry, whatever of both the request names. */
import type { RuleSet } from "./define-service.ts";
import { inGlue, REGISTRY } from "./glue-catalog.ts";
import { captured, firstOf, joined, member } from "./rule-value.ts";

export default {
  registry: {
    filledBy: [{ RegistryName: firstOf(REGISTRY, "default-registry") }],
    because: "a schema without a registry of its own is in the default one",
    see: "https://docs.aws.amazon.com/glue/latest/dg/schema-registry-gs.html",
    examples: [
      {
        operation: "CreateSchema",
        input: { SchemaName: "credit" },
        permits: [
          `glue:CreateSchema ${inGlue("registry/default-registry")} + ${inGlue("schema/default-registry/credit")}`,
        ],
      },
      {
        operation: "GetRegistry",
        input: { RegistryId: { RegistryName: "films" } },
        permits: [`glue:GetRegistry ${inGlue("registry/films")}`],
      },
    ],
  },
  schema: {
    filledBy: [
      { SchemaName: captured(member("SchemaId.SchemaArn"), /:schema\/(.+)$/) },
      {
        SchemaName: joined(
          firstOf(REGISTRY, "default-registry"),
          "/",
          firstOf(member("SchemaName"), member("SchemaId.SchemaName")),
        ),
      },
    ],
    because: "the ARN of a schema names its registry first",
    see: "https://docs.aws.amazon.com/glue/latest/dg/schema-registry-gs.html",
    examples: [
      {
        operation: "GetSchema",
        input: { SchemaId: { SchemaName: "credit", RegistryName: "films" } },
        permits: [`glue:GetSchema ${inGlue("registry/films")} + ${inGlue("schema/films/credit")}`],
      },
      {
        operation: "GetSchema",
        input: { SchemaId: { SchemaArn: inGlue("schema/films/credit") } },
        permits: [`glue:GetSchema ${inGlue("registry/films")} + ${inGlue("schema/films/credit")}`],
      },
    ],
  },
} satisfies RuleSet["resources"];
