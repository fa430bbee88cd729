/** Compiles the host forms of `services/` and reads a hostname by them: which parts of the input it carries. */
import { withoutDnsSuffix } from "../../iam/partition.ts";
import type { Addressing, HostForm } from "../../services/define-addressing.ts";

export interface HostReading {
  readonly form: HostForm;
  /** What the form's placeholders stand for, and `Region` where the host has one. */
  readonly values: ReadonlyMap<string, string>;
}

export type HostReader = (hostname: string) => HostReading | undefined;

interface CompiledForm {
  readonly form: HostForm;
  readonly pattern: RegExp;
}

/** `-fips`, `.dualstack`, the region behind a dot or (oldest names) a hyphen, and the mark of VPC endpoints. */
const END_IN_AWS = "(?:-fips)?(?:\\.dualstack)?(?:[.-](?<Region>[a-z]+(?:-[a-z]+){1,3}-\\d+))?(?:\\.vpce)?";

const END_OUTSIDE = "(?:\\..+)?";

const PLACEHOLDER = /\\\{(\w+)(\\\+)?\\\}/g;

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");

function placeholder(_: string, name: string, dots: string | undefined): string {
  if (name === "AccountId") return "(?<AccountId>\\d{12})";
  return `(?<${name}>${dots === undefined ? "[^.]+" : ".+"})`;
}

function compileForm(form: HostForm, end: string): CompiledForm {
  return { form, pattern: new RegExp(`^${escaped(form.form).replace(PLACEHOLDER, placeholder)}${end}$`) };
}

function read(forms: readonly CompiledForm[], hostname: string): HostReading | undefined {
  for (const { form, pattern } of forms) {
    const found = pattern.exec(hostname);
    if (found === null) continue;
    const given = Object.entries(found.groups ?? {}).filter(([, value]) => value !== undefined);
    return { form, values: new Map(given) };
  }
  return undefined;
}

/** Reads hostnames (lower case, no port) by the first form that fits; undefined where the API has no host forms. */
export function compileHostForms(addressing: Addressing): HostReader | undefined {
  const hosts = addressing.hosts ?? [];
  if (hosts.length === 0) return undefined;
  const inAws = hosts.map((form) => compileForm(form, END_IN_AWS));
  const outside = hosts.filter(({ standIn }) => standIn === true).map((form) => compileForm(form, END_OUTSIDE));
  return (hostname) => {
    const stem = withoutDnsSuffix(hostname);
    return stem === undefined ? read(outside, hostname) : read(inAws, stem);
  };
}
