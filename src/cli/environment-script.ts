/** Variables as a text that a shell reads: what `iamgen listen` prints for other shells. */

export const SHELLS = ["sh", "fish", "powershell", "docker", "json"] as const;
export type Shell = (typeof SHELLS)[number];

const LINES: Record<Exclude<Shell, "json">, (name: string, value: string) => string> = {
  // POSIX 2.2.2: nothing is special between single quotes but the quote itself.
  sh: (name, value) => `export ${name}='${value.replaceAll("'", "'\\''")}'`,
  fish: (name, value) => `set -gx ${name} '${value.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`,
  // `docker run --env-file`: all behind the sign is the value.
  docker: (name, value) => `${name}=${value}`,
  powershell: (name, value) => `\${env:${name}} = '${value.replaceAll("'", "''")}'`,
};

/** One line a variable, sorted by name. */
export function environmentScript(variables: { readonly [name: string]: string }, shell: Shell): string {
  const sorted = Object.entries(variables).sort(([one], [other]) => (one < other ? -1 : 1));
  if (shell === "json") return `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`;
  return sorted.map(([name, value]) => `${LINES[shell](name, value)}\n`).join("");
}
