/** What `iamgen doctor` finds, and what it looks at: the user's variables and files as a wrapped program would meet them. */

export interface Diagnosis {
  /** `note`: works, with something to know. `problem`: would miss calls or fail, and `remedy` says what helps. */
  readonly level: "ok" | "note" | "problem";
  readonly says: string;
  /** A command, or a change, in one line. */
  readonly remedy?: string;
}

export interface Examined {
  readonly environment: { readonly [name: string]: string | undefined };
  readonly platform: NodeJS.Platform;
  readonly home: string;
  /** With the `v` that Node puts in front. */
  readonly nodeVersion: string;
}

export const ok = (says: string): Diagnosis => ({ level: "ok", says });
export const note = (says: string, remedy?: string): Diagnosis => withRemedy({ level: "note", says }, remedy);
export const problem = (says: string, remedy: string): Diagnosis => ({ level: "problem", says, remedy });

const withRemedy = (found: Diagnosis, remedy: string | undefined): Diagnosis =>
  remedy === undefined ? found : { ...found, remedy };
