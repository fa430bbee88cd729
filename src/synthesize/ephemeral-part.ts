/**
 * Resources that live for one run and that AWS names: tasks, executions, log streams, jobs, instances. Told by the last
 * variable of their ARN template (Service Authorization Reference), never by their form alone: a key's UUID stays.
 */
import type { AuthorizationModel } from "../data/authorization-index.ts";
import { generatedText } from "./generated-text.ts";

/** `TaskId`, `ContainerInstanceId`, `ExecutionName`, `LogStreamName`, `JobRunId`, … */
const EPHEMERAL =
  /(?:Build|BuildBatch|Execution|ExecutionUuid|Job|JobRun|LogStream|QueryExecution|Task|TaskSet|WorkflowRun)(?:Id|ID|Identifier|Name|Uuid)?$/;
const INSTANCE = /^(?:Container)?InstanceId$/;
const INSTANCE_ID = /^(?:m?i-[0-9a-f]{8,17}|[0-9a-f]{32})$/;
const VARIABLE = /\$\{([^}]*)\}/g;

interface EphemeralType {
  readonly isInstance: boolean;
  /** Two groups: what stands before the last variable, and its value. */
  readonly form: RegExp;
}

/** Resource -> its narrowest pattern; undefined where it is no resource of such a type, or was named by a person. */
export function ephemeralPattern(model: AuthorizationModel): (resource: string) => string | undefined {
  const types = [...model.resourceTypes.values()].flatMap(({ arns }) => arns.flatMap(ephemeralType));
  return (resource) => {
    for (const { form, isInstance } of types) {
      const [, before = "", value = ""] = form.exec(resource) ?? [];
      if (value === "" || (isInstance && !INSTANCE_ID.test(value))) continue;
      const generated = generatedText(value);
      if (generated !== undefined) return before + generated.pattern;
    }
    return undefined;
  };
}

function ephemeralType(arn: string): EphemeralType[] {
  const names = [...arn.matchAll(VARIABLE)].map(([, name = ""]) => name);
  const last = names.at(-1) ?? "";
  const isInstance = INSTANCE.test(last);
  if (!arn.endsWith(`\${${last}}`) || !(isInstance || EPHEMERAL.test(last))) return [];
  const literals = arn.split(VARIABLE).filter((_, index) => index % 2 === 0);
  const escaped = literals.map((literal) => literal.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  const head = escaped.slice(0, -1).join("[^:]*?");
  return [{ isInstance, form: new RegExp(`^(${head})(${isInstance ? "[^:/]+" : "[^:]+"})$`) }];
}
