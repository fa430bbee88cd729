/** Environment variables as this layer hands them around: never read from the process in here, always passed in. */
export type Environment = Readonly<Record<string, string | undefined>>;
