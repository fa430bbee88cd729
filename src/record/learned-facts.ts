/** What a run has learned from answers, by kind. */
import type { Recording } from "./recording.ts";

/** Who called. */
export const identityFacts = ({ learned }: Recording) => learned.filter((fact) => fact.kind === "identity");

/** What the run itself has made. */
export const createdFacts = ({ learned }: Recording) => learned.filter((fact) => fact.kind === "created");
