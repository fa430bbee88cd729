/** The user's home directory, for a user that has none as well: containers run programs under numbers that no system knows. */
import { homedir } from "node:os";

/** HOME, or what the system says; `/` for a user without either, as containers have it. */
export function userHome(): string {
  try {
    return homedir();
  } catch {
    return "/";
  }
}
